package dev.holdfast.rls.access;

/**
 * Whether policies count for a role on a relation (PostgreSQL, src/backend/utils/misc/rls.c; the
 * documentation's chapter 5.9).
 */
public enum Enforcement {
    /** They count. */
    ENFORCED("policies count"),
    /** The table has no row security, or is nothing that can have it. */
    OFF("row security is off"),
    /** The role owns the table, or inherits from its owner, and it is not forced. */
    OWNER("the owner is exempt without FORCE"),
    /** The role has BYPASSRLS; nobody inherits that. */
    BYPASS("BYPASSRLS"),
    /** The role is a superuser. */
    SUPERUSER("superuser");

    private final String words;

    Enforcement(String words) {
        this.words = words;
    }

    /** A few words for people. */
    public String words() {
        return words;
    }
}
