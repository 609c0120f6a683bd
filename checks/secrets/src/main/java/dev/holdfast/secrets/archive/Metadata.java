package dev.holdfast.secrets.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bounds what a parser may read between two entries: names and attributes are held in memory, and
 * how long they are is what the archive says.
 */
final class Metadata extends FilterInputStream {
    private final int largest;
    private long left;

    Metadata(InputStream in, int largest) {
        super(in);
        this.largest = largest;
        this.left = largest;
    }

    void begin() {
        left = largest;
    }

    void end() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new NotOpened("has a header of more than " + (largest >> 10) + " KiB");
        }
        int read = super.read(into, offset, (int) Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[(int) Math.min(Math.max(count, 0), 1 << 13)];
        return Math.max(read(passed, 0, passed.length), 0);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
