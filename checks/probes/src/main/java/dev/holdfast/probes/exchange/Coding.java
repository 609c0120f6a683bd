package dev.holdfast.probes.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes content codings that the platform knows (RFC 9110, section 8.4.1). */
final class Coding {
    /** So that a small body cannot become a huge one. */
    private static final int MOST = 4 * 1_048_576;

    private static final int CHUNK = 8_192;

    private Coding() {}

    /** The body without its coding, cut when it was or when it is huge; nothing when nobody can. */
    static Optional<Body> undo(String coding, Body body) {
        byte[] bytes = body.bytes();
        try {
            return switch (coding) {
                case "gzip", "x-gzip" -> {
                    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                        yield read(in, body.cut());
                    }
                }
                case "deflate" -> {
                    // Browsers take it with and without the header of zlib.
                    Inflater inflater = new Inflater(!zlib(bytes));
                    try (InputStream in =
                            new InflaterInputStream(new ByteArrayInputStream(bytes), inflater)) {
                        yield read(in, body.cut());
                    } finally {
                        inflater.end();
                    }
                }
                default -> Optional.empty();
            };
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static Optional<Body> read(InputStream in, boolean cut) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                out.write(chunk, 0, Math.min(count, MOST - out.size()));
                if (out.size() >= MOST) {
                    return Optional.of(new Body(out.toByteArray(), true));
                }
            }
        } catch (EOFException ended) {
            return Optional.of(new Body(out.toByteArray(), true));
        }
        return Optional.of(new Body(out.toByteArray(), cut));
    }

    private static boolean zlib(byte[] bytes) {
        return bytes.length > 1
                && (bytes[0] & 0x0F) == 8
                && (((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF)) % 31 == 0;
    }
}
