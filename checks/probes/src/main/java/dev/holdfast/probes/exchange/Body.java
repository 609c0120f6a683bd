package dev.holdfast.probes.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a body, or their beginning. */
public final class Body {
    /** No bytes. */
    public static final Body EMPTY = new Body(new byte[0], false);

    private final byte[] bytes;
    private final boolean cut;

    /**
     * A body.
     *
     * @param cut whether there was more than these bytes
     */
    public Body(byte[] bytes, boolean cut) {
        this.bytes = bytes.clone();
        this.cut = cut;
    }

    /** A whole body of that text in UTF-8. */
    public static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8), false);
    }

    /** Its bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes there are. */
    public int size() {
        return bytes.length;
    }

    /** Whether there was more than what is here. */
    public boolean cut() {
        return cut;
    }

    /** As UTF-8; what is none is replaced. */
    public String text() {
        return text(StandardCharsets.UTF_8);
    }

    /** In that charset. */
    public String text(Charset charset) {
        return new String(bytes, charset);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Body body && cut == body.cut && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Says how long it is and nothing of what it says. */
    @Override
    public String toString() {
        return bytes.length + (cut ? " bytes and more" : " bytes");
    }
}
