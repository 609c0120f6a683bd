package dev.holdfast.secrets.engine;

import java.nio.charset.StandardCharsets;

/** Text and bytes, one for one. */
public final class Latin1 {

    private Latin1() {}

    /** The bytes of an ASCII text. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The text of a run of bytes; for structure only, never to be kept when it is a secret. */
    public static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** The first offset of an ASCII text in a run of bytes, or -1. */
    public static int find(byte[] bytes, int from, int to, String text) {
        byte[] wanted = bytes(text);
        for (int at = Math.max(0, from); at + wanted.length <= to; at++) {
            if (Engine.startsWith(bytes, to, at, wanted)) {
                return at;
            }
        }
        return -1;
    }
}
