package dev.holdfast.probes.wire.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The lines of a response, and the bytes between them. */
final class LineInput {
    private static final int MOST_HEADER = 256 * 1024;

    private final InputStream bytes;
    private int read;

    LineInput(InputStream bytes) {
        this.bytes = bytes;
    }

    /**
     * The next line without its end; a line feed alone ends one, too (RFC 9112, section 2.2).
     *
     * @param missing what to say when the connection ends before
     */
    String line(String missing) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int each = bytes.read(); each != '\n'; each = bytes.read()) {
            if (each < 0) {
                throw new NotHttp(missing);
            }
            if (++read > MOST_HEADER) {
                throw new NotHttp("the answer's header is longer than 256 KiB");
            }
            line.write(each);
        }
        byte[] all = line.toByteArray();
        int length = all.length > 0 && all[all.length - 1] == '\r' ? all.length - 1 : all.length;
        return text(ByteBuffer.wrap(all, 0, length));
    }

    /** Up to so many bytes into the target; -1 at the end. */
    int some(byte[] target, int most) throws IOException {
        return bytes.read(target, 0, most);
    }

    // What is beyond ASCII stays beyond it, whatever was meant.
    private static String text(ByteBuffer line) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(line.duplicate()).toString();
        } catch (CharacterCodingException latin) {
            return StandardCharsets.ISO_8859_1.decode(line).toString();
        }
    }
}
