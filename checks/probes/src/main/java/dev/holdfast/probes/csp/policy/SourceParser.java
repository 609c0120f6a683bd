package dev.holdfast.probes.csp.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses one source expression as Chromium does. Takes any text in linear time. */
public final class SourceParser {
    private static final Map<String, Source> KEYWORDS = keywords();
    private static final Source STAR = new Source.Star();

    private SourceParser() {}

    private static Map<String, Source> keywords() {
        Map<String, Source> keywords = new HashMap<>();
        Arrays.stream(Source.Word.values())
                .forEach(word -> keywords.put(word.text(), new Source.Keyword(word)));
        return Map.copyOf(keywords);
    }

    /** The source of that token. */
    public static Source parse(String token) {
        if (token.equals("*")) {
            return STAR;
        }
        if (token.startsWith("'")) {
            Source keyword = KEYWORDS.get(Ascii.lower(token));
            return keyword != null ? keyword : secret(token);
        }
        return place(token);
    }

    /** A nonce or a hash. */
    private static Source secret(String token) {
        if (token.length() < 2 || !token.endsWith("'")) {
            return new Source.Invalid(token);
        }
        String inner = token.substring(1, token.length() - 1);
        Source found =
                begins(inner, "nonce-")
                        ? nonce(inner.substring("nonce-".length()))
                        : begins(inner, "url-")
                                ? hash(Source.Hashed.URL, inner.substring("url-".length()))
                                : begins(inner, "eval-")
                                        ? hash(
                                                Source.Hashed.EVAL,
                                                inner.substring("eval-".length()))
                                        : hash(Source.Hashed.CONTENT, inner);
        return found == null ? new Source.Invalid(token) : found;
    }

    private static boolean begins(String text, String beginning) {
        return text.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    private static @Nullable Source nonce(String value) {
        return isBase64(value) ? new Source.Nonce(value) : null;
    }

    /** {@code sha256-…}, also as Chromium takes it, {@code sha-256-…}. */
    private static @Nullable Source hash(Source.Hashed hashed, String text) {
        if (!begins(text, "sha")) {
            return null;
        }
        int digits = text.startsWith("-", 3) ? 4 : 3;
        if (!text.startsWith("-", digits + 3)) {
            return null;
        }
        String digest = text.substring(digits + 4);
        int bits =
                switch (text.substring(digits, digits + 3)) {
                    case "256" -> 256;
                    case "384" -> 384;
                    case "512" -> 512;
                    default -> 0;
                };
        return bits > 0 && decodes(digest) ? new Source.Hash(hashed, bits, digest) : null;
    }

    /** base64-value: letters of base64 or base64url, then at most two equals signs. */
    private static boolean isBase64(String text) {
        int length = text.length();
        int letters = 0;
        while (letters < length && isBase64(text.charAt(letters))) {
            letters++;
        }
        return letters > 0
                && length - letters <= 2
                && text.chars().skip(letters).allMatch(letter -> letter == '=');
    }

    /** Whether Chromium can decode it: padding may be missing, but not be too much. */
    private static boolean decodes(String text) {
        if (!isBase64(text)) {
            return false;
        }
        int letters = text.indexOf('=') < 0 ? text.length() : text.indexOf('=');
        int open = (4 - letters % 4) % 4;
        return open < 3 && text.length() - letters <= open;
    }

    private static boolean isBase64(char letter) {
        return Ascii.isLetter(letter)
                || Ascii.isDigit(letter)
                || letter == '+'
                || letter == '/'
                || letter == '-'
                || letter == '_';
    }

    private static Source place(String token) {
        int colon = token.indexOf(':');
        if (colon == token.length() - 1 && isScheme(token, colon)) {
            return new Source.Scheme(Ascii.lower(token.substring(0, colon)));
        }
        if (colon >= 0 && token.startsWith("://", colon)) {
            if (!isScheme(token, colon)) {
                return new Source.Invalid(token);
            }
            String scheme = Ascii.lower(token.substring(0, colon));
            return host(token, Optional.of(scheme), colon + 3);
        }
        return host(token, Optional.empty(), 0);
    }

    private static boolean isScheme(String token, int end) {
        if (end == 0 || !Ascii.isLetter(token.charAt(0))) {
            return false;
        }
        for (int i = 1; i < end; i++) {
            char letter = token.charAt(i);
            if (!Ascii.isLetter(letter)
                    && !Ascii.isDigit(letter)
                    && letter != '+'
                    && letter != '-'
                    && letter != '.') {
                return false;
            }
        }
        return true;
    }

    private static Source host(String token, Optional<String> scheme, int start) {
        int slash = token.indexOf('/', start);
        int authority = slash < 0 ? token.length() : slash;
        int colon = token.indexOf(':', start);
        int hostEnd = colon < 0 || colon > authority ? authority : colon;
        Optional<Source.Port> port = port(token, hostEnd, authority);
        Optional<String> path = path(token.substring(authority));
        if (port.isEmpty() || path.isEmpty()) {
            return new Source.Invalid(token);
        }
        String host = Ascii.lower(token.substring(start, hostEnd));
        if (host.equals("*")) {
            return new Source.Host(scheme, "", true, port.get(), path.get());
        }
        boolean below = host.startsWith("*.");
        String name = below ? host.substring(2) : host;
        return isHost(name)
                ? new Source.Host(scheme, name, below, port.get(), path.get())
                : new Source.Invalid(token);
    }

    private static Optional<Source.Port> port(String token, int from, int to) {
        if (from == to) {
            return Optional.of(new Source.Port.Usual());
        }
        String digits = token.substring(from + 1, to);
        if (digits.equals("*")) {
            return Optional.of(new Source.Port.Any());
        }
        if (digits.isEmpty() || !digits.chars().allMatch(letter -> Ascii.isDigit((char) letter))) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < digits.length() && value <= Integer.MAX_VALUE; i++) {
            value = value * 10 + (digits.charAt(i) - '0');
        }
        return value > Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(new Source.Port.Fixed((int) value));
    }

    /** What stands behind a question mark or a number sign is ignored. */
    private static Optional<String> path(String written) {
        int end = written.length();
        for (int i = 0; i < end; i++) {
            if (written.charAt(i) == '?' || written.charAt(i) == '#') {
                end = i;
            }
        }
        return Optional.of(written.substring(0, end));
    }

    private static boolean isHost(String name) {
        if (name.isEmpty()) {
            return false;
        }
        boolean letters = false;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter == '.') {
                if (!letters) {
                    return false;
                }
                letters = false;
            } else if (Ascii.isLetter(letter)
                    || Ascii.isDigit(letter)
                    || letter == '-'
                    || letter == '_') {
                letters = true;
            } else {
                return false;
            }
        }
        return true;
    }
}
