package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.field.ReferrerPolicy;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;
import java.util.Optional;

/** Referrer-Policy, or the meta element that replaces it. */
public final class Referrers implements HeaderRule {
    private static final String FIELD = "Referrer-Policy";

    private static final CheckInfo REFERRER =
            Rules.rule(
                    "headers.referrer-policy",
                    "Addresses of pages leak to other sites",
                    Severity.LOW,
                    "No Referrer-Policy that browsers know is in force, or one that sends whole"
                            + " addresses or sends them over http.",
                    "Paths and queries with tokens, names and search words reach other sites and"
                            + " whoever listens on the way.",
                    "Send Referrer-Policy: strict-origin-when-cross-origin, or no-referrer.",
                    "ASVS v5.0.0-3.4.5",
                    "CWE-200");

    @Override
    public List<CheckInfo> rules() {
        return List.of(REFERRER);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        if (!answer.html()) {
            return List.of(
                    Finding.notApplicable(REFERRER, "the answer is no page that links anywhere"));
        }
        List<String> lines = answer.lines(FIELD);
        // The element is read after the header and replaces it (HTML, "meta referrer").
        Optional<String> meta = answer.page().referrer();
        if (meta.isPresent()) {
            return List.of(judge(meta.get(), "meta referrer"));
        }
        if (lines.isEmpty()) {
            return List.of(Said.missing(REFERRER, FIELD, answer, demands));
        }
        return List.of(
                ReferrerPolicy.of(lines)
                        .map(policy -> judge(policy, FIELD))
                        .orElseGet(() -> Finding.fail(REFERRER, Said.ignored(FIELD, lines))));
    }

    private static Finding judge(String policy, String where) {
        String said = where + " comes to " + policy;
        return switch (policy) {
            case "unsafe-url" ->
                    Finding.fail(
                                    REFERRER,
                                    said + ": whole addresses go to every site, over http too")
                            .as(Severity.MEDIUM);
            case "no-referrer-when-downgrade" ->
                    Finding.fail(REFERRER, said + ": whole addresses go to every https site");
            case "origin", "origin-when-cross-origin" ->
                    Finding.fail(REFERRER, said + ": the origin also goes to sites over http");
            default -> Finding.pass(REFERRER, said);
        };
    }
}
