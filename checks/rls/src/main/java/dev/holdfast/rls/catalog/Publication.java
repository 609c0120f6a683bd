package dev.holdfast.rls.catalog;

/**
 * That a publication tells of a table (pg_publication_tables).
 *
 * @param events of INSERT, UPDATE, DELETE and TRUNCATE, as letters {@code awdt}
 */
public record Publication(String name, String schema, String table, String events) {}
