package dev.holdfast.commands.report;

import java.util.Locale;

/**
 * Text from anywhere as Markdown (CommonMark 0.31 with GitHub's extensions) that means nothing but
 * itself: no markup, link, mention or reference comes out of it.
 */
final class MarkdownText {

    private MarkdownText() {}

    /** The text, for a place that is not the start of a line. */
    static String of(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        String gap = "";
        for (String word : Visible.line(text).split(" ", -1)) {
            // A comma behind an address is not part of it for whoever copies the address.
            int end = meansMore(word) ? endWithoutStops(word) : 0;
            escaped.append(gap).append(code(word.substring(0, end)));
            escaped.append(escape(word.substring(end)));
            gap = " ";
        }
        return escaped.toString();
    }

    private static int endWithoutStops(String word) {
        int end = word.length();
        while (end > 0 && ",.;:!?)".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /**
     * What a reader such as GitHub makes a link or a message of although it is no markup: bare
     * addresses (GFM, section 6.9), names, numbers of issues. No escape prevents that, a code span
     * does.
     */
    private static boolean meansMore(String word) {
        return word.contains("://")
                || word.indexOf('@') >= 0
                || word.indexOf('#') >= 0
                || word.toLowerCase(Locale.ROOT).contains("www.");
    }

    private static String escape(String word) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char each = word.charAt(i);
            switch (each) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '\\', '`', '*', '_', '{', '}', '[', ']', '(', ')', '!', '|', '~', '$' ->
                        escaped.append('\\').append(each);
                default -> escaped.append(each);
            }
        }
        return escaped.toString();
    }

    /**
     * A code span that no text can end and that no table cell splits: a backtick and a pipe are
     * written as their numbers.
     */
    static String code(String text) {
        if (text.isBlank()) {
            return "";
        }
        return "`" + Visible.line(text).replace("`", "\\u0060").replace("|", "\\u007C") + "`";
    }

    /** The text, cut where it is longer than that many UTF-16 units. */
    static String clip(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
