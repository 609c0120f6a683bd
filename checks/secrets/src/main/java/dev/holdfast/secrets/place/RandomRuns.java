package dev.holdfast.secrets.place;

import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs of bytes that look random and may be secrets that no rule knows: the session token beside a
 * key id, the base64 of a file. They are no findings; they are only not shown.
 */
final class RandomRuns {
    private static final int FEWEST = 20;
    // A line of base64 is shorter; each finding looks so far.
    private static final int FURTHEST = 256;

    private RandomRuns() {}

    /** Those that share a byte with {@code [from, to)}. */
    static List<Span> in(byte[] bytes, int length, int from, int to) {
        List<Span> runs = new ArrayList<>();
        int start = from;
        while (start > 0 && from - start < FURTHEST && Bytes.BASE64.has(bytes[start - 1])) {
            start--;
        }
        int limit = (int) Math.min(length, (long) to + FURTHEST);
        int at = start;
        while (at < to) {
            int end = at;
            while (end < limit && Bytes.BASE64.has(bytes[end])) {
                end++;
            }
            if (end - at >= FEWEST && isRandom(bytes, at, end)) {
                runs.add(new Span(at, end));
            }
            at = Math.max(end, at + 1);
        }
        return runs;
    }

    /** Digits among letters of both kinds, or a hexadecimal number. */
    private static boolean isRandom(byte[] bytes, int start, int end) {
        boolean upper = false;
        boolean lower = false;
        boolean digits = false;
        boolean hex = true;
        for (int i = start; i < end; i++) {
            byte each = bytes[i];
            upper |= each >= 'A' && each <= 'Z';
            lower |= each >= 'a' && each <= 'z';
            digits |= each >= '0' && each <= '9';
            hex &= Bytes.HEX.has(each) || Bytes.UPPER_HEX.has(each);
        }
        return digits && ((upper && lower) || hex);
    }
}
