package dev.holdfast.secrets.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a tar that ends, with records of zeros, from one that is cut off between two entries. */
final class TrailingZeros extends FilterInputStream {
    private long zeros;
    private long zerosAtMark;

    TrailingZeros(InputStream in) {
        super(in);
    }

    void begin() {
        zeros = 0;
    }

    /** How many zeros were read last. */
    long count() {
        return zeros;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        for (int i = offset; i < offset + read; i++) {
            zeros = into[i] == 0 ? zeros + 1 : 0;
        }
        return read;
    }

    @Override
    public synchronized void mark(int limit) {
        zerosAtMark = zeros;
        super.mark(limit);
    }

    @Override
    public synchronized void reset() throws IOException {
        super.reset();
        zeros = zerosAtMark;
    }
}
