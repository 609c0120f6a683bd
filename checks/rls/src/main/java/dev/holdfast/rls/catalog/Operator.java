package dev.holdfast.rls.catalog;

/** An operator (pg_operator); unary ones have 0 as their left type. */
public record Operator(
        long oid, String schema, String name, long function, long left, long right, long result) {}
