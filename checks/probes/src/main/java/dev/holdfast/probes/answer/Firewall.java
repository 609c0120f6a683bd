package dev.holdfast.probes.answer;

import dev.holdfast.probes.exchange.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises what stands in front of a service and answers in its place. What it turned away says
 * nothing of the service.
 */
public final class Firewall {
    private static final List<String> FIELDS = List.of("cf-mitigated", "x-amzn-waf-action");
    private static final Pattern WORDS =
            Pattern.compile(
                    "web application firewall|\\bfirewall\\b|\\bwaf\\b|captcha|incident id"
                            + "|\\bray id\\b|attention required!|request (?:was |has been )?blocked"
                            + "|you have been blocked|requested url was rejected",
                    Pattern.CASE_INSENSITIVE);

    private Firewall() {}

    /** What gives it away, or nothing when the answer seems to be the service's own. */
    public static Optional<String> of(Response response) {
        for (String field : FIELDS) {
            if (response.fields().has(field)) {
                return Optional.of("the field " + field);
            }
        }
        boolean turnedAway =
                switch (response.status()) {
                    case 200, 202, 401, 403, 405, 406, 429, 503 -> true;
                    default -> false;
                };
        if (!turnedAway || !HtmlPage.is(response)) {
            return Optional.empty();
        }
        Matcher words = WORDS.matcher(response.body().text());
        return words.find() ? Optional.of("the words \"" + words.group() + "\"") : Optional.empty();
    }
}
