package dev.holdfast.secrets.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The bytes of tokens and of their parts, laid out for many questions: a file can hold a token a
 * line, and none may look at all others.
 */
final class Covered {
    private final List<Span> spans = new ArrayList<>();
    // The furthest end of the spans up to each one, by where they start.
    private int[] furthest = new int[0];

    void add(TokenMatch token) {
        spans.add(new Span(token.start(), token.end()));
        spans.addAll(token.parts());
    }

    /** After the last one was added. */
    void settle() {
        spans.sort(Comparator.comparingInt(Span::start));
        furthest = new int[spans.size()];
        int end = 0;
        for (int i = 0; i < furthest.length; i++) {
            end = Math.max(end, spans.get(i).end());
            furthest[i] = end;
        }
    }

    /** Whether one of them shares a byte with {@code [start, end)}. */
    boolean overlaps(int start, int end) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).start() < end) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && furthest[low - 1] > start;
    }
}
