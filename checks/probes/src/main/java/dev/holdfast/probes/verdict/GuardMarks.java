package dev.holdfast.probes.verdict;

import dev.holdfast.probes.exchange.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what an answer is known as that of a guard in front of a service: a firewall, a check for
 * robots. One list for every probe, so that none takes for the service's word what another does
 * not.
 */
public final class GuardMarks {
    /** Fields that only a guard sends, and only when it steps in. */
    private static final List<String> FIELDS =
            List.of(
                    "cf-mitigated",
                    "x-amzn-waf-action",
                    "x-sucuri-block",
                    "x-datadome",
                    "x-akamai-edgescape-block");

    private static final Pattern WORDS =
            Pattern.compile(
                    "web application firewall|\\bfirewall\\b|\\bwaf\\b|captcha|incident id"
                            + "|\\bray id\\b|attention required|checking your browser|just a moment"
                            + "|request (?:was |has been )?blocked|you have been blocked"
                            + "|requested url was rejected",
                    Pattern.CASE_INSENSITIVE);

    private GuardMarks() {}

    /** The field that gives it away. */
    public static Optional<String> field(Response response) {
        return FIELDS.stream().filter(response.fields()::has).findFirst();
    }

    /** The words of its page that give it away; a page of the service may have them, too. */
    public static Optional<String> words(Response response) {
        Matcher words = WORDS.matcher(response.body().text());
        return words.find() ? Optional.of(words.group()) : Optional.empty();
    }
}
