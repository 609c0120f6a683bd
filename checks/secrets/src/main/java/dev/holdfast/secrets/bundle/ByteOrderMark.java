package dev.holdfast.secrets.bundle;

import dev.holdfast.secrets.decode.Recoded;
import dev.holdfast.secrets.engine.Latin1;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The marks of encodings other than UTF-8. */
enum ByteOrderMark {
    UTF_32_LITTLE(StandardCharsets.UTF_32LE, "\u00FF\u00FE\0\0"),
    UTF_32_BIG(StandardCharsets.UTF_32BE, "\0\0\u00FE\u00FF"),
    UTF_16_LITTLE(StandardCharsets.UTF_16LE, "\u00FF\u00FE"),
    UTF_16_BIG(StandardCharsets.UTF_16BE, "\u00FE\u00FF");

    private final Charset charset;
    // One character for each byte.
    private final String bytes;

    ByteOrderMark(Charset charset, String bytes) {
        this.charset = charset;
        this.bytes = bytes;
    }

    /** The mark at the start of a content, or null. */
    static @Nullable ByteOrderMark of(byte[] head) {
        for (ByteOrderMark mark : values()) {
            if (mark.starts(head)) {
                return mark;
            }
        }
        return null;
    }

    private boolean starts(byte[] head) {
        return Latin1.find(head, 0, Math.min(head.length, bytes.length()), bytes) == 0;
    }

    /**
     * The text behind the mark as UTF-8. Browsers know no UTF-32 and read the mark of its
     * little-endian form as UTF-16, so text that is not valid UTF-32 is refused, and not read
     * wrongly.
     */
    InputStream decoded(InputStream in) throws IOException {
        boolean browsers = bytes.length() == 2;
        return Recoded.of(
                in,
                charset,
                bytes.length(),
                browsers ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT);
    }
}
