package dev.holdfast.secrets.place;

/**
 * Counts lines and UTF-16 columns along a run of UTF-8 bytes. Works byte by byte, so that it can go
 * on from one window to the next and does not mind bytes that are not UTF-8.
 */
public final class LineCounter {
    private int line = 1;
    private int column = 1;

    /** A counter at the start of a content. */
    public LineCounter() {}

    /** Passes over the bytes at {@code [from, to)}. */
    public void pass(byte[] bytes, int from, int to) {
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

    /** Another one that stands where this one does. */
    public LineCounter copy() {
        LineCounter copy = new LineCounter();
        copy.line = line;
        copy.column = column;
        return copy;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column in UTF-16 units, from 1. */
    public int column() {
        return column;
    }
}
