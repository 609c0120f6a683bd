package dev.holdfast.rls.catalog;

/**
 * A role of the cluster (pg_roles).
 *
 * @param inherit whether what it is a member of counts for it without SET ROLE; before PostgreSQL
 *     16 for all memberships, since then the default of new ones
 */
public record Role(
        long oid,
        String name,
        boolean superuser,
        boolean inherit,
        boolean createRole,
        boolean login,
        boolean replication,
        boolean bypassesRowSecurity) {

    /** The oid that stands for everybody in ACLs and policies. */
    public static final long PUBLIC = 0;
}
