package dev.holdfast.secrets.decode;

import java.util.ArrayList;
import java.util.List;

/** Finds every run of bytes that spells another text. */
public final class Decoders {
    /** The most bytes of one run; a longer one is taken in pieces that overlap. */
    public static final int LONGEST = 1 << 16;

    /** How many bytes two pieces of one run share. */
    static final int OVERLAP = 1 << 12;

    private Decoders() {}

    /** What the bytes spell, in no order; runs may lie in each other. */
    public static List<Decoded> in(byte[] bytes, int length) {
        List<Decoded> all = new ArrayList<>();
        Base64Runs.in(bytes, length, all);
        Escaped.in(bytes, length, all);
        return all;
    }

    /** Whether bytes look like text and not like a picture or a hash. */
    static boolean isText(byte[] bytes, int length) {
        int looked = Math.min(length, 256);
        int printable = 0;
        for (int i = 0; i < looked; i++) {
            byte each = bytes[i];
            if ((each >= ' ' && each < 0x7F) || each == '\n' || each == '\t' || each == '\r') {
                printable++;
            }
        }
        return looked > 0 && printable * 10 >= looked * 9;
    }
}
