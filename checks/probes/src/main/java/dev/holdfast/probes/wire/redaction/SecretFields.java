package dev.holdfast.probes.wire.redaction;

import dev.holdfast.probes.exchange.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Header fields whose values are secrets, whoever made them. */
final class SecretFields {
    private static final Pattern NAMES =
            Pattern.compile(
                    "authorization|proxy-authorization|x-authorization|.*api-?key.*|.*-token"
                            + "|.*secret.*|.*signature.*|.*password.*|x-amz-security-token");

    private SecretFields() {}

    static Field redact(Field field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "cookie", "cookie2" -> new Field(field.name(), cookies(field.value()));
            case "set-cookie", "set-cookie2" -> new Field(field.name(), setCookie(field.value()));
            default ->
                    NAMES.matcher(name).matches()
                            ? new Field(field.name(), credentials(field.value()))
                            : field;
        };
    }

    private static String cookies(String value) {
        return Arrays.stream(value.split(";", -1))
                .map(SecretFields::pair)
                .collect(Collectors.joining(";"));
    }

    private static String setCookie(String value) {
        int end = value.indexOf(';');
        return end < 0 ? pair(value) : pair(value.substring(0, end)) + value.substring(end);
    }

    /** The name stays; of a pair without a name (RFC 6265bis, section 5.6) nothing does. */
    private static String pair(String pair) {
        int equals = pair.indexOf('=');
        String value = pair.substring(equals + 1);
        String body = value.strip();
        return pair.substring(0, equals + 1)
                + (body.isEmpty() ? value : value.replace(body, Mask.of(body)));
    }

    /** The scheme's name stays. */
    static String credentials(String value) {
        int space = value.indexOf(' ');
        boolean scheme = space > 0 && value.substring(0, space).matches("[A-Za-z][A-Za-z0-9-]*");
        return scheme
                ? value.substring(0, space + 1) + Mask.of(value.substring(space + 1))
                : Mask.of(value);
    }
}
