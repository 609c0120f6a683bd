package dev.holdfast.secrets.sourcemap;

/**
 * A place in an original source.
 *
 * @param source the source as the map names it, its root joined
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 */
public record Mapped(String source, int line, int column) {}
