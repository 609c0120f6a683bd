package dev.holdfast.git.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The index of a pack, version 1 or 2 (gitformat-pack(5)): object names sorted, with their offsets.
 */
final class PackIndex {
    private static final int MAGIC = 0xFF744F63;
    private static final int FAN_OUT = 256 * 4;
    private static final int CHECKSUM = 4;

    private final Path path;
    private final MappedFile file;
    private final ObjectFormat format;
    private final int nameLength;
    private final int count;
    private final long fanOut;
    private final long names;
    private final int nameStep;
    private final long checksums;
    private final long offsets;
    private final int offsetStep;
    private final long largeOffsets;

    private PackIndex(Path path, MappedFile file, ObjectFormat format, boolean second) {
        this.path = path;
        this.file = file;
        this.format = format;
        this.nameLength = format.length();
        this.fanOut = second ? 8 : 0;
        long entries = fanOut + FAN_OUT;
        this.count = file.intAt(entries - 4);
        if (second) {
            this.names = entries;
            this.nameStep = nameLength;
            this.checksums = names + (long) count * nameLength;
            this.offsets = checksums + (long) count * CHECKSUM;
            this.offsetStep = 4;
            this.largeOffsets = offsets + (long) count * 4;
        } else {
            this.names = entries + 4;
            this.nameStep = nameLength + 4;
            this.checksums = -1;
            this.offsets = entries;
            this.offsetStep = nameStep;
            this.largeOffsets = entries + (long) count * nameStep;
        }
    }

    /**
     * Opens an index; whether its checksum is right is not looked at.
     *
     * @throws BrokenObjects when the file is no index
     */
    static PackIndex open(Path path, ObjectFormat format) throws IOException {
        MappedFile file = MappedFile.open(path);
        if (file.size() < 8 + FAN_OUT + 2L * format.length()) {
            throw new BrokenObjects(path.getFileName() + " ends too early");
        }
        boolean versioned = file.intAt(0) == MAGIC;
        if (versioned && file.intAt(4) != 2) {
            throw new BrokenObjects(path.getFileName() + " is an index of an unknown version");
        }
        PackIndex index = new PackIndex(path, file, format, versioned);
        int before = 0;
        for (int i = 0; i < 256; i++) {
            int upTo = file.intAt(index.fanOut + 4L * i);
            if (upTo < before) {
                throw new BrokenObjects(path.getFileName() + " is no pack index");
            }
            before = upTo;
        }
        if (index.largeOffsets + 2L * format.length() > file.size()) {
            throw new BrokenObjects(path.getFileName() + " ends too early");
        }
        return index;
    }

    /**
     * Holds the whole file against the checksum at its end.
     *
     * @throws BrokenObjects when they differ
     */
    void verify() throws BrokenObjects {
        if (!isIntact(file, format)) {
            throw new BrokenObjects(path.getFileName() + " has not the checksum that it names");
        }
    }

    /** Whether the hash at the end of one of git's files is that of what stands before it. */
    static boolean isIntact(MappedFile file, ObjectFormat format) {
        MessageDigest digest = format.digest();
        long end = file.size() - format.length();
        for (long at = 0; at < end; ) {
            ByteBuffer slice = file.slice(at, end);
            at += slice.remaining();
            digest.update(slice);
        }
        byte[] named = new byte[format.length()];
        file.copy(end, named, 0, named.length);
        return Arrays.equals(named, digest.digest());
    }

    /** Whether the index was made for the pack. */
    boolean isOf(MappedFile pack) {
        byte[] named = new byte[nameLength];
        byte[] found = new byte[nameLength];
        file.copy(file.size() - 2L * nameLength, named, 0, nameLength);
        pack.copy(pack.size() - nameLength, found, 0, nameLength);
        return Arrays.equals(named, found);
    }

    int count() {
        return count;
    }

    /** Where the object starts in the pack. */
    long offset(int position) throws BrokenObjects {
        int small = file.intAt(offsets + (long) position * offsetStep);
        if (small >= 0 || checksums < 0) {
            return small & 0xFFFFFFFFL;
        }
        long at = largeOffsets + (small & 0x7FFFFFFFL) * 8;
        if (at + 8 > file.size() - 2L * nameLength) {
            throw new BrokenObjects("an offset in " + path.getFileName() + " points out of it");
        }
        return file.longAt(at);
    }

    /** Whether the index knows checksums of what lies in the pack; version 1 does not. */
    boolean hasChecksums() {
        return checksums >= 0;
    }

    /** The CRC-32 of an object as it lies in the pack. */
    int checksum(int position) {
        return file.intAt(checksums + (long) position * CHECKSUM);
    }

    /** The first 64 bits of an object's name; enough to find it, not enough to be sure. */
    long prefix(int position) {
        return file.longAt(names + (long) position * nameStep);
    }

    void name(int position, byte[] into, int at) {
        file.copy(names + (long) position * nameStep, into, at, nameLength);
    }

    boolean isNamed(int position, byte[] bytes, int at) {
        long start = names + (long) position * nameStep;
        int i = 0;
        for (; i + 8 <= nameLength; i += 8) {
            if (file.longAt(start + i) != bigEndian(bytes, at + i)) {
                return false;
            }
        }
        for (; i < nameLength; i++) {
            if (file.at(start + i) != bytes[at + i]) {
                return false;
            }
        }
        return true;
    }

    /** The position of a name, or -1. */
    int find(byte[] name, int at) {
        int first = name[at] & 0xFF;
        int low = first == 0 ? 0 : file.intAt(fanOut + (first - 1) * 4L);
        int high = file.intAt(fanOut + first * 4L) - 1;
        long wanted = bigEndian(name, at);
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compareUnsigned(prefix(middle), wanted);
            if (order == 0) {
                return exact(middle, name, at, wanted);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    // Names that share 64 bits lie beside each other.
    private int exact(int middle, byte[] name, int at, long wanted) {
        for (int i = middle; i >= 0 && prefix(i) == wanted; i--) {
            if (isNamed(i, name, at)) {
                return i;
            }
        }
        for (int i = middle + 1; i < count && prefix(i) == wanted; i++) {
            if (isNamed(i, name, at)) {
                return i;
            }
        }
        return -1;
    }

    static long bigEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL) << 56
                | (bytes[at + 1] & 0xFFL) << 48
                | (bytes[at + 2] & 0xFFL) << 40
                | (bytes[at + 3] & 0xFFL) << 32
                | (bytes[at + 4] & 0xFFL) << 24
                | (bytes[at + 5] & 0xFFL) << 16
                | (bytes[at + 6] & 0xFFL) << 8
                | (bytes[at + 7] & 0xFFL);
    }
}
