package dev.holdfast.git.pack;

import java.util.Arrays;

/** Finds numbers by name. Open addressing; never more than three quarters full. */
final class NameTable {
    private final int[] numbers;
    private final int mask;

    NameTable(int count) {
        int size = 16;
        while (size < count + count / 3 && size < 1 << 30) {
            size *= 2;
        }
        this.numbers = new int[size];
        this.mask = size - 1;
        Arrays.fill(numbers, -1);
    }

    /** Whether a number has exactly the name that is looked for. */
    @FunctionalInterface
    interface Exactly {
        boolean is(int number);
    }

    /**
     * The number with exactly that name; where there is none, the one that is put in.
     *
     * @param name its first 64 bits
     */
    int putIfAbsent(long name, int number, Exactly exactly) {
        int slot = slot(name);
        while (numbers[slot] >= 0) {
            if (exactly.is(numbers[slot])) {
                return numbers[slot];
            }
            slot = (slot + 1) & mask;
        }
        numbers[slot] = number;
        return number;
    }

    /** The number with exactly that name, or -1. */
    int find(long name, Exactly exactly) {
        int slot = slot(name);
        while (numbers[slot] >= 0) {
            if (exactly.is(numbers[slot])) {
                return numbers[slot];
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    // A name is a hash already; its low bits are spread well enough.
    private int slot(long name) {
        return (int) name & mask;
    }
}
