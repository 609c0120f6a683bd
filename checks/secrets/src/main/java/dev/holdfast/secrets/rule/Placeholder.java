package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Latin1;
import java.util.List;
import java.util.Locale;

/**
 * Recognises what stands in documentation where a secret would. Each test is one that a random body
 * of the same length passes less often than once in a million; what a lazy hand may have typed
 * ({@code 0123456789abcdef}) is none of these, for somebody may use it.
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
                || joinedWords(bytes, start, end)
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

    /** Letters of one case, joined twice and more: {@code your-token-goes-here}, a class name. */
    private static boolean joinedWords(byte[] bytes, int start, int end) {
        boolean lower = false;
        boolean upper = false;
        int joints = 0;
        for (int i = start; i < end; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                return false;
            }
            lower |= bytes[i] >= 'a' && bytes[i] <= 'z';
            upper |= bytes[i] >= 'A' && bytes[i] <= 'Z';
            joints += bytes[i] == '-' || bytes[i] == '_' || bytes[i] == '.' ? 1 : 0;
        }
        return joints > 1 && end - start >= LONG && !(lower && upper);
    }

    private static boolean word(byte[] bytes, int start, int end) {
        String text = Latin1.text(bytes, start, end).toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(text::contains);
    }
}
