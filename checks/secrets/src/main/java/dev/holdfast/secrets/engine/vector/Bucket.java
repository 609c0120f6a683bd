package dev.holdfast.secrets.engine.vector;

import dev.holdfast.secrets.engine.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Anchors that share one bit of the tables. What passes has, at each of the first four bytes, the
 * low half of some anchor and the high half of some anchor in the bucket, so anchors are put where
 * they let the fewest other bytes pass.
 */
final class Bucket {
    /** The bytes of an anchor that are looked at. */
    static final int POSITIONS = 4;

    private static final int ANY = 0xFFFF;

    private final int[] low;
    private final int[] high;

    private Bucket(int[] low, int[] high) {
        this.low = low;
        this.high = high;
    }

    private static Bucket empty() {
        return new Bucket(new int[POSITIONS], new int[POSITIONS]);
    }

    private static Bucket of(Anchor anchor) {
        Bucket bucket = empty();
        for (int i = 0; i < POSITIONS; i++) {
            if (i >= anchor.length()) {
                bucket.low[i] = ANY;
                bucket.high[i] = ANY;
                continue;
            }
            bucket.add(i, anchor.at(i) & 0xFF);
            if (anchor.isFolded(i)) {
                bucket.add(i, anchor.at(i) - 32);
            }
        }
        return bucket;
    }

    private void add(int position, int each) {
        low[position] |= 1 << (each & 15);
        high[position] |= 1 << (each >>> 4);
    }

    /** Puts each anchor into one of so many buckets. */
    static List<Bucket> assign(List<Anchor> anchors, int count) {
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            buckets.add(empty());
        }
        List<Bucket> single = new ArrayList<>(anchors.stream().map(Bucket::of).toList());
        single.sort(Comparator.comparingDouble(Bucket::share).reversed());
        for (Bucket one : single) {
            int best = 0;
            double least = Double.MAX_VALUE;
            for (int i = 0; i < count; i++) {
                double more = buckets.get(i).with(one).share() - buckets.get(i).share();
                if (more < least) {
                    least = more;
                    best = i;
                }
            }
            buckets.set(best, buckets.get(best).with(one));
        }
        return buckets;
    }

    private Bucket with(Bucket other) {
        Bucket both = empty();
        for (int i = 0; i < POSITIONS; i++) {
            both.low[i] = low[i] | other.low[i];
            both.high[i] = high[i] | other.high[i];
        }
        return both;
    }

    /** The share of offsets that pass, were each byte independent of the one before. */
    private double share() {
        double share = 1;
        for (int i = 0; i < POSITIONS; i++) {
            share *= ByteFrequency.ofHalves(low[i], high[i]);
        }
        return share;
    }

    boolean hasLow(int position, int half) {
        return (low[position] & 1 << half) != 0;
    }

    boolean hasHigh(int position, int half) {
        return (high[position] & 1 << half) != 0;
    }
}
