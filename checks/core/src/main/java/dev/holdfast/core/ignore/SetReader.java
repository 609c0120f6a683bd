package dev.holdfast.core.ignore;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Reads a set of bytes in brackets, as in {@code [a-z_]}, {@code [!a]} or {@code [[:digit:]]}. */
final class SetReader {
    private static final int NONE = -1;

    private final String pattern;
    private final BitSet set = new BitSet(256);
    private int at;
    // What a range would begin with.
    private int previous = NONE;

    SetReader(String pattern, int opening) {
        this.pattern = pattern;
        this.at = opening + 1;
    }

    /** The place behind the set. */
    int end() {
        return at;
    }

    /** The set; null when it is not complete, and the pattern fits nothing. */
    @Nullable BitSet read() {
        boolean negated = is('!') || is('^');
        if (negated) {
            at++;
        }
        // A closing bracket that comes first is one of the bytes.
        do {
            if (!element()) {
                return null;
            }
        } while (!is(']'));
        at++;
        if (negated) {
            set.flip(0, 256);
        }
        set.clear('/');
        return set;
    }

    private boolean is(char wanted) {
        return at < pattern.length() && pattern.charAt(at) == wanted;
    }

    private boolean element() {
        boolean isLast = at + 1 >= pattern.length() || pattern.charAt(at + 1) == ']';
        if (is('-') && previous != NONE && !isLast) {
            at++;
            int lowest = previous;
            int highest = one();
            if (highest != NONE && lowest <= highest) {
                set.set(lowest, highest + 1);
            }
            previous = NONE;
            return highest != NONE;
        }
        if (pattern.startsWith("[:", at)) {
            int end = pattern.indexOf(']', at + 2);
            if (end > at + 2 && pattern.charAt(end - 1) == ':') {
                BitSet named = NamedSets.of(pattern.substring(at + 2, end - 1));
                if (named != null) {
                    set.or(named);
                }
                at = end + 1;
                previous = NONE;
                return named != null;
            }
        }
        previous = one();
        if (previous != NONE) {
            set.set(previous);
        }
        return previous != NONE;
    }

    /** One byte, which may stand behind a backslash. */
    private int one() {
        if (is('\\')) {
            at++;
        }
        return at < pattern.length() ? pattern.charAt(at++) : NONE;
    }
}
