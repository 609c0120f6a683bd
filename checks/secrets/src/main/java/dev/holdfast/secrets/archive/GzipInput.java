package dev.holdfast.secrets.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip of any number of members (RFC 1952). Other than the JDK's it says when something
 * else stands behind them; zeros may, tapes are filled up with them.
 */
final class GzipInput extends InputStream {
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final BufferedInputStream in;
    private final Inflater inflater = new Inflater(true);
    private final byte[] packed = new byte[1 << 13];
    private final CRC32 crc = new CRC32();
    private boolean inMember;
    private boolean ended;
    private int given;

    GzipInput(InputStream packed) throws IOException {
        this.in = new BufferedInputStream(packed);
        if (in.read() != 0x1F || in.read() != 0x8B) {
            throw new NotOpened(NotOpened.BROKEN);
        }
        header();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inMember) {
                nextMember();
                continue;
            }
            int count = inflate(into, offset, length);
            if (count > 0) {
                crc.update(into, offset, count);
                return count;
            }
            if (inflater.finished()) {
                trailer();
            } else if (inflater.needsDictionary() || !feed()) {
                throw new NotOpened(NotOpened.BROKEN);
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            return inflater.inflate(into, offset, length);
        } catch (DataFormatException broken) {
            throw new NotOpened(NotOpened.BROKEN);
        }
    }

    // What the inflater does not take is read again: the mark is where it was given.
    private boolean feed() throws IOException {
        in.mark(packed.length);
        given = in.read(packed);
        if (given > 0) {
            inflater.setInput(packed, 0, given);
        }
        return given > 0;
    }

    private void trailer() throws IOException {
        if (given > 0) {
            in.reset();
            in.skipNBytes(given - inflater.getRemaining());
        }
        if (little(4) != crc.getValue()
                || little(4) != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new NotOpened("does not match its check sum");
        }
        inMember = false;
    }

    private void nextMember() throws IOException {
        int first = in.read();
        boolean padding = first == 0;
        while (first == 0) {
            first = in.read();
        }
        if (first < 0) {
            ended = true;
        } else if (!padding && first == 0x1F && in.read() == 0x8B) {
            header();
        } else {
            throw new NotOpened("is followed by bytes that are not gzip");
        }
    }

    private void header() throws IOException {
        int method = in.read();
        int flags = in.read();
        if (method != 8 || flags < 0 || (flags & RESERVED) != 0) {
            throw new NotOpened(NotOpened.BROKEN);
        }
        in.skipNBytes(6);
        if ((flags & EXTRA) != 0) {
            in.skipNBytes(little(2));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECK) != 0) {
            in.skipNBytes(2);
        }
        inflater.reset();
        crc.reset();
        given = 0;
        inMember = true;
    }

    private void skipText() throws IOException {
        int next = in.read();
        while (next != 0) {
            if (next < 0) {
                throw new NotOpened(NotOpened.BROKEN);
            }
            next = in.read();
        }
    }

    private long little(int count) throws IOException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int next = in.read();
            if (next < 0) {
                throw new NotOpened(NotOpened.BROKEN);
            }
            value |= (long) next << (8 * i);
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
