package dev.holdfast.rls.server.migration;

/**
 * One file of a folder of migrations.
 *
 * @param name its path below the folder, with {@code /}
 * @param sql what is run of it; lines that are not run are empty, so that line numbers hold
 */
public record MigrationFile(String name, String sql) {}
