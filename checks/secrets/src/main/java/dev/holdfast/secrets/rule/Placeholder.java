package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Latin1;
import java.util.List;
import java.util.Locale;

/**
 * Recognises what stands in documentation where a secret would. Each test is one that a random body
 * of the same length passes less often than once in a million.
 */
final class Placeholder {
    private static final int MOST_DIFFERENT = 3;
    // Below this length a random body can be letters of one case by chance.
    private static final int LONG = 20;
    // Words of seven letters and more: a random body holds one of them once in 10^8.
    private static final List<String> WORDS =
            List.of(
                    "example",
                    "placeholder",
                    "changeme",
                    "replaceme",
                    "redacted",
                    "yourkey",
                    "yourtoken",
                    "yoursecret",
                    "yourapikey",
                    "your-api-key",
                    "your_api_key");

    private Placeholder() {}

    /** Whether the body is a stand-in. */
    static boolean is(byte[] bytes, int start, int end) {
        return fewDifferent(bytes, start, end)
                || sequence(bytes, start, end)
                || (end - start >= LONG && oneCase(bytes, start, end))
                || word(bytes, start, end);
    }

    /** At most three different letters and digits: {@code xxxx…}, {@code 0000…}. */
    private static boolean fewDifferent(byte[] bytes, int start, int end) {
        long low = 0;
        long high = 0;
        for (int i = start; i < end; i++) {
            if (!Bytes.BASE62.has(bytes[i])) {
                continue;
            }
            if (bytes[i] < 64) {
                low |= 1L << bytes[i];
            } else {
                high |= 1L << bytes[i];
            }
        }
        return end > start && Long.bitCount(low) + Long.bitCount(high) <= MOST_DIFFERENT;
    }

    /** Two steps of three go to the same or the next byte: {@code 1234567890abcdef…}. */
    private static boolean sequence(byte[] bytes, int start, int end) {
        int steps = 0;
        for (int i = start + 1; i < end; i++) {
            int step = bytes[i] - bytes[i - 1];
            boolean wraps = bytes[i - 1] == '9' && bytes[i] == '0';
            steps += step == 0 || step == 1 || wraps ? 1 : 0;
        }
        return end - start >= 12 && steps * 3 >= (end - start - 1) * 2;
    }

    /** Letters of one case and what joins words: {@code your-token-goes-here}, a class name. */
    private static boolean oneCase(byte[] bytes, int start, int end) {
        boolean lower = false;
        boolean upper = false;
        for (int i = start; i < end; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                return false;
            }
            lower |= bytes[i] >= 'a' && bytes[i] <= 'z';
            upper |= bytes[i] >= 'A' && bytes[i] <= 'Z';
        }
        return !(lower && upper);
    }

    private static boolean word(byte[] bytes, int start, int end) {
        String text = Latin1.text(bytes, start, end).toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(text::contains);
    }
}
