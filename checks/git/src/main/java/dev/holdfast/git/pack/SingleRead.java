package dev.holdfast.git.pack;

import dev.holdfast.core.history.TooLarge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads one object of a lookup. */
final class SingleRead implements AutoCloseable {
    private static final int MOST_LINKS = 1 << 14;
    private static final int DELTA_HEADER = 20;

    private final ObjectFormat format;
    private final List<Path> folders;
    private final List<Pack> packs;
    private final int largest;
    private final Inflation inflation = new Inflation();
    private final EntryHeader header = new EntryHeader();
    private final NameCheck names;
    private int nested;

    /** Where an object lies in a pack. */
    private record Place(Pack pack, long offset) {}

    SingleRead(ObjectLookup lookup) {
        this.format = lookup.format();
        this.names = new NameCheck(format);
        this.folders = lookup.folders();
        this.packs = lookup.packs();
        this.largest = lookup.largest();
    }

    /**
     * The object of that name.
     *
     * @throws IOException when it is missing or broken
     */
    ObjectContent content(byte[] name) throws IOException {
        IOException problem = null;
        for (Place place : places(name)) {
            try {
                return verified(name, packed(place));
            } catch (IOException broken) {
                problem = broken;
            }
        }
        for (Path folder : folders) {
            Path file = LooseObjects.file(folder, name);
            if (Files.exists(file)) {
                try (LooseObject object = LooseObject.open(file, inflation)) {
                    return verified(name, loose(object));
                } catch (IOException broken) {
                    problem = broken;
                }
            }
        }
        throw problem == null ? missing(name) : problem;
    }

    /**
     * How many bytes the object of that name has, as far as that can be told without making it.
     *
     * @throws IOException when it is missing or broken
     */
    long size(byte[] name) throws IOException {
        for (Place place : places(name)) {
            place.pack().header(place.offset(), header);
            if (!ObjectType.isDelta(header.type())) {
                return header.size();
            }
            byte[] start = new byte[DELTA_HEADER];
            int length =
                    inflation.begin(place.pack(), header.dataStart(), place.pack().end(), start);
            return new Delta(start, length).resultSize();
        }
        for (Path folder : folders) {
            Path file = LooseObjects.file(folder, name);
            if (Files.exists(file)) {
                try (LooseObject object = LooseObject.open(file, inflation)) {
                    return object.size();
                }
            }
        }
        throw missing(name);
    }

    private static BrokenObjects missing(byte[] name) {
        return new BrokenObjects(
                "the object " + HexFormat.of().formatHex(name) + " is missing from the repository");
    }

    private List<Place> places(byte[] name) throws BrokenObjects {
        List<Place> places = new ArrayList<>();
        for (Pack pack : packs) {
            int position = pack.index().find(name, 0);
            if (position >= 0) {
                places.add(new Place(pack, pack.index().offset(position)));
            }
        }
        return places;
    }

    private ObjectContent loose(LooseObject object) throws IOException {
        int size = bounded(object.size());
        byte[] bytes = new byte[size + Inflation.SPARE];
        if (object.content().readNBytes(bytes, 0, size) != size || object.content().read() >= 0) {
            throw new BrokenObjects("a loose object is not as long as it says");
        }
        return new ObjectContent(object.type(), bytes, size);
    }

    private ObjectContent packed(Place place) throws IOException {
        List<Long> deltas = new ArrayList<>();
        Pack pack = place.pack();
        long offset = place.offset();
        ObjectContent base = null;
        while (base == null) {
            pack.header(offset, header);
            if (ObjectType.isWhole(header.type())) {
                int size = bounded(header.size());
                byte[] bytes = new byte[size + Inflation.SPARE];
                inflation.inflate(pack, header.dataStart(), pack.end(), bytes, size);
                base = new ObjectContent(header.type(), bytes, size);
            } else if (!ObjectType.isDelta(header.type()) || deltas.size() > MOST_LINKS) {
                throw new BrokenObjects("an object in " + pack + " hangs on nothing");
            } else {
                deltas.add(offset);
                offset = header.baseOffset();
                if (offset < 0) {
                    byte[] name = new byte[format.length()];
                    pack.baseName(header, name);
                    int position = pack.index().find(name, 0);
                    offset = position < 0 ? -1 : pack.index().offset(position);
                    base = position < 0 ? outside(name) : null;
                }
            }
        }
        for (long delta : deltas.reversed()) {
            base = apply(pack, delta, base);
        }
        return base;
    }

    private ObjectContent outside(byte[] name) throws IOException {
        if (nested > folders.size() + packs.size()) {
            throw new BrokenObjects("deltas hang on each other from pack to pack");
        }
        nested++;
        try {
            return content(name);
        } finally {
            nested--;
        }
    }

    private ObjectContent apply(Pack pack, long offset, ObjectContent base) throws IOException {
        pack.header(offset, header);
        int size = bounded(header.size());
        byte[] bytes = new byte[size + Inflation.SPARE];
        inflation.inflate(pack, header.dataStart(), pack.end(), bytes, size);
        Delta delta = new Delta(bytes, size);
        int made = bounded(delta.resultSize());
        byte[] result = new byte[made + Inflation.SPARE];
        delta.apply(base.bytes(), base.length(), result, Delta.Changes.NONE);
        return new ObjectContent(base.type(), result, made);
    }

    private int bounded(long size) throws TooLarge {
        if (size > largest) {
            throw new TooLarge(WalkMemory.tooLarge(size));
        }
        return (int) size;
    }

    private ObjectContent verified(byte[] name, ObjectContent content) throws BrokenObjects {
        try {
            names.verify(name, content.type(), content.bytes(), content.length());
        } catch (BrokenObjects wrong) {
            throw new BrokenObjects(
                    "of the object " + HexFormat.of().formatHex(name) + ", " + wrong.getMessage());
        }
        return content;
    }

    @Override
    public void close() {
        inflation.end();
    }
}
