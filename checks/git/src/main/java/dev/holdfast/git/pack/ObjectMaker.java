package dev.holdfast.git.pack;

import java.io.IOException;
import java.io.InputStream;

/**
 * Makes objects from what lies in packs, within the memory that is given to it; each thread has its
 * own.
 */
final class ObjectMaker implements AutoCloseable {
    // No zlib stream is longer than this many times its compressed form (zlib's own documentation).
    private static final long MOST_INFLATED = 1032;
    static final int MOST_NESTED = 64;
    private static final int MOST_READ_NESTED = 1_000;

    private final ObjectStore store;
    private final WalkMemory memory;
    private final Inflation inflation = new Inflation();
    private final EntryHeader header = new EntryHeader();
    private final Scratch scratch;
    private final NameCheck names;
    private final byte[] name;
    private int length;
    private int nested;
    private int readNested;
    private boolean hasTurn;

    ObjectMaker(ObjectStore store, WalkMemory memory) {
        this.store = store;
        this.memory = memory;
        this.scratch = new Scratch(memory.ordinary());
        this.names = new NameCheck(store.format());
        this.name = new byte[store.format().length()];
    }

    /** How long the object is that was made last. */
    int length() {
        return length;
    }

    Inflation inflation() {
        return inflation;
    }

    /** What the object's stream inflates to, as its header says. */
    long size(PackOrder order, int number) throws BrokenObjects {
        order.pack().header(order.offset(number), header);
        return header.size();
    }

    /**
     * Makes an object that hangs on nothing in its pack.
     *
     * @param isLeaf whether its bytes are used at once and never again
     */
    byte[] root(PackOrder order, int number, boolean isLeaf) throws IOException {
        if (order.isSenseless(number)) {
            throw new BrokenObjects("an object in " + order + " hangs on nothing");
        }
        if (order.isDelta(number)) {
            ObjectContent base = outsideBase(order, number);
            return apply(order, number, base.bytes(), base.length(), Delta.Changes.NONE, isLeaf);
        }
        int size = header(order, number);
        byte[] bytes = isLeaf ? scratch.result(size) : new byte[size + Inflation.SPARE];
        inflation.inflate(order.pack(), header.dataStart(), order.end(number), bytes, size);
        length = size;
        return bytes;
    }

    /** Makes an object from its base. */
    byte[] apply(
            PackOrder order,
            int number,
            byte[] base,
            int baseLength,
            Delta.Changes changes,
            boolean isLeaf)
            throws IOException {
        int size = header(order, number);
        byte[] bytes = scratch.delta(size);
        inflation.inflate(order.pack(), header.dataStart(), order.end(number), bytes, size);
        Delta delta = new Delta(bytes, size);
        int made = bounded(delta.resultSize());
        byte[] result = isLeaf ? scratch.result(made) : new byte[made + Inflation.SPARE];
        delta.apply(base, baseLength, result, changes);
        length = made;
        return result;
    }

    /** The content of an object that is larger than what may be held. */
    ObjectStream stream(PackOrder order, int number, long size) throws IOException {
        order.pack().header(order.offset(number), header);
        inflation.verify(order, number);
        return inflation.stream(
                PackWalk.pieces(order.pack(), header.dataStart(), order.end(number)),
                size,
                "an object in " + order);
    }

    private int header(PackOrder order, int number) throws BrokenObjects {
        order.pack().header(order.offset(number), header);
        int size = bounded(header.size());
        if (size > MOST_INFLATED * (order.end(number) - header.dataStart())) {
            throw new BrokenObjects("an object in " + order + " is not as long as it says");
        }
        inflation.verify(order, number);
        return size;
    }

    /** Refuses what can never be held, and waits for its turn with what is large. */
    int bounded(long size) throws BrokenObjects {
        if (size > memory.largest()) {
            throw new BrokenObjects(WalkMemory.tooLarge(size));
        }
        if (size > memory.ordinary() && !hasTurn) {
            memory.begin();
            hasTurn = true;
        }
        return (int) size;
    }

