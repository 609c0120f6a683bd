package dev.holdfast.git.pack;

import java.io.IOException;

/** Reads single objects of a store, one after the other. */
public final class StoreReader implements AutoCloseable {
    private final ObjectStore store;
    private final ObjectMaker maker;

    /** A reader; each thread needs its own. */
    public StoreReader(ObjectStore store) {
        this.store = store;
        this.maker = new ObjectMaker(store, new WalkMemory(Runtime.getRuntime().maxMemory(), 1));
    }

    /**
     * One object.
     *
     * @throws IOException when it cannot be made
     */
    public ObjectContent read(int number) throws IOException {
        try {
            return maker.read(number);
        } finally {
            maker.done();
        }
    }

    /**
     * The kind of a loose object, from its header alone.
     *
     * @throws IOException when it has none
     */
    public int looseKind(int number) throws IOException {
        try (LooseObject object = maker.loose(store.loose(), number - store.firstLoose())) {
            return object.type();
        }
    }

    @Override
    public void close() {
        maker.close();
    }
}
