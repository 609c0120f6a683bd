package dev.holdfast.secrets.archive.zstd;

import java.io.IOException;
import java.io.InputStream;

/** Little-endian numbers out of a stream. */
final class Little {

    private Little() {}

    /** The next so many bytes as a number. */
    static long read(InputStream in, int count) throws IOException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int next = in.read();
            if (next < 0) {
                throw ZstdException.broken();
            }
            value |= (long) next << (8 * i);
        }
        return value;
    }
}
