package dev.holdfast.secrets.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Asks a bitmap of the anchors' first three bytes at every offset and, where it answers, one of
 * their first four. Plain loops over arrays, which are fast in a JVM that has just started.
 */
public final class ScalarFilter implements CandidateFilter {
    // 2^17 bits each, 16 KiB: what text really asks for stays in the first-level cache.
    private static final int BITS = 17;
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SHIFT = 32 - BITS;

    private final long[] three = new long[1 << (BITS - 6)];
    private final long[] four = new long[1 << (BITS - 6)];

    /** A filter for the anchors. */
    public ScalarFilter(List<Anchor> anchors) {
        for (Anchor anchor : anchors) {
            anchor.starts(3, start -> set(three, start));
            anchor.starts(4, start -> set(four, start));
        }
    }

    private static void set(long[] bitmap, int start) {
        int bit = hash(start) >>> SHIFT;
        bitmap[bit >>> 6] |= 1L << bit;
    }

    private static boolean has(long[] bitmap, int start) {
        int bit = hash(start) >>> SHIFT;
        return (bitmap[bit >>> 6] & 1L << bit) != 0;
    }

    // Knuth's multiplicative hash.
    static int hash(int start) {
        return start * 0x9E3779B1;
    }

    /** The three bytes at that offset, little-endian. */
    static int three(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
    }

    @Override
    public void scan(byte[] bytes, int length, int from, int to, Sink sink) {
        int last = Math.min(to - 1, length - 3);
        int end = Math.min(last, length - Integer.BYTES) + 1;
        int at = next(three, bytes, from, end);
        while (at < end) {
            if (goesOn((int) INTS.get(bytes, at))) {
                sink.candidate(at);
            }
            at = next(three, bytes, at + 1, end);
        }
        for (at = Math.max(from, end); at <= last; at++) {
            if (has(three, three(bytes, at))) {
                sink.candidate(at);
            }
        }
    }

    /**
     * The next offset at which the bitmap answers, or the end. A loop of its own without any call
     * in it: so the JVM compiles it well, whatever is done with what it finds.
     */
    private static int next(long[] bitmap, byte[] bytes, int from, int end) {
        for (int at = from; at < end; at++) {
            int bit = hash((int) INTS.get(bytes, at) & 0xFFFFFF) >>> SHIFT;
            if ((bitmap[bit >>> 6] & 1L << bit) != 0) {
                return at;
            }
        }
        return end;
    }

    /** An anchor of three bytes stands in the second bitmap as if its fourth were 0. */
    private boolean goesOn(int start) {
        return has(four, start) || has(four, start & 0xFFFFFF);
    }
}
