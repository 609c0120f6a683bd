package dev.holdfast.git.pack;

import java.util.Arrays;

/** Numbers without boxes, the last one first. */
public final class IntStack {
    private int[] values = new int[64];
    private int size;

    /** An empty stack. */
    public IntStack() {}

    public void push(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /** Takes the last one away. */
    public int pop() {
        return values[--size];
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int size() {
        return size;
    }

    /** The one at a position, counted from the first. */
    public int get(int at) {
        return values[at];
    }

    public void clear() {
        size = 0;
    }

    /** All of them, the first one first. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
