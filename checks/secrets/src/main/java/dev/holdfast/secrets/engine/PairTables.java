package dev.holdfast.secrets.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds where anchors may stand from every other pair of bytes. Of four bytes of each anchor, once
 * from an even and once from an odd offset on, two tables know the first and the second pair; each
 * bit of an entry is a bucket of anchors that begin alike. Where both pairs of one bucket follow
 * one another, an anchor may stand.
 */
final class PairTables {
    /** How many offsets are looked at together. */
    static final int STRIDE = 8;

    /** How many bytes before a stride an anchor may begin. */
    static final int BEFORE = 3;

    private static final int BUCKETS = Long.SIZE;
    private static final int PAIRS = 1 << 14;
    private static final int ANY = 256;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MASK = PAIRS - 1;
    private static final long LOW_BYTES = 0x007F_007F_007F_007FL;
    private static final long HIGH_BYTES = LOW_BYTES << 8;

    private final long[] first = new long[PAIRS];
    private final long[] second = new long[PAIRS];

    PairTables(List<Anchor> anchors) {
        List<Quad> quads = new ArrayList<>(2 * anchors.size());
        for (Anchor anchor : anchors) {
            quads.add(new Quad(anchor, 0));
            // Three bytes are not enough behind an odd offset, so the byte before them may be any.
            quads.add(new Quad(anchor, anchor.length() == Anchor.FEWEST ? -1 : 1));
        }
        // What begins alike shares a bucket, and lets little else pass.
        quads.sort(Comparator.comparingLong(Quad::order));
        for (int i = 0; i < quads.size(); i++) {
            long bucket = 1L << (int) ((long) i * BUCKETS / quads.size());
            Quad quad = quads.get(i);
            quad.mark(0, bucket, first);
            quad.mark(2, bucket, second);
        }
    }

    /** Four bytes of an anchor; what lies outside of it may be any byte. */
    private record Quad(Anchor anchor, int offset) {

        int at(int index) {
            int place = offset + index;
            return place < 0 || place >= anchor.length() ? ANY : anchor.at(place) & 0xFF;
        }

        long order() {
            long order = 0;
            for (int i = 0; i < 4; i++) {
                order = (order << 9) | at(i);
            }
            return order;
        }

        void mark(int index, long bucket, long[] table) {
            int low = at(index);
            int high = at(index + 1);
            for (int i = low == ANY ? 0 : low; i <= (low == ANY ? 0xFF : low); i++) {
                for (int j = high == ANY ? 0 : high; j <= (high == ANY ? 0xFF : high); j++) {
                    mark(index, i, j, bucket, table);
                }
            }
        }

        private void mark(int index, int low, int high, long bucket, long[] table) {
            table[pair(low, high)] |= bucket;
            if (isFolded(index)) {
                table[pair(low - 32, high)] |= bucket;
            }
            if (isFolded(index + 1)) {
                table[pair(low, high - 32)] |= bucket;
            }
            if (isFolded(index) && isFolded(index + 1)) {
                table[pair(low - 32, high - 32)] |= bucket;
            }
        }

        private boolean isFolded(int index) {
            return at(index) != ANY && anchor.isFolded(offset + index);
        }
    }

    /**
     * Collects the strides in which an anchor may stand, from an offset on. An anchor may begin
     * from {@link #BEFORE} bytes before the stride on. Returns how many there are.
     *
     * @param end where strides end to begin; {@link #STRIDE} bytes from before there are read
     * @param into has room for as many as begin in {@code [from, end)}
     */
    int collect(byte[] bytes, int from, int end, int[] into) {
        long carried = from < 2 ? 0 : first[pair(bytes[from - 2], bytes[from - 1])];
        return collect(first, second, carried, bytes, from, end, into);
    }

    /**
     * A loop of its own without any branch: what text holds is hard to guess for a processor, and
     * for a JVM that has just started this is the whole method to be compiled.
     */
    private static int collect(
            long[] first, long[] second, long before, byte[] bytes, int from, int end, int[] into) {
        int count = 0;
        long carried = before;
        for (int at = from; at < end; at += STRIDE) {
            long eight = (long) LONGS.get(bytes, at);
            long pairs = (eight & LOW_BYTES) | ((eight & HIGH_BYTES) >>> 1);
            int a = (int) pairs & MASK;
            int b = (int) (pairs >>> 16) & MASK;
            int c = (int) (pairs >>> 32) & MASK;
            int d = (int) (pairs >>> 48);
            long found =
                    (carried & second[a])
                            | (first[a] & second[b])
                            | (first[b] & second[c])
                            | (first[c] & second[d]);
            carried = first[d];
            into[count] = at;
            count += (int) ((found | -found) >>> 63);
        }
        return count;
    }

    /** Seven bits of each byte: fewer entries stay in the caches, and few bytes have the eighth. */
    private static int pair(int low, int high) {
        return (low & 0x7F) | ((high & 0x7F) << 7);
    }
}
