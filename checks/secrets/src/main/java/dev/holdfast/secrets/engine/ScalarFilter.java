package dev.holdfast.secrets.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Asks tables of pairs of bytes at every other offset and, where they answer, bitmaps of the
 * anchors' first three and first four bytes. Plain loops over arrays, which are fast in a JVM that
 * has just started.
 */
public final class ScalarFilter implements CandidateFilter {
    // 2^17 bits each, 16 KiB: what text really asks for stays in the first-level cache.
    private static final int BITS = 17;
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SHIFT = 32 - BITS;
    // What is looked at before the candidates in it are told.
    private static final int BLOCK = 1 << 11;
    // So few bytes are looked at one by one.
    private static final int FEW = 64;

    private final long[] three = new long[1 << (BITS - 6)];
    private final long[] four = new long[1 << (BITS - 6)];

    private final PairTables pairs;

    /** A filter for the anchors. */
    public ScalarFilter(List<Anchor> anchors) {
        pairs = new PairTables(anchors);
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
        int last = Math.min(to - 1, length - Anchor.FEWEST);
        // Behind it, fewer bytes are left than are read at once.
        int end = Math.min(last + PairTables.BEFORE + 1, length - PairTables.STRIDE - 3);
        int told = from;
        int at = from;
        if (end - from > FEW) {
            int[] strides = new int[BLOCK / PairTables.STRIDE];
            int[] candidates = new int[PairTables.STRIDE + PairTables.BEFORE];
            while (at < end) {
                int until = (int) Math.min(end, (long) at + BLOCK);
                int count = pairs.collect(bytes, at, until, strides);
                for (int i = 0; i < count; i++) {
                    int behind = Math.min(strides[i] + PairTables.STRIDE - 2, last + 1);
                    int first = Math.max(told, strides[i] - PairTables.BEFORE);
                    tell(
                            bytes,
                            candidates,
                            candidates(three, bytes, first, behind, candidates),
                            sink);
                    told = Math.max(told, behind);
                }
                at += (until - at + PairTables.STRIDE - 1) & -PairTables.STRIDE;
            }
        }
        for (at = Math.max(told, at - PairTables.BEFORE); at <= last; at++) {
            if (has(three, three(bytes, at))
                    && (at + Integer.BYTES > length || goesOn((int) INTS.get(bytes, at)))) {
                sink.candidate(at);
            }
        }
    }

    /**
     * Collects what of {@code [from, to)} the bitmap of three bytes lets pass, without a branch.
     */
    private static int candidates(long[] three, byte[] bytes, int from, int to, int[] into) {
        int count = 0;
        for (int at = from; at < to; at++) {
            int bit = hash((int) INTS.get(bytes, at) & 0xFFFFFF) >>> SHIFT;
            into[count] = at;
            count += (int) (three[bit >>> 6] >>> bit) & 1;
        }
        return count;
    }

    private void tell(byte[] bytes, int[] candidates, int count, Sink sink) {
        for (int i = 0; i < count; i++) {
            if (goesOn((int) INTS.get(bytes, candidates[i]))) {
                sink.candidate(candidates[i]);
            }
        }
    }

    /** An anchor of three bytes stands in the second bitmap as if its fourth were 0. */
    private boolean goesOn(int start) {
        return has(four, start) || has(four, start & 0xFFFFFF);
    }
}
