package dev.holdfast.probes.wire.redaction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that are known by their look, wherever they came from: a token that a service answers is
 * a secret too. Group 1, when there is one, stays; group 2 is what is taken out.
 */
final class SecretPatterns {
    private static final String NAMED =
            "[\\w.-]*(?:token|secret|passwd|password|api[_-]?key|signature|session[_-]?id)[\\w-]*";

    private static final List<Pattern> ALL =
            List.of(
                    // The signature of a JWT; head and claims stay to be read.
                    Pattern.compile("(eyJ[\\w-]{4,}\\.[\\w-]{2,}\\.)([\\w-]{8,})"),
                    Pattern.compile("()\\b(wh(?:sec|sk)_[\\w+/=-]{8,})"),
                    Pattern.compile("()\\b((?:sk|rk)_(?:live|test)_\\w{8,})"),
                    Pattern.compile("()\\b((?:sk|rk)_\\w{16,})"),
                    // A member of JSON: "refresh_token": "…"
                    Pattern.compile("(?i)(\"" + NAMED + "\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.){4,})"),
                    // A pair of a form or a query: refresh_token=…
                    Pattern.compile("(?i)((?:^|[?&\\s;])" + NAMED + "=)([^&\\s;\"'<>]{4,})"),
                    // A field in a text: Authorization: Bearer …
                    Pattern.compile(
                            "(?i)((?:proxy-)?authorization\\s*[:=]\\s*(?:[\\w-]+\\s+)?)"
                                    + "([^\\s,;\"']{4,})"));

    private SecretPatterns() {}

    static String redact(String text) {
        String clean = text;
        for (Pattern pattern : ALL) {
            clean =
                    pattern.matcher(clean)
                            .replaceAll(found ->
                                    Matcher.quoteReplacement(
                                            found.group(1) + masked(found.group(2))));
        }
        return clean;
    }

    private static String masked(String value) {
        return value.startsWith("[redacted") ? value : Mask.of(value);
    }
}
