package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Span;
import org.jspecify.annotations.Nullable;

/** Looks for the other half of a pair: the nearest run of exactly so many bytes of a class. */
final class Runs {
    private final Bytes each;
    private final int size;

    /** Says whether a run looks like what is sought. */
    @FunctionalInterface
    interface Test {
        boolean accepts(byte[] bytes, int start, int end);
    }

    Runs(Bytes each, int size) {
        this.each = each;
        this.size = size;
    }

    static boolean isMixed(byte[] bytes, int start, int end) {
        return Mixture.of(bytes, start, end, 1) && isAny(bytes, start, end);
    }

    static boolean isAny(byte[] bytes, int start, int end) {
        return !Placeholder.is(bytes, start, end);
    }

    /** The run nearest to {@code [start, end)}, no further away than a judge may look. */
    @Nullable Span nearest(byte[] bytes, int length, int start, int end, Test test) {
        int from = Math.max(0, start - Around.REACH);
        int to = Math.min(length, end + Around.REACH);
        Span nearest = null;
        int at = from;
        while (at < to) {
            if (!each.has(bytes[at])) {
                at++;
                continue;
            }
            int runEnd = end(bytes, length, at);
            boolean whole = at == 0 || !each.has(bytes[at - 1]);
            if (whole
                    && count(bytes, at, runEnd) == size
                    && (runEnd <= start || at >= end)
                    && test.accepts(bytes, at, runEnd)) {
                nearest = nearer(nearest, new Span(at, runEnd), start, end);
            }
            at = runEnd;
        }
        return nearest;
    }

    private static Span nearer(@Nullable Span one, Span other, int start, int end) {
        return one == null || distance(other, start, end) < distance(one, start, end) ? other : one;
    }

    private static int distance(Span span, int start, int end) {
        return span.end() <= start ? start - span.end() : span.start() - end;
    }

    /** The end of the run, or a place by which it is longer than what is sought. */
    private int end(byte[] bytes, int length, int start) {
        int limit = Math.min(length, start + 2 * size + 2);
        int at = start;
        while (at < limit && (each.has(bytes[at]) || isEscapedSlash(bytes, length, at))) {
            at++;
        }
        return at;
    }

    // JSON may write a slash as "\/".
    private boolean isEscapedSlash(byte[] bytes, int length, int at) {
        return bytes[at] == '\\'
                && each == Bytes.STANDARD_BASE64
                && at + 1 < length
                && bytes[at + 1] == '/';
    }

    private static int count(byte[] bytes, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            count += bytes[i] == '\\' ? 0 : 1;
        }
        return count;
    }
}
