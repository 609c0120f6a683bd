package dev.holdfast.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts as bytes, and bytes as text. */
public final class Text {

    private Text() {}

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static List<byte[]> all(String... texts) {
        List<byte[]> all = new ArrayList<>();
        for (String text : texts) {
            all.add(bytes(text));
        }
        return all;
    }

    /** Bytes that no text of UTF-8 may be made of become a question mark. */
    public static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** One character a byte. */
    public static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
