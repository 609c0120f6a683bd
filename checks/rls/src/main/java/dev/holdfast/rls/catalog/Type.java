package dev.holdfast.rls.catalog;

/**
 * A type (pg_type).
 *
 * @param kind {@code b} base, {@code c} composite, {@code d} domain, {@code e} enum, {@code r}
 *     range, {@code m} multirange, {@code p} pseudo
 * @param base of a domain, else 0
 * @param element of an array, else 0
 * @param category as PostgreSQL groups types: {@code S} strings, {@code N} numbers, …
 */
public record Type(
        long oid, String schema, String name, char kind, long base, long element, char category) {}
