package dev.holdfast.probes.headers.field;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Cache-Control (RFC 9111, section 5.2).
 *
 * @param directives by name in lower case, with their argument or an empty text; the first of
 *     several
 */
public record CacheControl(Map<String, String> directives) {
    private static final int MOST_DIGITS = 18;

    public CacheControl {
        directives = Map.copyOf(directives);
    }

    /** All lines together; what is no directive is passed over. */
    public static CacheControl of(List<String> lines) {
        Map<String, String> directives = new HashMap<>();
        for (String part : ValueList.of(lines)) {
            int equals = part.indexOf('=');
            String name = Ascii.trim(equals < 0 ? part : part.substring(0, equals));
            if (Ascii.isToken(name)) {
                directives.putIfAbsent(
                        name.toLowerCase(Locale.ROOT),
                        equals < 0 ? "" : Ascii.unquote(Ascii.trim(part.substring(equals + 1))));
            }
        }
        return new CacheControl(directives);
    }

    /** Whether that directive is there. */
    public boolean has(String name) {
        return directives.containsKey(name);
    }

    /** Whether the directive is there for the whole answer, not for single fields of it. */
    public boolean wholly(String name) {
        return "".equals(directives.get(name));
    }

    /** Whether a cache that many users share may keep the answer and give it to others. */
    public boolean shared() {
        if (has("no-store") || wholly("private") || wholly("no-cache")) {
            return false;
        }
        return has("public") || seconds("s-maxage").or(() -> seconds("max-age")).orElse(0L) > 0;
    }

    /** Whether it says itself how long an answer may be kept, or that it must not be. */
    public boolean decides() {
        return has("no-store")
                || wholly("private")
                || wholly("no-cache")
                || has("max-age")
                || has("s-maxage");
    }

    /** The argument as seconds, or nothing. */
    public Optional<Long> seconds(String name) {
        // Surrogate-Control may add how long a stale answer serves: max-age=600+30.
        String text = directives.getOrDefault(name, "").split("\\+", 2)[0];
        if (!Ascii.isDigits(text)) {
            return Optional.empty();
        }
        // A number too large means for ever (RFC 9111, section 1.2.2).
        return Optional.of(text.length() < MOST_DIGITS ? Long.parseLong(text) : Long.MAX_VALUE);
    }
}
