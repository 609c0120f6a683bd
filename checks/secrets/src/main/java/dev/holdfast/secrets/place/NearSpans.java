package dev.holdfast.secrets.place;

import dev.holdfast.secrets.engine.Span;
import java.util.Comparator;
import java.util.List;

/** Spans that are asked for by places from front to back, so that no place looks at all of them. */
public final class NearSpans {
    private final List<Span> sorted;
    private int first;

    /** Spans in any order; one that is there twice counts once. */
    public NearSpans(List<Span> spans) {
        this.sorted =
                spans.stream().distinct().sorted(Comparator.comparingInt(Span::start)).toList();
    }

    /**
     * All that share a byte with {@code [from, to)}, and perhaps some that lie before it.
     *
     * @param from not before that of the last call
     */
    public List<Span> near(int from, int to) {
        while (first < sorted.size() && sorted.get(first).end() <= from) {
            first++;
        }
        int last = first;
        while (last < sorted.size() && sorted.get(last).start() < to) {
            last++;
        }
        return sorted.subList(first, last);
    }
}
