package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Assessment;
import java.util.Locale;

/** How sure it is that what has the form is a secret of that kind. */
public enum Confidence {
    /** A literal that its issuer gave it, or a structure that was read. */
    HIGH,
    /** A form that others share, beside a word that names its provider. */
    MEDIUM,
    /** A guess from the name of a variable and the look of its value. */
    LOW;

    /** As reports write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same when the check digits are known: wrong ones make it less, right ones high. */
    public Confidence with(Assessment.Checksum checksum) {
        return switch (checksum) {
            case VALID -> HIGH;
            case INVALID -> this == HIGH ? MEDIUM : LOW;
            case NONE -> this;
        };
    }
}
