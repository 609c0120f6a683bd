package dev.holdfast.secrets.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.brotli.dec.BrotliInputStream;

/** Unpacks Brotli. */
final class Unbrotli extends FilterInputStream {

    private Unbrotli(InputStream unpacked) {
        super(unpacked);
    }

    static InputStream of(InputStream packed) throws IOException {
        try {
            return new Unbrotli(new BrotliInputStream(packed));
        } catch (IOException | RuntimeException broken) {
            throw broken();
        }
    }

    private static BadContent broken() {
        return new BadContent("it is not valid Brotli");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException | RuntimeException broken) {
            throw broken();
        }
    }
}
