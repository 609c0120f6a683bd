package dev.holdfast.core.yaml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns the parser's offsets, which count code points, into lines and columns as editors show them:
 * lines end at CR, LF or CR LF (YAML 1.2.2, section 5.4), columns count UTF-16 units, both from 1.
 */
final class Places {
    private final int length;
    private final int[] lineStarts;
    private final int @Nullable [] unitOf;

    Places(String text) {
        this.length = text.length();
        this.lineStarts = lineStarts(text);
        this.unitOf =
                text.chars().anyMatch(each -> Character.isSurrogate((char) each))
                        ? unitOf(text)
                        : null;
    }

    /** A line and a column. */
    record Place(int line, int column) {}

    /** The place of the code point with that offset; an offset behind the text is its end. */
    Place ofCodePoint(int offset) {
        int[] units = unitOf;
        return units == null
                ? ofUnit(offset)
                : ofUnit(units[Math.clamp(offset, 0, units.length - 1)]);
    }

    /** The place of the UTF-16 unit with that offset. */
    Place ofUnit(int offset) {
        int inside = Math.clamp(offset, 0, length);
        int found = Arrays.binarySearch(lineStarts, inside);
        int line = found >= 0 ? found : -found - 2;
        return new Place(line + 1, inside - lineStarts[line] + 1);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean ends =
                    each == '\n'
                            || (each == '\r'
                                    && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * lines);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    private static int[] unitOf(String text) {
        int[] units = new int[text.codePointCount(0, text.length()) + 1];
        int unit = 0;
        for (int i = 0; i < units.length; i++) {
            units[i] = unit;
            unit += unit < text.length() ? Character.charCount(text.codePointAt(unit)) : 0;
        }
        return units;
    }
}
