package dev.holdfast.secrets.bundle;

/**
 * Finds where strings of one line end. A quote that nothing closes is remembered: whatever opens
 * behind it on the same line with the same quote is not closed either, for the first one passed
 * over that quote as an escaped one.
 */
final class StringEnds {
    private final byte[] bytes;
    private int openDouble;
    private int openSingle;

    StringEnds(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Where the string that opens at an offset ends, or -1: it holds no line end. */
    int close(int quote) {
        boolean single = bytes[quote] == '\'';
        if (quote < (single ? openSingle : openDouble)) {
            return -1;
        }
        int at = quote + 1;
        while (at < bytes.length && bytes[at] != '\n') {
            if (bytes[at] == '\\') {
                at++;
            } else if (bytes[at] == bytes[quote]) {
                return at;
            }
            at++;
        }
        if (single) {
            openSingle = at;
        } else {
            openDouble = at;
        }
        return -1;
    }
}
