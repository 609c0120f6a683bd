package dev.holdfast.probes.csp;

import dev.holdfast.probes.exchange.Reading;
import dev.holdfast.probes.exchange.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a browser that is sent to an answer reads it as. */
enum DocumentKind {
    /** HTML, also what has no type and looks like it. */
    HTML,
    /** A document of XML; scripts of the namespaces of XHTML and SVG run in it. */
    XML,
    /** No document in which scripts run. */
    OTHER;

    private static final int SNIFFED = 1445;
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** Chromium runs no script in other types of XML, such as feeds (measured). */
    private static final Set<String> XML_TYPES =
            Set.of("text/xml", "application/xml", "image/svg+xml");

    /** Types that say that the type is not known (MIME Sniffing, section 7). */
    private static final Set<String> UNKNOWN = Set.of("unknown/unknown", "application/unknown");

    /** How HTML begins (MIME Sniffing, section 7.1); Chromium asks for no end of the name. */
    private static final List<String> BEGINNINGS =
            List.of(
                    "<!doctype html",
                    "<html",
                    "<head",
                    "<script",
                    "<iframe",
                    "<h1",
                    "<div",
                    "<font",
                    "<table",
                    "<a",
                    "<style",
                    "<title",
                    "<b",
                    "<p",
                    "<!--");

    static DocumentKind of(Response response) {
        Optional<String> type = type(response.fields().all("Content-Type"));
        if (type.isEmpty() || UNKNOWN.contains(type.get())) {
            return sniffs(response) ? sniffed(Reading.of(response).text()) : OTHER;
        }
        String essence = type.get();
        if (essence.equals("text/html") || essence.equals("application/xhtml+xml")) {
            return HTML;
        }
        return XML_TYPES.contains(essence) ? XML : OTHER;
    }

    /** The type that counts of all lines (Fetch, "extract a MIME type"), without parameters. */
    static Optional<String> type(List<String> lines) {
        Optional<String> last = Optional.empty();
        for (String value : split(String.join(",", lines))) {
            String essence = value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            int slash = essence.indexOf('/');
            if (slash > 0
                    && TOKEN.matcher(essence.substring(0, slash)).matches()
                    && TOKEN.matcher(essence.substring(slash + 1)).matches()
                    && !essence.equals("*/*")) {
                last = Optional.of(essence);
            }
        }
        return last;
    }

    // Fetch, "get, decode, and split": a comma in quotes parts nothing.
    private static List<String> split(String value) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (quoted && letter == '\\') {
                i++;
            } else if (!quoted && letter == ',') {
                parts.add(value.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(value.substring(start));
        return parts;
    }

    // Fetch, "determine nosniff": the first value.
    private static boolean sniffs(Response response) {
        return response.fields()
                .combined("X-Content-Type-Options")
                .map(value -> !value.split(",", 2)[0].strip().equalsIgnoreCase("nosniff"))
                .orElse(true);
    }

    // A byte order mark makes it plain text (measured).
    private static DocumentKind sniffed(String body) {
        String lower =
                body.substring(0, Math.min(SNIFFED, body.length()))
                        .stripLeading()
                        .toLowerCase(Locale.ROOT);
        if (BEGINNINGS.stream().anyMatch(lower::startsWith)) {
            return HTML;
        }
        return lower.startsWith("<?xml") ? XML : OTHER;
    }
}