    /** Nothing large is at hand any longer. */
    void done() {
        if (hasTurn) {
            hasTurn = false;
            memory.end();
        }
    }

    /**
     * Holds an object against its name.
     *
     * @throws BrokenObjects when it is not what the name stands for
     */
    void verify(int number, int type, byte[] bytes, int size) throws BrokenObjects {
        store.name(number, name);
        names.verify(name, type, bytes, size);
    }

    /** A content that ends with an exception when it is not what the object's name stands for. */
    InputStream verified(int number, int type, long size, InputStream content) {
        store.name(number, name);
        return names.verified(name.clone(), type, size, content);
    }

    /** A loose object, or its beginning. */
    LooseObject loose(LooseObjects loose, int number) throws IOException {
        return LooseObject.open(loose.file(number), inflation);
    }

    /**
     * The rest of a loose object.
     *
     * @param isLeaf whether its bytes are used at once and never again
     */
    ObjectContent content(LooseObject object, boolean isLeaf) throws IOException {
        int size = bounded(object.size());
        byte[] bytes = isLeaf ? scratch.result(size) : new byte[size + Inflation.SPARE];
        int read = object.content().readNBytes(bytes, 0, size);
        if (read != size || object.content().read() >= 0) {
            throw new BrokenObjects("a loose object is not as long as it says");
        }
        Inflation.endWithZeros(bytes, size);
        return new ObjectContent(object.type(), bytes, size);
    }

    /**
     * One object.
     *
     * @throws BrokenObjects when it cannot be made
     */
    ObjectContent read(int number) throws IOException {
        try {
            return readHere(number);
        } catch (IOException broken) {
            return readCopy(number, broken);
        }
    }

    /**
     * One object from another place than the one that counts.
     *
     * @param broken why it cannot be read there; thrown when it is sound nowhere else
     */
    ObjectContent readCopy(int number, IOException broken) throws IOException {
        byte[] wanted = new byte[store.format().length()];
        store.name(number, wanted);
        for (int each = store.find(wanted, 0); each >= 0; each = store.copies().next(each)) {
            if (each != number) {
                try {
                    return readHere(each);
                } catch (IOException alsoBroken) {
                    // The next one may be sound.
                }
            }
        }
        throw broken;
    }

    private ObjectContent readHere(int number) throws IOException {
        ObjectContent content = made(number);
        verify(number, content.type(), content.bytes(), content.length());
        return content;
    }

    private ObjectContent made(int number) throws IOException {
        if (store.isLoose(number)) {
            try (LooseObject object = loose(store.loose(), number - store.firstLoose())) {
                return content(object, false);
            }
        }
        int p = store.packOf(number);
        PackOrder order = store.packs().get(p);
        IntStack chain = new IntStack();
        int each = number - store.firstNumber(p);
        while (order.base(each) >= 0) {
            chain.push(each);
            each = order.base(each);
        }
        byte[] bytes = root(order, each, false);
        while (!chain.isEmpty()) {
            bytes = apply(order, chain.pop(), bytes, length, Delta.Changes.NONE, false);
        }
        return new ObjectContent(order.kind(each), bytes, length);
    }

    /** The base of a delta whose base lies in another pack or loose. */
    private ObjectContent outsideBase(PackOrder order, int number) throws IOException {
        int base = OutsideKinds.base(store, order, number);
        if (base < 0) {
            throw new BrokenObjects("the base of a delta in " + order + " is missing");
        }
        return nested(() -> read(base));
    }

    /**
     * Makes an object that another one needs.
     *
     * @throws BrokenObjects when objects need each other in a circle
     */
    private ObjectContent nested(Read read) throws IOException {
        readNested = nested == 0 ? 0 : readNested + 1;
        if (nested >= MOST_NESTED || readNested > MOST_READ_NESTED) {
            throw new BrokenObjects("deltas hang on each other from pack to pack");
        }
        nested++;
        try {
            return read.run();
        } finally {
            nested--;
        }
    }

    /** Reads an object. */
    @FunctionalInterface
    private interface Read {
        ObjectContent run() throws IOException;
    }

    @Override
    public void close() {
        done();
        inflation.end();
    }
}
