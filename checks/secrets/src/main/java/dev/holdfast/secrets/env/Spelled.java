package dev.holdfast.secrets.env;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;

/** A value with every character written as a number, as obfuscators do. */
final class Spelled {

    private Spelled() {}

    /** In the ways of HTML, of CSS and octal strings, and of URLs. */
    static List<String> all(String value) {
        return List.of(
                points(value, "&#%d;"::formatted),
                points(value, "&#x%x;"::formatted),
                points(value, "&#x%X;"::formatted),
                bytes(value, "\\%03o"),
                bytes(value, "%%%02x"),
                bytes(value, "%%%02X"));
    }

    private static String points(String value, IntFunction<String> form) {
        StringBuilder text = new StringBuilder();
        value.codePoints().mapToObj(form).forEach(text::append);
        return text.toString();
    }

    private static String bytes(String value, String form) {
        StringBuilder text = new StringBuilder();
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            text.append(form.formatted(each & 0xFF));
        }
        return text.toString();
    }
}
