package dev.holdfast.secrets.engine;

import java.util.function.IntConsumer;

/** A literal at which a recogniser is asked. */
public final class Anchor {
    /** The fewest bytes that an anchor has. */
    public static final int FEWEST = 3;

    private final byte[] bytes;
    private final boolean anyCase;

    private Anchor(String text, boolean anyCase) {
        this.bytes = Latin1.bytes(text);
        this.anyCase = anyCase;
        if (bytes.length < FEWEST) {
            throw new IllegalArgumentException("an anchor has at least 3 bytes");
        }
    }

    static Anchor exact(String text) {
        return new Anchor(text, false);
    }

    static Anchor keyword(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isCapital((byte) text.charAt(i)) || text.charAt(i) > 0x7F) {
                throw new IllegalArgumentException("a keyword is ASCII in small letters: " + text);
            }
        }
        return new Anchor(text, true);
    }

    /** How many bytes it has. */
    public int length() {
        return bytes.length;
    }

    /** The byte at that index; a small letter when any case counts. */
    public byte at(int index) {
        return bytes[index];
    }

    /** Whether the byte at that index counts as a capital too. */
    public boolean isFolded(int index) {
        return anyCase && bytes[index] >= 'a' && bytes[index] <= 'z';
    }

    boolean stands(byte[] text, int length, int at) {
        if (at + bytes.length > length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            byte each = text[at + i];
            if (each != bytes[i] && !(anyCase && isCapital(each) && each + 32 == bytes[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells the first bytes, little-endian, in each way in which they may be written; those that
     * the anchor does not have are 0.
     */
    void starts(int count, IntConsumer told) {
        starts(0, 0, Math.min(count, bytes.length), told);
    }

    private void starts(int index, int start, int count, IntConsumer told) {
        if (index == count) {
            told.accept(start);
            return;
        }
        int shift = 8 * index;
        starts(index + 1, start | (bytes[index] & 0xFF) << shift, count, told);
        if (isFolded(index)) {
            starts(index + 1, start | (bytes[index] - 32) << shift, count, told);
        }
    }

    private static boolean isCapital(byte each) {
        return each >= 'A' && each <= 'Z';
    }
}
