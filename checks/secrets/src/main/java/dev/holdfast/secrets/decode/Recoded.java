package dev.holdfast.secrets.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text of another encoding as UTF-8, along the stream. */
public final class Recoded extends InputStream {
    private final Reader text;
    private final char[] characters = new char[8_192];
    private byte[] bytes = new byte[0];
    private int at;

    private Recoded(Reader text) {
        this.text = text;
    }

    /**
     * The text behind its byte order mark, which stands in no column.
     *
     * @param mark how many bytes the mark has
     * @param malformed what is done with bytes that are no text
     */
    public static InputStream of(
            InputStream in, Charset charset, int mark, CodingErrorAction malformed)
            throws IOException {
        in.skipNBytes(mark);
        return new Recoded(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(malformed)
                                .onUnmappableCharacter(malformed)));
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

    @Override
    public void close() throws IOException {
        text.close();
    }
}
