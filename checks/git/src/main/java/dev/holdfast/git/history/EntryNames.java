package dev.holdfast.git.history;

import java.util.Arrays;

/** The distinct names of entries of trees, as bytes; each has a number. For one thread. */
final class EntryNames {
    private byte[] bytes = new byte[256];
    private int[] ends = new int[16];
    private int[] slots = new int[32];
    private int count;

    /** The number of a name: 0 for the first, 1 for the next. */
    int number(byte[] text, int from, int to) {
        int slot = slot(text, from, to);
        if (slots[slot] > 0) {
            return slots[slot] - 1;
        }
        int start = start(count);
        int end = Math.addExact(start, to - from);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, Math.multiplyExact(2, bytes.length)));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        System.arraycopy(text, from, bytes, start, to - from);
        ends[count++] = end;
        slots[slot] = count;
        if (2 * count > slots.length) {
            grow();
        }
        return count - 1;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int i = 0; i < count; i++) {
            slots[slot(bytes, start(i), ends[i])] = i + 1;
        }
    }

    /** Where one more than the number of a name stands, or is to stand. */
    private int slot(byte[] text, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
        while (slots[slot] > 0 && !isName(slots[slot] - 1, text, from, to)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isName(int number, byte[] text, int from, int to) {
        return Arrays.equals(bytes, start(number), ends[number], text, from, to);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    /** How many bytes a name has. */
    int length(int number) {
        return ends[number] - start(number);
    }

    /** Copies a name. */
    void copy(int number, byte[] into, int at) {
        System.arraycopy(bytes, start(number), into, at, length(number));
    }

    /** How many names there are. */
    int count() {
        return count;
    }
}
