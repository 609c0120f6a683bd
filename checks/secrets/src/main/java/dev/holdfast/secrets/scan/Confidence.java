package dev.holdfast.secrets.scan;

import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.Locale;

/** How sure a finding is: the format's own check digits say most, else its rule does. */
enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    static Confidence of(TokenRule rule, Assessment.Checksum checksum) {
        return switch (checksum) {
            case VALID -> HIGH;
            case INVALID -> LOW;
            case NONE -> HIGH;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
