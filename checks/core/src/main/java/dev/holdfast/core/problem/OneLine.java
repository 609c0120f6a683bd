package dev.holdfast.core.problem;

/**
 * Text that somebody else wrote, made fit for one line of a message: it may be long, hold line
 * breaks and escape sequences, or turn the direction of a line around (CVE-2021-42574).
 */
public final class OneLine {

    private OneLine() {}

    /** The text with {@code \\u001B} for what is not seen, cut behind that many characters. */
    public static String of(String text, int longest) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            String shown = isSeen(point) ? Character.toString(point) : "\\u%04X".formatted(point);
            if (line.length() + shown.length() > longest) {
                return line.append('…').toString();
            }
            line.append(shown);
            i += Character.charCount(point);
        }
        return line.toString();
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
            default -> true;
        };
    }
}
