package dev.holdfast.git.pack;

import java.util.Arrays;
import java.util.BitSet;

/** Which numbers stand for an object that has a number already, because it lies in two places. */
final class Copies {
    private static final int NONE = -1;

    private final int size;
    private final BitSet copies = new BitSet();
    private int[] next = new int[0];

    /**
     * No copies yet.
     *
     * @param size how many numbers there are
     */
    Copies(int size) {
        this.size = size;
    }

    void add(int first, int number) {
        if (next.length == 0) {
            next = new int[size];
            Arrays.fill(next, NONE);
        }
        copies.set(number);
        next[number] = next[first];
        next[first] = number;
    }

    boolean isCopy(int number) {
        return copies.get(number);
    }

    /** Another number of the object of a first number, and from there on; -1 behind the last. */
    int next(int number) {
        return next.length == 0 ? NONE : next[number];
    }
}
