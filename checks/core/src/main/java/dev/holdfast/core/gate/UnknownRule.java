package dev.holdfast.core.gate;

import java.util.Locale;

/** What an unknown result does at a gate, stricter first. */
public enum UnknownRule {
    /** The run ends with exit code 3. */
    BLOCK,
    /** It is said, and does not decide. */
    WARN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in policy files. */
    public String word() {
        return word;
    }
}
