package dev.holdfast.probes.ratelimit;

import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.RateLimitRules;
import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares what the RateLimit fields say with the policy. They need not be there at all. */
final class TellsLimit {
    private TellsLimit() {}

    static List<Finding> judge(List<Response> seen, RateLimitRules rules) {
        List<LimitFields.Quota> quotas = new ArrayList<>();
        TreeSet<String> malformed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Response response : seen) {
            LimitFields fields = LimitFields.of(response.fields());
            quotas.addAll(fields.quotas());
            malformed.addAll(fields.malformed());
        }
        List<Finding> findings = new ArrayList<>();
        for (String name : malformed) {
            findings.add(
                    Finding.fail(
                                    RateLimitRuleSet.MALFORMED,
                                    name + " has none of the forms of a RateLimit field")
                            .keyed(name));
        }
        if (quotas.isEmpty()) {
            if (malformed.isEmpty()) {
                findings.add(
                        Finding.notApplicable(
                                RateLimitRuleSet.FIELDS, "no RateLimit field was sent"));
            }
            return findings;
        }
        if (malformed.isEmpty()) {
            findings.add(
                    Finding.pass(RateLimitRuleSet.MALFORMED, "the RateLimit fields can be read"));
        }
        boolean same =
                quotas.stream()
                        .anyMatch(quota ->
                                quota.requests() == rules.requests()
                                        && quota.window()
                                                .map(window -> window == rules.window())
                                                .orElse(true));
        LimitFields.Quota first = quotas.getFirst();
        String words =
                "the RateLimit fields say "
                        + first.requests()
                        + first.window().map(window -> " in " + window + " s").orElse("");
        findings.add(
                same
                        ? Finding.pass(RateLimitRuleSet.FIELDS, "the RateLimit fields agree")
                        : Finding.fail(
                                RateLimitRuleSet.FIELDS,
                                words
                                        + ", the policy "
                                        + rules.requests()
                                        + " in "
                                        + rules.window()
                                        + " s"));
        return findings;
    }
}
