package dev.holdfast.secrets.engine;

/**
 * The cheapest question about a keyword: is a value assigned behind it? Most keywords in programs
 * are parts of names that are called or read, and end here after a few bytes.
 */
public final class Assignment {
    private static final int LONGEST_NAME = 40;
    private static final int MOST_BLANKS = 16;

    /** Where no value is. */
    public static final int NONE = -1;

    private Assignment() {}

    /**
     * The offset of the value's first byte, behind its quote when it has one, or {@link #NONE}.
     * Understands {@code name = v}, {@code "name": "v"}, {@code name => 'v'}, {@code name := v},
     * {@code ("name", "v")}, and quotes that are escaped.
     *
     * @param behind the offset behind the keyword, inside of the name or at its end
     * @param least the fewest bytes, none of them blank, quote or end of line, that a value has
     */
    public static int value(byte[] bytes, int length, int behind, int least) {
        int at = behind;
        int nameEnd = Math.min(length, behind + LONGEST_NAME);
        while (at < nameEnd && isName(bytes[at])) {
            at++;
        }
        at = blanks(bytes, length, quote(bytes, length, at));
        int operator = operator(bytes, length, at);
        if (operator == NONE) {
            return NONE;
        }
        at = quote(bytes, length, blanks(bytes, length, operator));
        if (at + least > length) {
            return NONE;
        }
        for (int i = at; i < at + least; i++) {
            if (endsValue(bytes[i])) {
                return NONE;
            }
        }
        return at;
    }

    private static boolean isName(byte each) {
        return Bytes.BASE62.has(each) || each == '_' || each == '-' || each == '.' || each == ']';
    }

    private static boolean endsValue(byte each) {
        return (each >= 0 && each <= ' ') || isQuote(each);
    }

    private static boolean isQuote(byte each) {
        return each == '"' || each == '\'' || each == '`';
    }

    private static int blanks(byte[] bytes, int length, int at) {
        int end = Math.min(length, at + MOST_BLANKS);
        int behind = at;
        while (behind < end && (bytes[behind] == ' ' || bytes[behind] == '\t')) {
            behind++;
        }
        return behind;
    }

    /** Behind a quote and the backslashes that escape it, when one stands there. */
    private static int quote(byte[] bytes, int length, int at) {
        int quote = at;
        while (quote < length && quote - at < MOST_BLANKS && bytes[quote] == '\\') {
            quote++;
        }
        return quote < length && isQuote(bytes[quote]) ? quote + 1 : at;
    }

    /** Behind one of {@code = : := => ,}, or {@link #NONE}; a comparison is none. */
    private static int operator(byte[] bytes, int length, int at) {
        if (at + 1 >= length) {
            return NONE;
        }
        byte next = bytes[at + 1];
        return switch (bytes[at]) {
            case '=' -> next == '=' ? NONE : next == '>' ? at + 2 : at + 1;
            case ':' -> next == '=' ? at + 2 : at + 1;
            case ',' -> at + 1;
            default -> NONE;
        };
    }
}
