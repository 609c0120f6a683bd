package dev.holdfast.secrets.bundle;

import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Things that take a run of bytes each, asked for those that hold or touch another run. */
final class Spans<T> {
    private final List<T> sorted;
    private final int[] starts;
    // The furthest end of all up to each.
    private final int[] ends;

    private Spans(List<T> things, Function<T, Span> span) {
        sorted =
                things.stream()
                        .sorted(Comparator.comparingInt(each -> span.apply(each).start()))
                        .toList();
        starts = new int[sorted.size()];
        ends = new int[sorted.size()];
        int furthest = -1;
        for (int i = 0; i < starts.length; i++) {
            Span each = span.apply(sorted.get(i));
            furthest = Math.max(furthest, each.end());
            starts[i] = each.start();
            ends[i] = furthest;
        }
    }

    static Spans<Span> of(List<Span> spans) {
        return new Spans<>(spans, each -> each);
    }

    static <M extends Match> Spans<M> ofMatches(List<M> matches) {
        return new Spans<>(matches, each -> new Span(each.start(), each.end()));
    }

    /** Whether one of them holds all of that run. */
    boolean holds(int start, int end) {
        int last = firstAbove(starts, start) - 1;
        return last >= 0 && ends[last] >= end;
    }

    /** The first of them that shares a byte with that run. */
    Optional<T> touching(int start, int end) {
        int first = firstAbove(ends, start);
        return first < starts.length && starts[first] < end
                ? Optional.of(sorted.get(first))
                : Optional.empty();
    }

    private static int firstAbove(int[] rising, int value) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
