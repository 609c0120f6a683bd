package dev.holdfast.secrets.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip, and does not pass over bytes behind the last member as the JDK does. */
final class Gunzip extends GZIPInputStream {
    private static final int BUFFER = 1 << 16;
    // The check sum and the length end a member (RFC 1952, section 2.3).
    private static final int TRAILER = 8;

    private final InputStream packed;

    Gunzip(InputStream packed) throws IOException {
        super(packed, BUFFER);
        this.packed = packed;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read < 0 && (inf.getRemaining() > TRAILER || packed.read() >= 0)) {
            throw new BadContent("bytes stand behind its gzip data");
        }
        return read;
    }
}
