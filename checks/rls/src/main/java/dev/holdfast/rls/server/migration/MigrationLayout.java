package dev.holdfast.rls.server.migration;

/** Whose way of laying out migrations a folder follows. */
public enum MigrationLayout {
    /** {@code supabase/migrations/<time>_<name>.sql}, by name. */
    SUPABASE,
    /** {@code <time>_<name>/migration.sql}, by name. */
    PRISMA,
    /** {@code meta/_journal.json} says the order. */
    DRIZZLE,
    /** {@code V1.2__name.sql} by version, then {@code R__name.sql} by name. */
    FLYWAY,
    /** {@code 1_name.up.sql} (golang-migrate, node-pg-migrate, sqlx), by number, then name. */
    UP_FILES,
    /** Comments say what goes up and what down (dbmate, goose, sql-migrate), by name. */
    UP_SECTIONS,
    /** Files of SQL, by number, then name. */
    PLAIN
}
