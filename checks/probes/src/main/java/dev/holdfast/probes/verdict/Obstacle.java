package dev.holdfast.probes.verdict;

import dev.holdfast.probes.exchange.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells an answer that says nothing of the service's own decision: a redirect, a guard in front, an
 * overload. What stands on such an answer is never a pass.
 */
public final class Obstacle {
    /** Fields that only a guard in front of a service sends, and only when it steps in. */
    private static final List<String> GUARD_FIELDS =
            List.of(
                    "cf-mitigated",
                    "x-amzn-waf-action",
                    "x-sucuri-block",
                    "x-datadome",
                    "x-akamai-edgescape-block");

    private static final Pattern GUARD_WORDS =
            Pattern.compile(
                    "captcha|attention required|checking your browser|request blocked"
                            + "|web application firewall|you have been blocked|incident id"
                            + "|the requested url was rejected|just a moment");

    private static final Pattern PASSWORD_FIELD =
            Pattern.compile("<input\\b[^>]{0,500}\\btype\\s{0,9}=\\s{0,9}[\"']?password");

    private Obstacle() {}

    /** Why the answer is not the service's own word, for a report, or nothing when it is. */
    public static Optional<String> of(Response response) {
        if (response.redirects()) {
            return Optional.of(
                    response.status()
                            + " sent elsewhere, to "
                            + place(response.fields().first("Location").orElse("")));
        }
        if (response.status() == 429) {
            return Optional.of("429: too many requests, the service may have refused any");
        }
        if (response.failed()) {
            return Optional.of("the service failed with " + response.status());
        }
        for (String field : GUARD_FIELDS) {
            if (response.fields().has(field)) {
                return Optional.of(
                        response.status() + " of a guard in front of the service (" + field + ")");
            }
        }
        if (response.status() / 100 == 4
                && GUARD_WORDS.matcher(response.body().text().toLowerCase(Locale.ROOT)).find()) {
            return Optional.of(response.status() + " with the page of a guard in front");
        }
        return Optional.empty();
    }

    /** Whether the answer shows a form that asks for a password. */
    public static boolean loginForm(Response response) {
        return PASSWORD_FIELD.matcher(response.body().text().toLowerCase(Locale.ROOT)).find();
    }

    /** A query may hold a token, so nobody gets to see it. */
    private static String place(String location) {
        int end = location.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = location.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return location.substring(0, end);
    }
}
