package dev.holdfast.rls.catalog;

/**
 * A collation that somebody made, or that takes different texts for equal (pg_collation).
 *
 * @param deterministic whether only the same bytes are equal
 * @param definition its provider, locale and rules, so that two databases can be compared
 */
public record Collation(
        long oid, String schema, String name, boolean deterministic, String definition) {}
