package dev.holdfast.git.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The content of one object, a piece at a time; its end is reached only when it is sound. */
final class ObjectStream extends InputStream {
    private final Inflater inflater;
    private final Source source;
    private final String where;
    private long left;

    /** Gives compressed bytes, a piece at a time. */
    @FunctionalInterface
    interface Source {
        /** The next piece; null at the end. */
        @Nullable ByteBuffer next() throws IOException;
    }

    /**
     * A stream.
     *
     * @param inflater is used by nobody else until the stream is read
     * @param size how many bytes it must have
     * @param where what to call the object
     */
    ObjectStream(Inflater inflater, Source source, long size, String where) {
        this.inflater = inflater;
        this.source = source;
        this.left = size;
        this.where = where;
        inflater.reset();
    }

    /** Says how many bytes must follow, when that was not known before. */
    void expect(long size) {
        left = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            end();
            return -1;
        }
        int read = some(into, at, (int) Math.min(length, left));
        if (read == 0) {
            throw new BrokenObjects(where + " is not as long as it says");
        }
        left -= read;
        return read;
    }

    /** The stream must end here, which its own checksum is held against. */
    private void end() throws IOException {
        if (some(new byte[1], 0, 1) != 0) {
            throw new BrokenObjects(where + " is longer than it says");
        }
    }

    /** At least one byte; none at the end. */
    private int some(byte[] into, int at, int length) throws IOException {
        try {
            while (true) {
                int read = inflater.inflate(into, at, length);
                if (read > 0 || inflater.finished()) {
                    return read;
                }
                if (inflater.needsDictionary()) {
                    throw new BrokenObjects(where + " is not valid zlib");
                }
                ByteBuffer more = source.next();
                if (more == null) {
                    throw new BrokenObjects(where + " ends too early");
                }
                inflater.setInput(more);
            }
        } catch (DataFormatException broken) {
            throw new BrokenObjects(where + " is not valid zlib");
        }
    }
}
