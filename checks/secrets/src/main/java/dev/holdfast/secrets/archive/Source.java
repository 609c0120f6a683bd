package dev.holdfast.secrets.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The archive from outside: counts what is read, and remembers that it could not be read. */
final class Source extends FilterInputStream {
    private long bytes;
    private @Nullable IOException failure;

    Source(InputStream in) {
        super(in);
    }

    long bytes() {
        return bytes;
    }

    /** A disk that fails is not a broken archive. */
    void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int read = super.read(into, offset, length);
            bytes += Math.max(read, 0);
            return read;
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
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
