package dev.holdfast.git.pack;

import java.io.IOException;

/** Finds the kinds of deltas whose bases lie in other packs, or are loose. */
final class OutsideKinds {
    // A delta that hangs on others from pack to pack oftener than this is not made either.
    private static final int MOST_PASSES = ObjectMaker.MOST_NESTED;

    private final ObjectStore store;

    OutsideKinds(ObjectStore store) {
        this.store = store;
    }

    /** Again and again, since a base may be such a delta too. */
    void settle() {
        boolean settled = true;
        for (int pass = 0; settled && pass < MOST_PASSES; pass++) {
            settled = false;
            for (int p = 0; p < store.packs().size(); p++) {
                settled |= settle(store.packs().get(p), store.firstNumber(p));
            }
        }
    }

    private boolean settle(PackOrder order, int firstNumber) {
        boolean settled = false;
        for (int i = 0; i < order.count(); i++) {
            if (order.kind(i) == ObjectType.UNKNOWN && order.base(i) < 0) {
                int kind = kindElsewhere(order, firstNumber, i);
                if (kind != ObjectType.UNKNOWN) {
                    order.setKind(i, kind);
                    settled = true;
                }
            }
        }
        return settled;
    }

    /** The kind of an object that hangs on nothing in its pack: of its base, or of a copy. */
    private int kindElsewhere(PackOrder order, int firstNumber, int number) {
        int base = order.isDelta(number) ? base(store, order, number) : -1;
        int kind = base < 0 ? ObjectType.UNKNOWN : kindAnywhere(base);
        byte[] name = new byte[store.format().length()];
        store.name(firstNumber + number, name);
        for (int each = store.find(name, 0);
                each >= 0 && kind == ObjectType.UNKNOWN;
                each = store.copies().next(each)) {
            kind = kindAnywhere(each);
        }
        return kind;
    }

    private int kindAnywhere(int number) {
        if (!store.isLoose(number)) {
            return store.kind(number);
        }
        try (StoreReader reader = new StoreReader(store)) {
            return reader.looseKind(number);
        } catch (IOException broken) {
            return ObjectType.UNKNOWN;
        }
    }

    /** The number of the base of a delta whose base is not in its pack, or -1. */
    static int base(ObjectStore store, PackOrder order, int number) {
        try {
            EntryHeader header = new EntryHeader();
            byte[] name = new byte[store.format().length()];
            order.pack().header(order.offset(number), header);
            order.pack().baseName(header, name);
            return store.find(name, 0);
        } catch (BrokenObjects broken) {
            return -1;
        }
    }
}
