package dev.holdfast.probes.wire.redaction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that are known by their look, wherever they came from: a token that a service answers is
 * a secret too. The texts are a stranger's: every repetition is bounded or cannot be tried twice.
 */
final class SecretPatterns {
    private static final String NAMED =
            "[\\w.-]{0,40}(?:token|secret|passwd|password|api[_-]?key|signature|session[_-]?id)"
                    + "[\\w-]{0,40}";

    /** Group 1 stays, group 2 is taken out. */
    private static final List<Pattern> ALL =
            List.of(
                    // The signature of a JWT; head and claims stay to be read.
                    Pattern.compile(
                            "((?:(?<![\\w-])|(?<=%20|%3D))eyJ[\\w-]{4,}+\\.[\\w-]{2,}+\\.)"
                                    + "([\\w-]{8,})"),
                    Pattern.compile("()\\b(wh(?:sec|sk)_[\\w+/=-]{8,})"),
                    Pattern.compile("()\\b((?:sk|rk)_(?:live|test)_\\w{8,})"),
                    Pattern.compile("()\\b((?:sk|rk)_\\w{16,})"),
                    // A pair of a form or a query: refresh_token=…
                    Pattern.compile(
                            "(?i)((?:^|[?&\\s;])"
                                    + NAMED
                                    + "=)([^&\\s;\"'<>]{4,}"
                                    + within("[^&\\s;\"'<>]")
                                    + ")"),
                    // A field in a text: Authorization: Bearer …
                    Pattern.compile(
                            "(?i)(authorization\\s{0,4}[:=]\\s{0,4}(?:[\\w-]{1,32}\\s{1,4})?)"
                                    + "([^\\s,;\"']{4,}"
                                    + within("[^\\s,;\"']")
                                    + ")"));

    // A member of JSON, up to its value: "refresh_token": "
    private static final Pattern MEMBER =
            Pattern.compile("(?i)\"" + NAMED + "\"\\s{0,8}:\\s{0,8}\"");

    private SecretPatterns() {}

    /** Behind the blank of what was taken out before, which may stand within a value. */
    private static String within(String letters) {
        return "(?: sha256:[0-9a-f]{8}\\]" + letters + "*+){0,3}";
    }

    static String redact(String text) {
        String clean = members(text, MEMBER);
        for (Pattern pattern : ALL) {
            clean =
                    pattern.matcher(clean)
                            .replaceAll(found ->
                                    Matcher.quoteReplacement(
                                            found.group(1) + masked(found.group(2))));
        }
        return clean;
    }

    /** The text without the values of the members that the pattern finds up to their value. */
    static String members(String text, Pattern begin) {
        Matcher member = begin.matcher(text);
        StringBuilder clean = new StringBuilder();
        int done = 0;
        while (member.find(done)) {
            int end = endOfString(text, member.end());
            clean.append(text, done, member.end());
            clean.append(masked(text.substring(member.end(), end)));
            done = end;
        }
        return done == 0 ? text : clean.append(text, done, text.length()).toString();
    }

    private static int endOfString(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, text.length());
    }

    static String masked(String value) {
        return value.startsWith("[redacted") ? value : Mask.of(value);
    }
}
