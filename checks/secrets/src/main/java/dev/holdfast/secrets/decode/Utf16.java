package dev.holdfast.secrets.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells text in UTF-16 and UTF-32, marked (Unicode 16, section 23.8) or not. */
public final class Utf16 {
    // So many of the first bytes are looked at when no byte order mark says what it is.
    private static final int HEAD = 4_096;

    private Utf16() {}

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
            return Recoded.of(in, charset, mark, CodingErrorAction.REPLACE);
        }
    }
}
