package dev.holdfast.probes.wire.redaction;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How a secret may look in a text: as it is, its parts, and both encoded. */
final class SecretForms {
    /** Shorter ones are words of every text: to take them out would hide nothing and harm much. */
    private static final int SHORTEST_WHOLE = 4;

    private static final int SHORTEST_PART = 6;
    private static final int BASE64_BYTES = 3;

    /** Pairs of a cookie, a scheme and what is behind it, or several lines. */
    private static final Pattern COMPOSED =
            Pattern.compile(
                    "[\\w.-]{1,64}=[^=;][^;]*+(?:;\\s*+[\\w.-]{1,64}=[^;]*+)*+;?"
                            + "|[A-Za-z][\\w-]{0,32} +\\S++|(?s:[^\\r\\n]*+\\R.*+)");

    private SecretForms() {}

    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        for (String value : values(secret)) {
            forms.add(value);
            forms.addAll(encoded(value));
        }
        return forms;
    }

    /** The secret and its parts, as they are. */
    private static Set<String> values(String secret) {
        Set<String> values = new LinkedHashSet<>();
        keep(values, secret, SHORTEST_WHOLE);
        keep(values, secret.strip(), SHORTEST_WHOLE);
        for (String part : parts(secret)) {
            keep(values, part, SHORTEST_PART);
        }
        return values;
    }

    /**
     * What of it is secret through and through, so that a piece of it says too much: the value of a
     * cookie without its name, credentials without their scheme or their user.
     */
    static Set<String> innermost(String secret) {
        String whole = secret.strip();
        Set<String> values = new LinkedHashSet<>();
        Set<String> parts = parts(secret);
        for (String part : parts) {
            boolean composed =
                    part.equals(whole)
                            || part.indexOf('\n') >= 0
                            || parts.stream()
                                    .anyMatch(each -> !each.isEmpty() && part.endsWith(":" + each));
            keep(values, composed ? "" : part, SHORTEST_PART);
        }
        if (values.isEmpty() || !COMPOSED.matcher(whole).matches()) {
            keep(values, whole, SHORTEST_WHOLE);
        }
        return values;
    }

    /** Forms that are no mere escapes of its letters. */
    static Set<String> wholly(String value) {
        Set<String> forms = new LinkedHashSet<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            byte[] bytes = value.getBytes(charset);
            forms.add(HexFormat.of().formatHex(bytes));
            forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
            for (int before = 0; before < BASE64_BYTES; before++) {
                String once = base64(bytes, before);
                forms.add(once);
                forms.addAll(twice(once));
                forms.addAll(twice(once.replace('+', '-').replace('/', '_')));
            }
        }
        forms.add(new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        return forms;
    }

    /** Base64 that stands in base64. */
    private static Set<String> twice(String once) {
        Set<String> forms = new LinkedHashSet<>();
        byte[] bytes = once.getBytes(StandardCharsets.US_ASCII);
        for (int before = 0; before < BASE64_BYTES; before++) {
            forms.add(base64(bytes, before));
        }
        return forms;
    }

    /** In base64 behind so many other bytes: the letters that the others have no part in. */
    private static String base64(byte[] bytes, int before) {
        byte[] all = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, all, before, bytes.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(all);
        int first = before == 0 ? 0 : before + 1;
        int last = all.length % BASE64_BYTES == 0 ? text.length() : text.length() - 1;
        return text.substring(Math.min(first, last), last);
    }

    private static void keep(Set<String> values, String value, int shortest) {
        if (value.length() >= shortest) {
            values.add(value);
        }
    }

    /** What is behind a scheme's name, in Basic credentials, in the pairs of a Cookie field. */
    private static Set<String> parts(String secret) {
        Set<String> parts = new LinkedHashSet<>();
        parts.add(secret.strip());
        int space = secret.strip().indexOf(' ');
        if (space > 0) {
            String behind = secret.strip().substring(space + 1).strip();
            parts.add(behind);
            if (secret.strip().substring(0, space).equalsIgnoreCase("Basic")) {
                parts.addAll(basic(behind));
            }
        }
        if (secret.contains("=")) {
            for (String pair : secret.split("[;,&]", -1)) {
                int equals = pair.indexOf('=');
                parts.add(unquoted(pair.substring(equals + 1).strip()));
            }
        }
        for (String line : secret.split("\\R", -1)) {
            if (!line.startsWith("-----")) {
                parts.add(line.strip());
            }
        }
        return parts;
    }

    private static Set<String> basic(String credentials) {
        try {
            String decoded =
                    new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return Set.of(decoded, decoded.substring(decoded.indexOf(':') + 1));
        } catch (IllegalArgumentException notBase64) {
            return Set.of();
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static Set<String> encoded(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(new String(bytes, StandardCharsets.ISO_8859_1));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
        for (String percent : List.of(form, form.replace("+", "%20"), percent(bytes))) {
            forms.add(percent);
            forms.add(lowerCaseEscapes(percent));
        }
        String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
        forms.add(json);
        forms.add(json.replace("/", "\\/"));
        forms.add(html(value));
        return forms;
    }

    /** As RFC 3986 has it: everything but unreserved characters. */
    private static String percent(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            char letter = (char) (each & 0xFF);
            boolean plain =
                    letter < 0x80
                            && (Character.isLetterOrDigit(letter) || "-._~".indexOf(letter) >= 0);
            text.append(plain ? String.valueOf(letter) : "%%%02X".formatted((int) letter));
        }
        return text.toString();
    }

    private static String lowerCaseEscapes(String percent) {
        StringBuilder text = new StringBuilder(percent);
        for (int i = 0; i + 2 < text.length(); i++) {
            if (text.charAt(i) == '%') {
                text.replace(i + 1, i + 3, text.substring(i + 1, i + 3).toLowerCase(Locale.ROOT));
            }
        }
        return text.toString();
    }

    private static String html(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
