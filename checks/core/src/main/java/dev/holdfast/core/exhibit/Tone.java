package dev.holdfast.core.exhibit;

import java.util.Locale;

/** How a cell is drawn, beside its words and never instead of them. */
public enum Tone {
    /** Nothing gets through. */
    CLOSED,
    /** Something gets through, as far as something else lets it. */
    LIMITED,
    /** Everything gets through. */
    OPEN,
    /** There is a way around what the words say. */
    AROUND;

    /** As reports write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
