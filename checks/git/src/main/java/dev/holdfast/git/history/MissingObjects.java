package dev.holdfast.git.history;

import java.util.Arrays;
import java.util.HexFormat;

/** Objects that others name and that are not there; each has a negative number. */
final class MissingObjects {
    private final int nameLength;
    private byte[] names = new byte[0];
    private int[] slots = new int[16];
    private int count;

    MissingObjects(int nameLength) {
        this.nameLength = nameLength;
    }

    /** The number of a missing object: -1 for the first, -2 for the next. */
    synchronized int number(byte[] name, int at) {
        int slot = slot(name, at);
        if (slots[slot] < 0) {
            return slots[slot];
        }
        int start = count * nameLength;
        if (start + nameLength > names.length) {
            names = Arrays.copyOf(names, Math.max(16 * nameLength, Math.multiplyExact(2, start)));
        }
        System.arraycopy(name, at, names, start, nameLength);
        count++;
        slots[slot] = -count;
        if (2 * count > slots.length) {
            grow();
        }
        return -count;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int i = 0; i < count; i++) {
            slots[slot(names, i * nameLength)] = -i - 1;
        }
    }

    /** Where the number of a name stands, or is to stand. */
    private int slot(byte[] name, int at) {
        int hash = 0;
        for (int i = 4; i < 8; i++) {
            hash = (hash << 8) | (name[at + i] & 0xFF);
        }
        int slot = hash & (slots.length - 1);
        while (slots[slot] < 0 && !isNamed(slots[slot], name, at)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isNamed(int number, byte[] name, int at) {
        int start = start(number);
        return Arrays.equals(names, start, start + nameLength, name, at, at + nameLength);
    }

    private int start(int number) {
        return (-number - 1) * nameLength;
    }

    /** The name in hexadecimal. */
    synchronized String name(int number) {
        int start = start(number);
        return HexFormat.of().formatHex(names, start, start + nameLength);
    }
}
