package dev.holdfast.secrets.engine;

/**
 * Where a token may begin and end. A letter or digit beside it belongs to a longer word, unless it
 * is the end of an escape: in {@code "a\nsk_live_…"} the byte before the token is the letter n.
 */
public final class Boundary {
    private static final String LETTERS = "ntrbfv0";

    private Boundary() {}

    /** Whether a token may begin at that offset. */
    public static boolean before(byte[] bytes, int start) {
        return start == 0
                || !Bytes.BASE62.has(bytes[start - 1])
                || letterEscape(bytes, start - 1)
                || numericEscape(bytes, start, 2, 'x')
                || numericEscape(bytes, start, 4, 'u')
                || percentEscape(bytes, start);
    }

    /**
     * The same for literals that are ordinary words: what a hyphen or an underscore joins to others
     * is no token, {@code cache-key-…}.
     */
    public static boolean beforeWord(byte[] bytes, int start) {
        return before(bytes, start)
                && (start == 0 || (bytes[start - 1] != '-' && bytes[start - 1] != '_'));
    }

    /** Whether a token may end before that offset. */
    public static boolean after(byte[] bytes, int length, int end) {
        return end >= length || !Bytes.BASE62.has(bytes[end]);
    }

    // \n \t \r \b \f \v \0
    private static boolean letterEscape(byte[] bytes, int letter) {
        return letter >= 1
                && bytes[letter - 1] == '\\'
                && LETTERS.indexOf((char) bytes[letter]) >= 0;
    }

    // Two digits behind an x, four behind a u.
    private static boolean numericEscape(byte[] bytes, int start, int digits, char kind) {
        int slash = start - digits - 2;
        return slash >= 0
                && bytes[slash] == '\\'
                && bytes[slash + 1] == kind
                && hex(bytes, slash + 2, start);
    }

    // %3D
    private static boolean percentEscape(byte[] bytes, int start) {
        return start >= 3 && bytes[start - 3] == '%' && hex(bytes, start - 2, start);
    }

    private static boolean hex(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Bytes.HEX.has(bytes[i]) && !Bytes.UPPER_HEX.has(bytes[i])) {
                return false;
            }
        }
        return true;
    }
}
