package dev.holdfast.secrets.engine;

import java.util.Locale;

/** How sure it is that what a rule finds is what its name says. */
public enum Confidence {
    /** A form that nothing else has. */
    HIGH,
    /** A form that other things have too, beside a word that names it. */
    MEDIUM,
    /** A guess from the name and the look of a value. */
    LOW;

    /** As reports have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same with what the token's own check digits say, which count for more. */
    public Confidence with(Assessment.Checksum checksum) {
        return switch (checksum) {
            case VALID -> HIGH;
            case INVALID -> LOW;
            case NONE -> this;
        };
    }
}
