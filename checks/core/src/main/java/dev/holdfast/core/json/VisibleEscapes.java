package dev.holdfast.core.json;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes what JSON may hold as it is and a terminal obeys: the controls of ISO 6429 above ASCII,
 * line separators, and the format characters that turn the direction of a line around
 * (CVE-2021-42574).
 */
final class VisibleEscapes extends CharacterEscapes {
    @Serial private static final long serialVersionUID = 1L;

    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
        codes[DELETE] = CharacterEscapes.ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int letter) {
        String escape = "\\u%04X".formatted(letter);
        if (isNoncharacter(letter)) {
            return new SerializedString(escape);
        }
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    new SerializedString(escape);
            default -> null;
        };
    }

    /** Not for interchange (Unicode, section 23.7): some readers refuse a text that has one. */
    private static boolean isNoncharacter(int letter) {
        return (letter & 0xFFFE) == 0xFFFE || (letter >= 0xFDD0 && letter <= 0xFDEF);
    }
}
