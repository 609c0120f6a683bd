package dev.holdfast.commands.report;

/**
 * Makes text safe to look at. The name of a file or a package may hold escape sequences for a
 * terminal, turn the direction of a line around (CVE-2021-42574), or pile marks on a letter until
 * they cover the lines above; all of them are shown, not obeyed.
 */
public final class Visible {
    // Vietnamese and Hebrew need two and three on one letter.
    private static final int MOST_MARKS = 4;

    private Visible() {}

    /** The text on one line: controls and invisible format characters as {@code \\u001B}. */
    public static String line(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char each = text.charAt(i);
            if (isOrder(each) || isMark(each) || Character.isSurrogate(each)) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        int marks = 0;
        for (int point : text.codePoints().toArray()) {
            marks = isMark(point) ? marks + 1 : 0;
            if (isOrder(point) || marks > MOST_MARKS) {
                shown.append((point > 0xFFFF ? "\\u{%X}" : "\\u%04X").formatted(point));
            } else {
                shown.appendCodePoint(point);
            }
        }
        return shown.toString();
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isOrder(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }
}
