package dev.holdfast.secrets.engine.vector;

import dev.holdfast.secrets.engine.Anchor;
import dev.holdfast.secrets.engine.CandidateFilter;
import java.util.List;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Looks at as many offsets at once as a vector has bytes. The halves of four bytes are looked up in
 * tables of 16, each entry a set of buckets; an offset at which one bucket is left in all eight is
 * a candidate. The technique is known as Teddy, of the Hyperscan project.
 */
public final class VectorFilter implements CandidateFilter {
    private static final VectorSpecies<Byte> SPECIES = ByteVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int SETS = 3;

    private final HalfTables a;
    private final HalfTables b;
    private final HalfTables c;
    private final CandidateFilter rest;

    /**
     * A filter for the anchors.
     *
     * @param rest the filter for what is left behind the last whole vector
     */
    public VectorFilter(List<Anchor> anchors, CandidateFilter rest) {
        List<Bucket> buckets = Bucket.assign(anchors, 8 * SETS);
        a = new HalfTables(buckets.subList(0, 8), LANES);
        b = new HalfTables(buckets.subList(8, 16), LANES);
        c = new HalfTables(buckets.subList(16, 24), LANES);
        this.rest = rest;
    }

    /** Whether this machine's vectors are wide enough to be worth it. */
    public static boolean isWide() {
        return LANES >= 16;
    }

    // Tables are kept in variables, so that they stay in registers.
    @Override
    public void scan(byte[] bytes, int length, int from, int to, Sink sink) {
        ByteVector a0 = a.low(SPECIES, 0);
        ByteVector a1 = a.high(SPECIES, 0);
        ByteVector a2 = a.low(SPECIES, 1);
        ByteVector a3 = a.high(SPECIES, 1);
        ByteVector a4 = a.low(SPECIES, 2);
        ByteVector a5 = a.high(SPECIES, 2);
        ByteVector a6 = a.low(SPECIES, 3);
        ByteVector a7 = a.high(SPECIES, 3);
        ByteVector b0 = b.low(SPECIES, 0);
        ByteVector b1 = b.high(SPECIES, 0);
        ByteVector b2 = b.low(SPECIES, 1);
        ByteVector b3 = b.high(SPECIES, 1);
        ByteVector b4 = b.low(SPECIES, 2);
        ByteVector b5 = b.high(SPECIES, 2);
        ByteVector b6 = b.low(SPECIES, 3);
        ByteVector b7 = b.high(SPECIES, 3);
        ByteVector c0 = c.low(SPECIES, 0);
        ByteVector c1 = c.high(SPECIES, 0);
        ByteVector c2 = c.low(SPECIES, 1);
        ByteVector c3 = c.high(SPECIES, 1);
        ByteVector c4 = c.low(SPECIES, 2);
        ByteVector c5 = c.high(SPECIES, 2);
        ByteVector c6 = c.low(SPECIES, 3);
        ByteVector c7 = c.high(SPECIES, 3);
        int last = Math.min(to, length - 3) - LANES;
        int at = from;
        for (; at <= last; at += LANES) {
            ByteVector v = ByteVector.fromArray(SPECIES, bytes, at);
            ByteVector l = v.and((byte) 15);
            ByteVector h = v.lanewise(VectorOperators.LSHR, 4).and((byte) 15);
            ByteVector left = l.selectFrom(a0).and(h.selectFrom(a1));
            ByteVector mid = l.selectFrom(b0).and(h.selectFrom(b1));
            ByteVector right = l.selectFrom(c0).and(h.selectFrom(c1));
            v = ByteVector.fromArray(SPECIES, bytes, at + 1);
            l = v.and((byte) 15);
            h = v.lanewise(VectorOperators.LSHR, 4).and((byte) 15);
            left = left.and(l.selectFrom(a2)).and(h.selectFrom(a3));
            mid = mid.and(l.selectFrom(b2)).and(h.selectFrom(b3));
            right = right.and(l.selectFrom(c2)).and(h.selectFrom(c3));
            v = ByteVector.fromArray(SPECIES, bytes, at + 2);
            l = v.and((byte) 15);
            h = v.lanewise(VectorOperators.LSHR, 4).and((byte) 15);
            left = left.and(l.selectFrom(a4)).and(h.selectFrom(a5));
            mid = mid.and(l.selectFrom(b4)).and(h.selectFrom(b5));
            right = right.and(l.selectFrom(c4)).and(h.selectFrom(c5));
            v = ByteVector.fromArray(SPECIES, bytes, at + 3);
            l = v.and((byte) 15);
            h = v.lanewise(VectorOperators.LSHR, 4).and((byte) 15);
            left = left.and(l.selectFrom(a6)).and(h.selectFrom(a7));
            mid = mid.and(l.selectFrom(b6)).and(h.selectFrom(b7));
            right = right.and(l.selectFrom(c6)).and(h.selectFrom(c7));
            long some = left.or(mid).or(right).compare(VectorOperators.NE, (byte) 0).toLong();
            while (some != 0) {
                sink.candidate(at + Long.numberOfTrailingZeros(some));
                some &= some - 1;
            }
        }
        rest.scan(bytes, length, at, to, sink);
    }
}
