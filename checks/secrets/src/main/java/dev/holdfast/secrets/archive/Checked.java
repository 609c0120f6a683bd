package dev.holdfast.secrets.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Holds an entry of a zip to the length and the check sum that its directory tells. */
final class Checked extends FilterInputStream {
    private final CRC32 crc = new CRC32();
    private final long wantedLength;
    private final long wantedCrc;
    private long length;

    Checked(InputStream in, long wantedLength, long wantedCrc) {
        super(in);
        this.wantedLength = wantedLength;
        this.wantedCrc = wantedCrc;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        int read = super.read(into, offset, count);
        if (read > 0) {
            crc.update(into, offset, read);
            length += read;
        } else if (read < 0 && (length != wantedLength || crc.getValue() != wantedCrc)) {
            throw new NotOpened("does not match its check sum");
        }
        return read;
    }
}
