package dev.holdfast.commands.report;

/** Breaks text at blanks. */
final class TextWrap {

    private TextWrap() {}

    /** The text in lines of at most that width where blanks allow it; ends with a line feed. */
    static String wrap(String text, String first, String others, int width) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf(' ', start);
            String word = text.substring(start, end < 0 ? text.length() : end);
            start = end < 0 ? text.length() : end + 1;
            int length =
                    line.codePointCount(0, line.length()) + word.codePointCount(0, word.length());
            if (!empty && length + 1 > width) {
                lines.append(line).append('\n');
                line = new StringBuilder(others);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        return lines.append(line).append('\n').toString();
    }
}
