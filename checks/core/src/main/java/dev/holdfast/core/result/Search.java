package dev.holdfast.core.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * In what a place was found. The same path may be looked at in several of them, and what one run
 * looked at in one says nothing of the others: a value that has left the files stays in the
 * history.
 */
public enum Search {
    /** Files as they are, or as they are staged. */
    TREE,
    /** What git keeps of the past; a path is that of the oldest commit. */
    HISTORY,
    /** Built output; a path is without the hash of the build. */
    BUNDLE;

    /** The word for it in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The search of that word. */
    public static Optional<Search> ofWord(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
