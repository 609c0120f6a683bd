package dev.holdfast.secrets.sourcemap;

import java.nio.charset.StandardCharsets;

/** Characters that stand in a run of bytes, one for one, without a copy. */
final class AsciiText {
    static final AsciiText EMPTY = new AsciiText(new byte[0], 0, 0);

    private final byte[] bytes;
    private final int from;
    private final int to;

    /** The text at {@code [from, to)}. */
    AsciiText(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    static AsciiText of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new AsciiText(bytes, 0, bytes.length);
    }

    int length() {
        return to - from;
    }

    char charAt(int index) {
        return (char) (bytes[from + index] & 0xFF);
    }
}
