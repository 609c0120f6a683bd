package dev.holdfast.core.ignore;

import java.util.BitSet;
import java.util.List;

/**
 * One match of a pattern against a text, as a set of the parts that may come next: no pattern takes
 * more steps than its parts times the bytes of the text, whereas trying one way after the other can
 * take exponentially many.
 */
final class WildcardStates {
    private final int[] parts;
    private final List<BitSet> sets;
    private long[] now;
    private long[] next;
    private long steps;

    WildcardStates(int[] parts, List<BitSet> sets) {
        this.parts = parts;
        this.sets = sets;
        this.now = new long[(parts.length >> 6) + 1];
        this.next = new long[now.length];
    }

    /** How many pairs of a part and a byte were looked at. */
    long steps() {
        return steps;
    }

    /** Whether the parts fit this piece of a text. */
    boolean match(String text, int start, int end) {
        enter(now, 0);
        for (int i = start; i < end; i++) {
            if (!step(text.charAt(i))) {
                return false;
            }
        }
        return (now[parts.length >> 6] >>> parts.length & 1) != 0;
    }

    /** One byte further; false when nothing fits any more. */
    private boolean step(char each) {
        long reached = 0;
        for (int word = 0; word < now.length; word++) {
            for (long left = now[word]; left != 0; left &= left - 1) {
                int at = (word << 6) + Long.numberOfTrailingZeros(left);
                if (at < parts.length) {
                    steps++;
                    part(at, each);
                }
            }
            now[word] = 0;
        }
        long[] used = now;
        now = next;
        next = used;
        for (long word : now) {
            reached |= word;
        }
        return reached != 0;
    }

    private void part(int at, char each) {
        int part = parts[at];
        switch (part) {
            case Wildcard.ANYTHING -> enter(next, at);
            case Wildcard.ANY_FOLDERS -> {
                // Only at a slash may it end.
                next[at >> 6] |= 1L << at;
                if (each == '/') {
                    enter(next, at + 1);
                }
            }
            case Wildcard.ANY_IN_NAME -> {
                if (each != '/') {
                    enter(next, at);
                }
            }
            case Wildcard.ANY -> {
                if (each != '/') {
                    enter(next, at + 1);
                }
            }
            default -> {
                if (part >= 0 ? part == each : sets.get(Wildcard.FIRST_SET - part).get(each)) {
                    enter(next, at + 1);
                }
            }
        }
    }

    /** A part that may stand for nothing is left in the moment it is entered. */
    private void enter(long[] states, int first) {
        int at = first;
        states[at >> 6] |= 1L << at;
        while (at < parts.length
                && parts[at] <= Wildcard.ANY_IN_NAME
                && parts[at] >= Wildcard.ANY_FOLDERS) {
            at++;
            states[at >> 6] |= 1L << at;
        }
    }
}
