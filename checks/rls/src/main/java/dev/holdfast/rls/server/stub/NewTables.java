package dev.holdfast.rls.server.stub;

/**
 * Who may use a table that a migration makes in Supabase's schema public, before anybody grants
 * anything. The platform changed it (supabase.com/changelog/45329): since 2026-05-30 for new
 * projects and since 2026-10-30 for all, new tables are granted to nobody; tables that were there
 * keep what they have.
 */
public enum NewTables {
    /**
     * anon, authenticated and service_role may do everything. What a project's migrations made
     * before the change has these grants for good, so this is what is assumed: it sees more.
     */
    GRANTED,
    /** Nobody may do anything: right for a project all of whose tables are newer. */
    NOT_GRANTED
}
