package dev.holdfast.secrets.env;

import dev.holdfast.secrets.engine.Needle;
import dev.holdfast.secrets.engine.Needle.Edges;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value in base64, whatever stands before it in the same text. */
final class Base64Forms {

    private Base64Forms() {}

    static List<Needle> of(String name, byte[] value) {
        List<Needle> needles = new ArrayList<>();
        for (int shift = 0; shift < 3; shift++) {
            String base64 = decided(value, shift);
            if (base64.length() < Needle.FEWEST) {
                continue;
            }
            Map<String, String> forms = new LinkedHashMap<>();
            forms.put(base64, "base64");
            forms.putIfAbsent(base64.replace("/", "\\/"), "base64");
            forms.putIfAbsent(base64.replace("+", "%2B").replace("/", "%2F"), "base64");
            forms.putIfAbsent(base64.replace('+', '-').replace('/', '_'), "base64url");
            Edges edges = edges(shift, (value.length + shift) % 3 != 0);
            forms.forEach((form, encoding) ->
                    needles.add(
                            new Needle(
                                    name,
                                    encoding,
                                    form.getBytes(StandardCharsets.US_ASCII),
                                    edges)));
        }
        return needles;
    }

    private static Edges edges(int shift, boolean open) {
        if (shift == 0) {
            return open ? Edges.BITS_BEHIND : Edges.ANY;
        }
        return open ? Edges.BITS_AROUND : Edges.BITS_BEFORE;
    }

    /**
     * The characters that the value alone decides, when so many other bytes modulo three stand
     * before it: each carries six bits, and those at either end that it shares are left out.
     */
    private static String decided(byte[] value, int shift) {
        byte[] shifted = new byte[value.length + shift];
        System.arraycopy(value, 0, shifted, shift, value.length);
        String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (shift * 8 + 5) / 6;
        return all.substring(first, Math.max(first, shifted.length * 8 / 6));
    }
}
