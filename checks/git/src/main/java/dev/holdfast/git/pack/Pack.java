package dev.holdfast.git.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The bytes of one pack, with its index. */
final class Pack {
    private static final int MAGIC = 0x5041434B; // "PACK"
    private static final int HEADER = 12;

    private final Path path;
    private final MappedFile file;
    private final PackIndex index;
    private final ObjectFormat format;

    private Pack(Path path, MappedFile file, PackIndex index, ObjectFormat format) {
        this.path = path;
        this.file = file;
        this.index = index;
        this.format = format;
    }

    /**
     * Opens a pack.
     *
     * @param index its index, beside it
     * @throws BrokenObjects when either is not as git writes it
     */
    static Pack open(Path index, ObjectFormat format) throws IOException {
        String name = index.getFileName().toString();
        Path path = index.resolveSibling(name.substring(0, name.length() - 4) + ".pack");
        MappedFile file = MappedFile.open(path);
        if (file.size() < HEADER + format.length() || file.intAt(0) != MAGIC) {
            throw new BrokenObjects(path.getFileName() + " is no pack");
        }
        int version = file.intAt(4);
        if (version != 2 && version != 3) {
            throw new BrokenObjects(path.getFileName() + " is a pack of an unknown version");
        }
        Pack pack = new Pack(path, file, PackIndex.open(index, format), format);
        if (file.intAt(8) != pack.index.count() || !pack.index.isOf(file)) {
            throw new BrokenObjects(path.getFileName() + " and its index do not belong together");
        }
        return pack;
    }

    /**
     * Holds what this pack says of its objects against its checksums: those of the single objects
     * are looked at when they are read, where the index has them.
     */
    void verify() throws BrokenObjects {
        index.verify();
        if (!index.hasChecksums() && !PackIndex.isIntact(file, format)) {
            throw new BrokenObjects(path.getFileName() + " has not the checksum that it names");
        }
    }

    PackIndex index() {
        return index;
    }

    /** Where the objects end and the checksum starts. */
    long end() {
        return file.size() - format.length();
    }

    /**
     * Reads what stands before an object.
     *
     * @throws BrokenObjects when nothing can stand there
     */
    void header(long offset, EntryHeader into) throws BrokenObjects {
        if (offset < HEADER || offset >= end()) {
            throw new BrokenObjects("an object lies outside of " + this);
        }
        try {
            into.read(file, offset, format.length());
        } catch (IndexOutOfBoundsException outside) {
            throw new BrokenObjects(this + " ends inside an object");
        }
        if (into.dataStart() >= end()) {
            throw new BrokenObjects(this + " ends inside an object");
        }
    }

    /** The name of the base of a reference delta whose header was read. */
    void baseName(EntryHeader header, byte[] into) {
        file.copy(header.dataStart() - format.length(), into, 0, format.length());
    }

    ByteBuffer slice(long from, long to) {
        return file.slice(from, to);
    }

    /** Takes note that so many bytes were read. */
    void touched(long bytes) {
        file.touched(bytes);
    }

    /** Gives the pages of the file back to the system. */
    void release() {
        file.release();
    }

    @Override
    public String toString() {
        return "the pack " + path.getFileName();
    }
}
