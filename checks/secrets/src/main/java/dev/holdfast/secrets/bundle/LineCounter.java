package dev.holdfast.secrets.bundle;

/**
 * Counts lines and UTF-16 columns along a run of UTF-8 bytes. Works byte by byte, so that it can go
 * on from one window to the next and does not mind bytes that are not UTF-8.
 */
final class LineCounter {
    private int line = 1;
    private int column = 1;

    /** Passes over the bytes at {@code [from, to)}. */
    void pass(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte each = bytes[i];
            if (each == '\n') {
                line++;
                column = 1;
            } else if ((each & 0xC0) != 0x80) {
                column += (each & 0xF8) == 0xF0 ? 2 : 1;
            }
        }
    }

    LineCounter copy() {
        LineCounter copy = new LineCounter();
        copy.line = line;
        copy.column = column;
        return copy;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
