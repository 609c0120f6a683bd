package dev.holdfast.secrets.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text in UTF-16 or UTF-32 as UTF-8, along the stream (Unicode 16, section 23.8). */
public final class Utf16 extends InputStream {
    // So many of the first bytes are looked at when no byte order mark says what it is.
    private static final int HEAD = 4_096;

    private final Reader text;
    private final char[] characters = new char[8_192];
    private byte[] bytes = new byte[0];
    private int at;

    private Utf16(Reader text) {
        this.text = text;
    }

    /**
     * The encoding that the first bytes tell, with the length of its mark; null for bytes as they
     * are.
     */
    public static @Nullable Encoding of(byte[] head, int length) {
        if (length >= 4
                && head[0] == 0
                && head[1] == 0
                && head[2] == (byte) 0xFE
                && head[3] == (byte) 0xFF) {
            return new Encoding(Charset.forName("UTF-32BE"), 4);
        }
        if (length >= 4
                && head[0] == (byte) 0xFF
                && head[1] == (byte) 0xFE
                && head[2] == 0
                && head[3] == 0) {
            return new Encoding(Charset.forName("UTF-32LE"), 4);
        }
        if (length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        if (length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        return unmarked(head, Math.min(length, HEAD));
    }

    /** ASCII text in UTF-16 has a zero in every other byte and none between. */
    private static @Nullable Encoding unmarked(byte[] head, int length) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        int pairs = length / 2;
        if (pairs < 8) {
            return null;
        }
        if (odd * 10 >= pairs * 9 && even == 0) {
            return new Encoding(StandardCharsets.UTF_16LE, 0);
        }
        return even * 10 >= pairs * 9 && odd == 0
                ? new Encoding(StandardCharsets.UTF_16BE, 0)
                : null;
    }

    /**
     * How a text is encoded.
     *
     * @param mark how many bytes its byte order mark has
     */
    public record Encoding(Charset charset, int mark) {

        /** The text as UTF-8, without the mark, which stands in no column. */
        public InputStream decoded(InputStream in) throws IOException {
            in.skipNBytes(mark);
            return new Utf16(
                    new InputStreamReader(
                            in,
                            charset.newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPLACE)
                                    .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, taken);
        at += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        if (at < bytes.length) {
            return true;
        }
        int read = text.read(characters, 0, characters.length - 1);
        if (read < 0) {
            return false;
        }
        if (Character.isHighSurrogate(characters[read - 1])) {
            int low = text.read();
            if (low >= 0) {
                characters[read++] = (char) low;
            }
        }
        bytes = new String(characters, 0, read).getBytes(StandardCharsets.UTF_8);
        at = 0;
        return true;
    }
}
