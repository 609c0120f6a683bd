package dev.holdfast.git.pack;

import java.util.BitSet;

/** Which objects are asked for, and which are needed to make them. */
public final class Selection {
    private final BitSet wanted;
    private final BitSet needed;

    Selection(BitSet wanted, BitSet needed) {
        this.wanted = wanted;
        this.needed = needed;
    }

    boolean wants(int number) {
        return wanted.get(number);
    }

    boolean needs(int number) {
        return needed.get(number);
    }

    /** How many objects are asked for. */
    public int size() {
        return wanted.cardinality();
    }
}
