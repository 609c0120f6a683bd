package dev.holdfast.git.pack;

import dev.holdfast.core.history.Changes;
import java.util.Arrays;

/**
 * The ranges of an object that differ from its base, in the order in which the delta makes them.
 */
public final class ChangedRanges implements Delta.Changes, Changes {
    private int[] ends = new int[64];
    private int count;

    ChangedRanges() {}

    @Override
    public void at(int start, int end) {
        if (count > 0 && start <= ends[2 * count - 1]) {
            ends[2 * count - 1] = Math.max(end, ends[2 * count - 1]);
            return;
        }
        if (2 * count + 2 > ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        ends[2 * count] = start;
        ends[2 * count + 1] = end;
        count++;
    }

    void clear() {
        count = 0;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int start(int i) {
        return ends[2 * i];
    }

    @Override
    public int end(int i) {
        return ends[2 * i + 1];
    }
}
