package dev.holdfast.probes.headers.field;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Content-Type (MIME Sniffing, section 4.4).
 *
 * @param essence type and subtype in lower case: {@code text/html}
 * @param charset in lower case
 */
public record MediaType(String essence, Optional<String> charset) {
    /** The last value that is a media type, or nothing (Fetch, "extract a MIME type"). */
    public static Optional<MediaType> of(List<String> lines) {
        return ValueList.of(lines).stream()
                .map(MediaType::parse)
                .flatMap(Optional::stream)
                .reduce((before, last) -> last);
    }

    private static Optional<MediaType> parse(String value) {
        String[] parts = value.split(";", -1);
        String essence = Ascii.trim(parts[0]).toLowerCase(Locale.ROOT);
        int slash = essence.indexOf('/');
        if (slash < 1
                || !Ascii.isToken(essence.substring(0, slash))
                || !Ascii.isToken(essence.substring(slash + 1))) {
            return Optional.empty();
        }
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0
                    && Ascii.trim(parts[i].substring(0, equals)).equalsIgnoreCase("charset")) {
                String charset = Ascii.unquote(Ascii.trim(parts[i].substring(equals + 1)));
                if (!charset.isEmpty()) {
                    return Optional.of(
                            new MediaType(essence, Optional.of(charset.toLowerCase(Locale.ROOT))));
                }
            }
        }
        return Optional.of(new MediaType(essence, Optional.empty()));
    }

    /** Whether browsers show it as a page. */
    public boolean html() {
        return essence.equals("text/html") || essence.equals("application/xhtml+xml");
    }

    /** Whether it is JSON (MIME Sniffing, "JSON MIME type"). */
    public boolean json() {
        return essence.equals("application/json")
                || essence.equals("text/json")
                || essence.endsWith("+json");
    }

    /** Whether it is a script. */
    public boolean script() {
        return essence.endsWith("/javascript")
                || essence.endsWith("/ecmascript")
                || essence.endsWith("/x-javascript");
    }
}
