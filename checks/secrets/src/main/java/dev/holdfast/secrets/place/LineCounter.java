package dev.holdfast.secrets.place;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Counts lines and UTF-16 columns along a run of UTF-8 bytes. It can go on from one window to the
 * next, and does not mind bytes that are not UTF-8.
 */
public final class LineCounter {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = ONES << 7;
    private static final long LOWS = ~HIGHS;
    private static final long LINE_ENDS = ONES * '\n';

    private int line = 1;
    private int column = 1;

    /** A counter at the start of a content. */
    public LineCounter() {}

    /** Passes over the bytes at {@code [from, to)}. */
    public void pass(byte[] bytes, int from, int to) {
        int lines = lines(bytes, from, to);
        int start = from;
        if (lines > 0) {
            line += lines;
            column = 1;
            start = to;
            while (bytes[start - 1] != '\n') {
                start--;
            }
        }
        if (start < to) {
            column += units(bytes, start, to);
        }
    }

    /** How many line ends there are; eight bytes at a time. */
    private static int lines(byte[] bytes, int from, int to) {
        int lines = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at) ^ LINE_ENDS;
            // The high bit of each byte that is zero, exactly (Warren, Hacker's Delight, 6-1).
            lines += Long.bitCount(~((eight & LOWS) + LOWS | eight | LOWS));
        }
        for (; at < to; at++) {
            lines += bytes[at] == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** How many units of UTF-16 the characters have that begin there (RFC 3629, section 3). */
    private static int units(byte[] bytes, int from, int to) {
        int units = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at);
            long follows = eight & ~(eight << 1) & HIGHS;
            // 11110xxx begins a character of two units.
            long pairs = eight & eight << 1 & eight << 2 & eight << 3 & ~(eight << 4) & HIGHS;
            units += Long.BYTES - Long.bitCount(follows) + Long.bitCount(pairs);
        }
        for (; at < to; at++) {
            byte each = bytes[at];
            if ((each & 0xC0) != 0x80) {
                units += (each & 0xF8) == 0xF0 ? 2 : 1;
            }
        }
        return units;
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
