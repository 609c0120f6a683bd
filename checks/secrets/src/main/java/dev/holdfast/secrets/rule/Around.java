package dev.holdfast.secrets.rule;

/** Looks at the bytes around a token. */
final class Around {
    /** How far a judge may look, in bytes. */
    static final int REACH = 400;

    private Around() {}

    /** Whether a word stands near, in whatever case; the word is given in small letters. */
    static boolean has(byte[] bytes, int length, int start, int end, String word) {
        int last = Math.min(length, end + REACH) - word.length();
        for (int at = Math.max(0, start - REACH); at <= last; at++) {
            if (Literal.ignoringCase(bytes, length, at, word)) {
                return true;
            }
        }
        return false;
    }
}
