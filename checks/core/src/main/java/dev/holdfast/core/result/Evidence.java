package dev.holdfast.core.result;

import java.util.Locale;

/** Where the knowledge behind a result comes from; the classes are never added up as one. */
public enum Evidence {
    /** Looked at by this run. */
    MEASURED,
    /** Read from a record that an earlier run or another system made. */
    SNAPSHOT,
    /** Somebody says so. */
    DECLARED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in every report. */
    public String word() {
        return word;
    }
}
