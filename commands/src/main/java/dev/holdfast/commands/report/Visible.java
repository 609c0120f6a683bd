package dev.holdfast.commands.report;

/**
 * Makes text safe to look at. The name of a file or a package may hold escape sequences for a
 * terminal or turn the direction of a line around (CVE-2021-42574); both are shown, not obeyed.
 */
public final class Visible {

    private Visible() {}

    /** The text on one line: controls and invisible format characters as {@code \\u001B}. */
    public static String line(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (isOrder(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(point -> {
                    if (isOrder(point)) {
                        shown.append("\\u%04X".formatted(point));
                    } else {
                        shown.appendCodePoint(point);
                    }
                });
        return shown.toString();
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
