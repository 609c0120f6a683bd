package dev.holdfast.rls.generate;

/** What a table is to its tenants, and so what they may do with it. */
enum Treatment {
    /** Members read and write their own rows. */
    OWN,
    /** The rows are the tenants themselves: members read theirs. */
    TENANTS,
    /** Says who is a member: everybody reads his own memberships, and nobody writes any. */
    MEMBERS,
    /** The same for all tenants: read, not written. */
    SHARED,
    /** Nobody's by any column: nothing is let through. */
    CLOSED,
    /** A parent's row says whose they are: nothing is let through until somebody writes how. */
    THROUGH_PARENT,
    /** Part of a partitioned table, and reached through that. */
    PARTITION;

    /** Whether the member's role reads it. */
    boolean isRead() {
        return this == OWN || this == TENANTS || this == MEMBERS || this == SHARED;
    }

    /** Whether rows are told apart by whose they are. */
    boolean isFloored() {
        return this == OWN || this == TENANTS || this == MEMBERS;
    }
}
