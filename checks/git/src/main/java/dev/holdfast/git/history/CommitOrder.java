package dev.holdfast.git.history;

import dev.holdfast.git.pack.ObjectStore;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Puts commits into one order that does not hang on how a repository is packed: parents before
 * children, older ones before younger ones, and by name where both were made in the same second.
 */
final class CommitOrder {
    private final ObjectStore store;
    private final ObjectGraph graph;
    private final Ancestry ancestry;

    CommitOrder(ObjectStore store, ObjectGraph graph, Ancestry ancestry) {
        this.store = store;
        this.graph = graph;
        this.ancestry = ancestry;
    }

    int[] of(BitSet commits) {
        int[] byAge = byAge(commits);
        int[] ranks = new int[commits.length()];
        for (int i = 0; i < byAge.length; i++) {
            ranks[byAge[i]] = i;
        }
        return isParentsFirst(byAge, ranks, commits) ? byAge : parentsFirst(byAge, ranks, commits);
    }

    private int[] byAge(BitSet commits) {
        int[] numbers = commits.stream().toArray();
        long[] keys = new long[numbers.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (graph.seconds(numbers[i]) << 31) | i;
        }
        Arrays.sort(keys);
        int[] ordered = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            ordered[i] = numbers[(int) keys[i] & Integer.MAX_VALUE];
        }
        for (int start = 0; start < ordered.length; ) {
            int end = start + 1;
            while (end < ordered.length && keys[end] >>> 31 == keys[start] >>> 31) {
                end++;
            }
            if (end - start > 1) {
                byName(ordered, start, end);
            }
            start = end;
        }
        return ordered;
    }

    private void byName(int[] ordered, int start, int end) {
        Integer[] same = new Integer[end - start];
        for (int i = start; i < end; i++) {
            same[i - start] = ordered[i];
        }
        byte[] left = new byte[store.format().length()];
        byte[] right = new byte[left.length];
        Arrays.sort(
                same,
                (a, b) -> {
                    store.name(a, left);
                    store.name(b, right);
                    return Arrays.compareUnsigned(left, right);
                });
        for (int i = start; i < end; i++) {
            ordered[i] = same[i - start];
        }
    }

    private boolean isParentsFirst(int[] byAge, int[] ranks, BitSet commits) {
        for (int commit : byAge) {
            for (int parent : ancestry.parents(commit)) {
                if (isIn(commits, parent) && ranks[parent] >= ranks[commit]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Kahn's algorithm; what is left over hangs in a circle, which only grafts can make. */
    private int[] parentsFirst(int[] byAge, int[] ranks, BitSet commits) {
        int[] open = new int[byAge.length];
        int[] ends = new int[byAge.length + 1];
        for (int commit : byAge) {
            for (int parent : ancestry.parents(commit)) {
                if (isIn(commits, parent)) {
                    open[ranks[commit]]++;
                    ends[ranks[parent] + 1]++;
                }
            }
        }
        for (int rank = 0; rank < byAge.length; rank++) {
            ends[rank + 1] += ends[rank];
        }
        int[] children = new int[ends[byAge.length]];
        int[] filledUpTo = Arrays.copyOf(ends, byAge.length);
        for (int commit : byAge) {
            for (int parent : ancestry.parents(commit)) {
                if (isIn(commits, parent)) {
                    children[filledUpTo[ranks[parent]]++] = ranks[commit];
                }
            }
        }
        return oldestReady(byAge, open, ends, children);
    }

    private static int[] oldestReady(int[] byAge, int[] open, int[] ends, int[] children) {
        BitSet ready = new BitSet();
        BitSet done = new BitSet();
        for (int rank = 0; rank < open.length; rank++) {
            if (open[rank] == 0) {
                ready.set(rank);
            }
        }
        int[] order = new int[byAge.length];
        int oldest = 0;
        for (int filled = 0; filled < order.length; filled++) {
            int rank = ready.nextSetBit(oldest);
            if (rank < 0) {
                rank = done.nextClearBit(0);
            }
            oldest = rank;
            ready.clear(rank);
            done.set(rank);
            order[filled] = byAge[rank];
            for (int i = ends[rank]; i < ends[rank + 1]; i++) {
                int child = children[i];
                if (--open[child] == 0 && !done.get(child)) {
                    ready.set(child);
                    oldest = Math.min(oldest, child);
                }
            }
        }
        return order;
    }

    private static boolean isIn(BitSet commits, int number) {
        return number >= 0 && commits.get(number);
    }
}
