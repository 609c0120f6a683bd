package dev.holdfast.probes.headers.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Strict-Transport-Security value (RFC 6797, section 6.1).
 *
 * @param maxAge seconds, or -1 when the value is void
 * @param problem why browsers ignore the whole value, or nothing
 */
public record StrictTransport(
        long maxAge, boolean includeSubDomains, boolean preload, Optional<String> problem) {
    private static final int MOST_DIGITS = 18;

    /** Reads one field line; white space may stand anywhere between tokens. */
    public static StrictTransport of(String value) {
        Optional<Long> age = Optional.empty();
        boolean subdomains = false;
        boolean preload = false;
        for (String directive : directives(value)) {
            if (directive.isEmpty()) {
                continue;
            }
            int equals = directive.indexOf('=');
            String name = equals < 0 ? directive : Ascii.trim(directive.substring(0, equals));
            Optional<String> argument =
                    equals < 0
                            ? Optional.empty()
                            : Optional.of(Ascii.trim(directive.substring(equals + 1)));
            if (!Ascii.isToken(name) || argument.filter(text -> !isArgument(text)).isPresent()) {
                return broken("a part of it is no directive");
            }
            switch (name.toLowerCase(Locale.ROOT)) {
                case "max-age" -> {
                    if (age.isPresent()) {
                        return broken("max-age stands twice");
                    }
                    String digits = Ascii.unquote(argument.orElse(""));
                    if (!Ascii.isDigits(digits)) {
                        return broken("max-age is no number");
                    }
                    age = Optional.of(number(digits));
                }
                case "includesubdomains" -> {
                    if (subdomains) {
                        return broken("includeSubDomains stands twice");
                    }
                    if (argument.isPresent()) {
                        return broken("includeSubDomains takes no value");
                    }
                    subdomains = true;
                }
                case "preload" -> preload = true;
                default -> {
                    // Unknown directives are passed over (section 6.1, rule 5).
                }
            }
        }
        if (age.isEmpty()) {
            return broken("max-age is missing");
        }
        return new StrictTransport(age.get(), subdomains, preload, Optional.empty());
    }

    private static StrictTransport broken(String why) {
        return new StrictTransport(-1, false, false, Optional.of(why));
    }

    private static long number(String digits) {
        return digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static boolean isArgument(String text) {
        return Ascii.isToken(text) || Ascii.isQuoted(text);
    }

    /** Splits at semicolons outside of quotes. */
    private static List<String> directives(String value) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (quoted && letter == '\\') {
                i++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ';' && !quoted) {
                parts.add(Ascii.trim(value.substring(start, i)));
                start = i + 1;
            }
        }
        parts.add(Ascii.trim(value.substring(start)));
        return parts;
    }
}
