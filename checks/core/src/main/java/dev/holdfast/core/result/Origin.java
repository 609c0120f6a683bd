package dev.holdfast.core.result;

/**
 * The place in the original source that a source map names for a place in built output. The path
 * has '/' and is relative to the repository root; line and column are 1-based, the column in UTF-16
 * units.
 */
public record Origin(String path, int line, int column) {

    public Origin {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("origin is 1-based: " + line + ":" + column);
        }
    }
}
