package dev.holdfast.rls.catalog;

/**
 * A trigger that is not PostgreSQL's own (pg_trigger).
 *
 * @param before whether it runs before the row is written, so that it may change the row
 * @param events of INSERT, UPDATE, DELETE and TRUNCATE, as letters {@code awdt}: a INSERT, w
 *     UPDATE, d DELETE, t TRUNCATE
 */
public record Trigger(
        String name,
        long relation,
        long function,
        boolean before,
        boolean eachRow,
        String events) {}
