package dev.holdfast.rls.catalog;

/** An installed extension (pg_extension). */
public record Extension(String name, String schema, String version) {}
