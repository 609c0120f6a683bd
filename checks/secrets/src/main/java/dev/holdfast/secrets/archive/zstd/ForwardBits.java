package dev.holdfast.secrets.archive.zstd;

/** A bit stream that is read from its start, lowest bits first. */
final class ForwardBits {
    private final byte[] bytes;
    private final int to;
    private long bit;

    ForwardBits(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.to = to;
        this.bit = 8L * from;
    }

    int read(int count) throws ZstdException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int at = (int) (bit >>> 3);
            if (at >= to) {
                throw ZstdException.broken();
            }
            value |= (bytes[at] >>> (bit & 7) & 1) << i;
            bit++;
        }
        return value;
    }

    void back() {
        bit--;
    }

    /** The first byte that no bit was read of. */
    int nextByte() {
        return (int) ((bit + 7) >>> 3);
    }
}
