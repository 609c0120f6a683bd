package dev.holdfast.secrets.scan;

import org.jspecify.annotations.Nullable;

/**
 * A token at its place in the project.
 *
 * @param path the file as reports show it
 * @param past where it came from in a history, or null outside of one
 */
public record Sighting(Found found, String path, @Nullable Past past) {

    /** A token in a file as it is now. */
    public Sighting(Found found, String path) {
        this(found, path, null);
    }

    /**
     * Where a content came from first.
     *
     * @param commit its full name; empty when a reference names the content itself
     * @param date in ISO 8601
     * @param atHead whether the tree of HEAD holds the content, under any path
     */
    public record Past(String commit, String author, String date, boolean atHead) {}
}
