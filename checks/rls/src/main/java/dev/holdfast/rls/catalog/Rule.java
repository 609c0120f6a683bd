package dev.holdfast.rls.catalog;

/**
 * What a view's SELECT is rewritten to (pg_rewrite), or another rule of a relation.
 *
 * @param view the relation that it belongs to
 * @param event {@code 1} SELECT, {@code 2} UPDATE, {@code 3} INSERT, {@code 4} DELETE
 * @param action as node trees
 */
public record Rule(long oid, long view, String name, char event, String action) {}
