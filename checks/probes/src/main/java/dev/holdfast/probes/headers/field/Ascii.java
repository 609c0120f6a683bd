package dev.holdfast.probes.headers.field;

/** The small words of HTTP's grammar (RFC 9110, section 5.6). */
public final class Ascii {
    private static final String MARKS = "!#$%&'*+-.^_`|~";

    private Ascii() {}

    /** Without spaces and tabs around it. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether it is a token: one letter or more, no separators. */
    public static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(each -> isAlphanumeric(each) || MARKS.indexOf(each) >= 0);
    }

    /** Whether it is a whole quoted-string. */
    public static boolean isQuoted(String text) {
        if (text.length() < 2 || text.charAt(0) != '"') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\') {
                i++;
            } else if (letter == '"') {
                return i == text.length() - 1;
            }
        }
        return false;
    }

    /** What stands in a quoted-string; any other text as it is. */
    public static String unquote(String text) {
        if (!isQuoted(text)) {
            return text;
        }
        StringBuilder inner = new StringBuilder();
        for (int i = 1; i < text.length() - 1; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            }
            inner.append(text.charAt(i));
        }
        return inner.toString();
    }

    /** Whether it is one digit or more. */
    public static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(each -> each >= '0' && each <= '9');
    }

    static boolean isAlphanumeric(int letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9');
    }

    private static boolean isSpace(char letter) {
        return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
    }
}
