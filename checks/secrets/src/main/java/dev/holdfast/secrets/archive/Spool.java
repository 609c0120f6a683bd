package dev.holdfast.secrets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/** An archive, or its beginning, held in memory: a zip has to be read from its end too. */
final class Spool {
    static final long LARGEST = 64L << 20;
    private static final int PIECE = 1 << 16;

    private final List<byte[]> pieces = new ArrayList<>();
    private long size;
    private boolean whole;

    private Spool() {}

    /** Reads at most so many bytes; what is left stays in the stream. */
    static Spool read(InputStream in, long most) throws IOException {
        Spool spool = new Spool();
        while (!spool.whole && spool.size < most) {
            int wanted = (int) Math.min(PIECE, most - spool.size);
            byte[] piece = in.readNBytes(wanted);
            spool.pieces.add(piece);
            spool.size += piece.length;
            spool.whole = piece.length < wanted;
        }
        return spool;
    }

    long size() {
        return size;
    }

    /** Whether the archive ends where this does. */
    boolean whole() {
        return whole;
    }

    /** An unsigned little-endian number; zero behind the end. */
    int number(long at, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | (at + i < size ? get(at + i) & 0xFF : 0);
        }
        return value;
    }

    private byte get(long at) {
        return pieces.get((int) (at / PIECE))[(int) (at % PIECE)];
    }

    /** Where the mark begins first, between two places; -1 when it does not. */
    long find(int mark, long from, long to) {
        for (long at = Math.max(from, 0); at + 4 <= Math.min(to, size); at++) {
            if (get(at) == (byte) mark && number(at, 4) == mark) {
                return at;
            }
        }
        return -1;
    }

    /** Where the mark begins last; -1 when it does not. */
    long findLast(int mark) {
        for (long at = size - 4; at >= 0; at--) {
            if (get(at) == (byte) mark && number(at, 4) == mark) {
                return at;
            }
        }
        return -1;
    }

    InputStream stream(long from, long to) {
        return new InputStream() {
            private long at = from;

            @Override
            public int read() {
                return at < to ? get(at++) & 0xFF : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (length == 0) {
                    return 0;
                }
                int count = copy(at, to, into, offset, length);
                at += count;
                return count == 0 ? -1 : count;
            }
        };
    }

    private int copy(long at, long to, byte[] into, int offset, int length) {
        if (at >= to) {
            return 0;
        }
        int begin = (int) (at % PIECE);
        int count = (int) Math.min(Math.min(length, to - at), PIECE - begin);
        System.arraycopy(pieces.get((int) (at / PIECE)), begin, into, offset, count);
        return count;
    }

    SeekableByteChannel channel() {
        return new Channel();
    }

    private final class Channel implements SeekableByteChannel {
        private long at;
        private boolean open = true;

        @Override
        public int read(ByteBuffer into) throws ClosedChannelException {
            if (!open) {
                throw new ClosedChannelException();
            }
            byte[] bytes = new byte[Math.min(into.remaining(), PIECE)];
            int count = copy(at, size, bytes, 0, bytes.length);
            into.put(bytes, 0, count);
            at += count;
            return count == 0 && bytes.length > 0 ? -1 : count;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new NonWritableChannelException();
        }

        @Override
        public long position() {
            return at;
        }

        @Override
        public SeekableByteChannel position(long position) {
            if (position < 0) {
                throw new IllegalArgumentException("before the start");
            }
            at = position;
            return this;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public SeekableByteChannel truncate(long length) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
