package dev.holdfast.secrets.archive.zstd;

/** A bit stream that is read from its end (RFC 8878, section 4.1). Before its start are zeros. */
final class BackwardBits {
    private final byte[] bytes;
    private final int from;
    private long left;

    BackwardBits(byte[] bytes, int from, int to) throws ZstdException {
        if (from < 0 || to > bytes.length || to <= from || bytes[to - 1] == 0) {
            throw ZstdException.broken();
        }
        this.bytes = bytes;
        this.from = from;
        // The highest bit that is set ends the stream and is no part of it.
        int marker = 31 - Integer.numberOfLeadingZeros(bytes[to - 1] & 0xFF);
        this.left = 8L * (to - from - 1) + marker;
    }

    /** How many bits are left; below zero when more were read than there are. */
    long left() {
        return left;
    }

    int read(int count) {
        int value = peek(count);
        left -= count;
        return value;
    }

    void skip(int count) {
        left -= count;
    }

    /** The next bits, at most 31, without passing over them. */
    int peek(int count) {
        long start = left - count;
        if (start + count <= 0 || count == 0) {
            return 0;
        }
        int missing = start < 0 ? (int) -start : 0;
        start += missing;
        int first = from + (int) (start >>> 3);
        int last = from + (int) ((left - 1) >>> 3);
        long word = 0;
        for (int i = last; i >= first; i--) {
            word = word << 8 | (bytes[i] & 0xFF);
        }
        long value = word >>> (start & 7) & ((1L << (count - missing)) - 1);
        return (int) (value << missing);
    }
}
