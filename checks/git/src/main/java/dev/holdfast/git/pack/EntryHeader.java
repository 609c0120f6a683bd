package dev.holdfast.git.pack;

/** What stands before an object in a pack; read again and again into the same one. */
final class EntryHeader {
    // Two numbers of 64 bits, seven bits a byte, take 20.
    private static final int LONGEST = 32;

    private int type;
    private long size;
    private long dataStart;
    private long baseOffset;

    /**
     * Reads a header.
     *
     * @throws IndexOutOfBoundsException when it does not fit into the file
     */
    void read(MappedFile file, long offset, int nameLength) {
        long at = offset;
        int each = file.at(at++);
        type = (each >> 4) & 7;
        size = each & 0x0F;
        for (int shift = 4; (each & 0x80) != 0; shift += 7) {
            each = next(file, at++, offset);
            // A size that needs more bits than a long has is none.
            size = shift < 60 ? size | ((each & 0x7FL) << shift) : Long.MAX_VALUE;
        }
        baseOffset = -1;
        if (type == ObjectType.OFFSET_DELTA) {
            each = file.at(at++);
            long distance = each & 0x7F;
            while ((each & 0x80) != 0) {
                each = next(file, at++, offset);
                distance = ((distance + 1) << 7) | (each & 0x7F);
            }
            baseOffset = distance > 0 && distance < offset ? offset - distance : 0;
        } else if (type == ObjectType.REFERENCE_DELTA) {
            at += nameLength;
        }
        dataStart = at;
    }

    // Else a pack of such bytes would be read to its end for each of its objects.
    private static int next(MappedFile file, long at, long offset) {
        if (at - offset > LONGEST) {
            throw new IndexOutOfBoundsException("a number without an end");
        }
        return file.at(at);
    }

    /** One of {@link ObjectType}; of a delta that it is one. */
    int type() {
        return type;
    }

    /** How many bytes the object's stream inflates to. */
    long size() {
        return size;
    }

    /** Where the stream starts. */
    long dataStart() {
        return dataStart;
    }

    /** Where the base of an offset delta starts; 0 when it says so of no place in the pack. */
    long baseOffset() {
        return baseOffset;
    }
}
