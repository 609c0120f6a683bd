package dev.holdfast.secrets.sourcemap;

import java.util.Arrays;

/** Base64 VLQ numbers, one after the other (ECMA-426, section 6). */
final class Vlq {
    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte[] VALUES = values();

    private final AsciiText text;
    private int at;

    Vlq(AsciiText text) {
        this.text = text;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < DIGITS.length(); i++) {
            values[DIGITS.charAt(i)] = (byte) i;
        }
        return values;
    }

    boolean hasMore() {
        return at < text.length();
    }

    char peek() {
        return text.charAt(at);
    }

    void skip() {
        at++;
    }

    /** Whether the next character belongs to a number. */
    boolean isDigit() {
        return hasMore() && peek() < 128 && VALUES[peek()] >= 0;
    }

    /**
     * The next number.
     *
     * @throws BrokenMap when it does not end, or has more than 32 bits
     */
    int next() throws BrokenMap {
        long value = 0;
        int shift = 0;
        while (true) {
            if (!isDigit()) {
                throw new BrokenMap("a number in 'mappings' does not end");
            }
            int digit = VALUES[text.charAt(at++)];
            value |= (long) (digit & 31) << shift;
            if ((digit & 32) == 0) {
                break;
            }
            shift += 5;
            if (shift > 30) {
                throw new BrokenMap("a number in 'mappings' has more than 32 bits");
            }
        }
        long magnitude = value >>> 1;
        return (int) ((value & 1) == 0 ? magnitude : -magnitude);
    }
}
