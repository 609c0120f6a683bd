package dev.holdfast.secrets.rule;

/** Steps over bytes of text: blanks, quotes, names. */
final class Text {
    private static final int MOST_BLANKS = 32;
    private static final ByteSet NAME = ByteSet.of("0-9A-Za-z_.$-");

    private Text() {}

    static boolean isBlank(byte each) {
        return each == ' ' || each == '\t';
    }

    static boolean endsLine(byte each) {
        return each == '\n' || each == '\r';
    }

    static boolean isQuote(byte each) {
        return each == '"' || each == '\'' || each == '`';
    }

    /** Part of the name of a variable, of a property or of a flag. */
    static boolean isName(byte each) {
        return NAME.has(each);
    }

    /** The first offset at or behind this one where no blank stands, no further than some. */
    static int blanks(byte[] bytes, int length, int from) {
        int end = Math.min(length, from + MOST_BLANKS);
        int at = from;
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /** The same across ends of lines. */
    static int space(byte[] bytes, int length, int from) {
        int end = Math.min(length, from + 2 * MOST_BLANKS);
        int at = from;
        while (at < end && (isBlank(bytes[at]) || endsLine(bytes[at]))) {
            at++;
        }
        return at;
    }

    /** The offset behind the blanks before this one. */
    static int blanksBefore(byte[] bytes, int from) {
        int at = from;
        while (at > 0 && from - at < MOST_BLANKS && isBlank(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    /** Whether nothing stands before that offset in its line. */
    static boolean beginsLine(byte[] bytes, int at) {
        return at == 0 || endsLine(bytes[at - 1]);
    }

    /** Whether the text, in small letters and in whatever case, ends before that offset. */
    static boolean endsWith(byte[] bytes, int at, String text) {
        return at >= text.length() && Literal.ignoringCase(bytes, at, at - text.length(), text);
    }
}
