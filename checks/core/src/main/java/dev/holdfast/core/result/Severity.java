package dev.holdfast.core.result;

import java.util.Locale;
import java.util.Optional;

/** How bad a failing result is, worst first; the natural order is therefore worst to mildest. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFO;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in policy files and reports. */
    public String word() {
        return word;
    }

    /** The severity with that word, or nothing when there is none. */
    public static Optional<Severity> ofWord(String word) {
        for (Severity severity : values()) {
            if (severity.word.equals(word)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
