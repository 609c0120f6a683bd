package dev.holdfast.secrets.rule;

/**
 * Recognises what cannot be a secret: a body of at most three different bytes ({@code xxxx…},
 * {@code 0000…}, {@code ****…}). Nothing else is taken for a placeholder: a real key may contain
 * any word.
 */
final class Placeholder {
    private static final int MOST_DIFFERENT = 3;

    private Placeholder() {}

    static boolean is(byte[] bytes, int start, int end) {
        long low = 0;
        long high = 0;
        for (int i = start; i < end; i++) {
            if (bytes[i] < 64) {
                low |= 1L << bytes[i];
            } else {
                high |= 1L << bytes[i];
            }
        }
        return end > start && Long.bitCount(low) + Long.bitCount(high) <= MOST_DIFFERENT;
    }
}
