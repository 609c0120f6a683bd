package dev.holdfast.rls.catalog;

/**
 * One privilege of an access control list (PostgreSQL documentation, 5.7 Privileges).
 *
 * @param grantee a role, or {@link Role#PUBLIC}
 * @param privilege as it is written: SELECT, INSERT, USAGE, EXECUTE, …
 * @param grantable whether the grantee may grant it to others
 */
public record Grant(long grantee, String privilege, boolean grantable) {}
