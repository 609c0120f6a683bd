package dev.holdfast.core.history;

import java.util.Optional;

/**
 * Which part of a history is looked at.
 *
 * @param allReferences every branch, tag, note and stash, and not only what HEAD reaches
 * @param reflogs what reflogs still know, too
 * @param since a revision; only what was added after it is looked at
 */
public record HistoryScope(boolean allReferences, boolean reflogs, Optional<String> since) {

    /** What HEAD reaches. */
    public static HistoryScope head() {
        return new HistoryScope(false, false, Optional.empty());
    }
}
