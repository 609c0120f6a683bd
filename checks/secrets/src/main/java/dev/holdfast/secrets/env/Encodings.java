package dev.holdfast.secrets.env;

import dev.holdfast.secrets.engine.Needle;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forms in which built output may carry a value. */
public final class Encodings {

    private Encodings() {}

    /** One needle for each form that differs from those before it. */
    public static List<Needle> of(EnvVariable variable) {
        String value = variable.value();
        Map<String, String> forms = new LinkedHashMap<>();
        put(forms, value, "plain");
        put(forms, escaped(value, '"'), "json");
        put(forms, escaped(escaped(value, '"'), '"'), "json-twice");
        put(forms, escaped(value, '\''), "single-quoted");
        put(forms, escaped(value, '`').replace("${", "\\${"), "template");
        put(forms, value.replace("/", "\\/"), "escaped-slashes");
        put(forms, html(value), "html");
        String url = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        put(forms, url, "url");
        put(forms, url.replace("%20", "+"), "url");
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        for (int shift = 0; shift < 3; shift++) {
            String base64 = base64(bytes, shift);
            put(forms, base64, "base64");
            put(forms, base64.replace('+', '-').replace('/', '_'), "base64url");
        }
        return forms.entrySet().stream()
                .map(form ->
                        new Needle(
                                variable.name(),
                                form.getValue(),
                                form.getKey().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static void put(Map<String, String> forms, String form, String encoding) {
        forms.putIfAbsent(form, encoding);
    }

    private static String escaped(String value, char quote) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            switch (each) {
                case '\n' -> escaped.append(quote == '`' ? "\n" : "\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\\' -> escaped.append("\\\\");
                default -> {
                    if (each == quote) {
                        escaped.append('\\');
                    }
                    escaped.append(each);
                }
            }
        }
        return escaped.toString();
    }

    private static String html(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * The characters of base64 that the value alone decides, when so many other bytes modulo three
     * stand before it.
     */
    private static String base64(byte[] value, int shift) {
        byte[] shifted = new byte[value.length + shift];
        System.arraycopy(value, 0, shifted, shift, value.length);
        String all =
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(
                                Arrays.copyOf(shifted, shifted.length - shifted.length % 3));
        // The first 8 * shift bits belong to what stands before.
        return all.substring((shift * 8 + 5) / 6);
    }
}
