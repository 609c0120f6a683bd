package dev.holdfast.git.pack;

import java.io.IOException;
import java.util.Arrays;

/**
 * The objects of a pack, numbered in the order in which they lie in it: of what kind each is, and
 * which deltas hang on which base. A delta whose base is nowhere in the pack, and one of each
 * circle of deltas, hangs on nothing.
 */
final class PackOrder {
    private static final int NONE = -1;
    private static final byte UNSETTLED = 8;
    private static final byte ON_THE_WAY = 9;
    // Stands for an object whose header or base makes no sense.
    private static final byte SENSELESS = 0;

    private final Pack pack;
    private final ObjectFormat format;
    private final long[] offsets;
    private final int[] positions;
    private final byte[] stored;
    private final byte[] kinds;
    private final int[] bases;
    private final int[] firstChildren;
    private final int[] nextSiblings;

    /** Orders the objects of a pack. */
    PackOrder(Pack pack, ObjectFormat format) throws IOException {
        int count = pack.index().count();
        this.pack = pack;
        this.format = format;
        this.offsets = new long[count];
        this.positions = new int[count];
        this.stored = new byte[count];
        this.kinds = new byte[count];
        this.bases = new int[count];
        this.firstChildren = new int[count];
        this.nextSiblings = new int[count];
        order();
        readHeaders();
        settle();
        link();
    }

    /** Sorts by offset; place and position share one number where they fit into it. */
    private void order() throws IOException {
        int count = offsets.length;
        PackIndex index = pack.index();
        int shift = Integer.SIZE - Integer.numberOfLeadingZeros(count);
        if (pack.end() >>> (Long.SIZE - 1 - shift) != 0) {
            throw new BrokenObjects(pack + " is too large");
        }
        for (int i = 0; i < count; i++) {
            long offset = index.offset(i);
            if (offset < 0 || offset >= pack.end()) {
                throw new BrokenObjects(pack + " and its index do not belong together");
            }
            offsets[i] = (offset << shift) | i;
        }
        Arrays.sort(offsets);
        int mask = (1 << shift) - 1;
        for (int i = 0; i < count; i++) {
            positions[i] = (int) offsets[i] & mask;
            offsets[i] >>>= shift;
        }
    }

    private void readHeaders() throws BrokenObjects {
        EntryHeader header = new EntryHeader();
        byte[] name = new byte[format.length()];
        for (int i = 0; i < offsets.length; i++) {
            bases[i] = NONE;
            try {
                pack.header(offsets[i], header);
            } catch (BrokenObjects broken) {
                continue;
            }
            int type = header.type();
            if (type == ObjectType.OFFSET_DELTA) {
                bases[i] = numberAt(header.baseOffset(), i);
                type = bases[i] == NONE ? SENSELESS : type;
            } else if (type == ObjectType.REFERENCE_DELTA) {
                pack.baseName(header, name);
                int position = pack.index().find(name, 0);
                if (position >= 0) {
                    bases[i] = numberAt(pack.index().offset(position), offsets.length);
                }
            } else if (!ObjectType.isWhole(type)) {
                type = SENSELESS;
            }
            stored[i] = (byte) type;
        }
        pack.release();
    }

    /** The number of the object at an offset, somewhere before a number; most bases lie near. */
    private int numberAt(long offset, int before) {
        int high = before;
        int step = 1;
        int low = high - step;
        while (low > 0 && offsets[low] > offset) {
            high = low;
            step *= 2;
            low = Math.max(0, high - step);
        }
        int found = Arrays.binarySearch(offsets, Math.max(0, low), before, offset);
        return found < 0 ? NONE : found;
    }

    /** Finds the kind of every delta from what it hangs on, and cuts circles. */
    private void settle() {
        Arrays.fill(kinds, UNSETTLED);
        IntStack way = new IntStack();
        for (int i = 0; i < kinds.length; i++) {
            int each = i;
            while (kinds[each] == UNSETTLED && ObjectType.isDelta(stored[each])) {
                kinds[each] = ON_THE_WAY;
                way.push(each);
                if (bases[each] == NONE) {
                    break;
                }
                each = bases[each];
            }
            byte kind = kinds[each];
            if (kind == ON_THE_WAY) {
                if (bases[each] != NONE) {
                    bases[each] = NONE;
                    stored[each] = SENSELESS;
                }
                kind = ObjectType.UNKNOWN;
            } else if (kind == UNSETTLED) {
                kind = stored[each];
                kinds[each] = kind;
            }
            while (!way.isEmpty()) {
                kinds[way.pop()] = kind;
            }
        }
    }

    private void link() {
        Arrays.fill(firstChildren, NONE);
        Arrays.fill(nextSiblings, NONE);
        // Backwards, so that children are met in the order of the pack.
        for (int i = offsets.length - 1; i >= 0; i--) {
            if (bases[i] != NONE) {
                nextSiblings[i] = firstChildren[bases[i]];
                firstChildren[bases[i]] = i;
            }
        }
    }

    Pack pack() {
        return pack;
    }

    int count() {
        return offsets.length;
    }

    /** The kind of an object; unknown when it hangs on nothing. */
    int kind(int number) {
        return kinds[number];
    }

    /** Gives a delta that hangs on nothing here a kind, and so everything that hangs on it. */
    void setKind(int number, int kind) {
        IntStack below = new IntStack();
        below.push(number);
        while (!below.isEmpty()) {
            int each = below.pop();
            kinds[each] = (byte) kind;
            for (int child = firstChildren[each]; child >= 0; child = nextSiblings[child]) {
                below.push(child);
            }
        }
    }

    /** The base of a delta in this pack, or -1. */
    int base(int number) {
        return bases[number];
    }

    boolean isDelta(int number) {
        return ObjectType.isDelta(stored[number]);
    }

    /** Whether the object can never be made from what this pack says of it. */
    boolean isSenseless(int number) {
        return stored[number] == SENSELESS;
    }

    /** The first delta that hangs on the object, or -1. */
    int firstChild(int number) {
        return firstChildren[number];
    }

    /** The next delta on the same base, or -1. */
    int nextSibling(int number) {
        return nextSiblings[number];
    }

    /** The position in the index, which is ordered by name. */
    int position(int number) {
        return positions[number];
    }

    long offset(int number) {
        return offsets[number];
    }

    /** Where what belongs to the object ends: at the next one, or at the checksum. */
    long end(int number) {
        return number + 1 < offsets.length ? offsets[number + 1] : pack.end();
    }

    @Override
    public String toString() {
        return pack.toString();
    }
}
