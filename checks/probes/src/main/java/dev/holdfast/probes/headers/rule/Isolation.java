package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.field.StructuredField;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cross-Origin-Opener-Policy and Cross-Origin-Embedder-Policy (HTML, sections 7.1.3 and 7.1.4). */
public final class Isolation implements HeaderRule {
    private static final String OPENER = "Cross-Origin-Opener-Policy";
    private static final String EMBEDDER = "Cross-Origin-Embedder-Policy";

    private static final CheckInfo COOP =
            Rules.rule(
                    "headers.cross-origin-opener-policy",
                    "Other sites keep a hold on the page's window",
                    Severity.LOW,
                    "No Cross-Origin-Opener-Policy that browsers heed cuts the page off from the"
                            + " window that opened it.",
                    "A site that opened the page counts its frames, follows where it goes and"
                            + " replaces it by a copy.",
                    "Send Cross-Origin-Opener-Policy: same-origin, or same-origin-allow-popups"
                            + " where sign-in or payment windows need it; once.",
                    "ASVS v5.0.0-3.4.8",
                    "CWE-1021");
    private static final CheckInfo COEP =
            Rules.rule(
                    "headers.cross-origin-embedder-policy",
                    "The page is not isolated from what it embeds",
                    Severity.INFO,
                    "No Cross-Origin-Embedder-Policy that browsers heed is in force.",
                    "What the page embeds shares its process and can be read by Spectre's kind of"
                            + " attack.",
                    "Send Cross-Origin-Embedder-Policy: require-corp (or credentialless) once"
                            + " everything embedded allows it.",
                    "CWE-693");

    @Override
    public List<CheckInfo> rules() {
        return List.of(COOP, COEP);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        return List.of(
                judge(
                        COOP,
                        OPENER,
                        Set.of("same-origin", "same-origin-allow-popups", "noopener-allow-popups"),
                        answer,
                        demands),
                judge(COEP, EMBEDDER, Set.of("require-corp", "credentialless"), answer, demands));
    }

    private static Finding judge(
            CheckInfo rule, String field, Set<String> good, Answer answer, Demands demands) {
        if (!answer.html()) {
            return Finding.notApplicable(rule, "the answer is no page");
        }
        if (!answer.trustworthy()) {
            return Finding.notApplicable(rule, "browsers heed " + field + " over https only");
        }
        List<String> lines = answer.lines(field);
        if (lines.isEmpty()) {
            Finding missing = Said.missing(rule, field, answer, demands);
            return answer.fields().has(field + "-Report-Only") && demands.asks(field, answer)
                    ? Finding.fail(
                            rule, field + " is only there as report-only, which does nothing")
                    : missing;
        }
        Optional<String> token = StructuredField.token(lines);
        if (token.isEmpty()) {
            return Finding.fail(
                    rule,
                    field
                            + " "
                            + Said.quoted(lines)
                            + " is ignored by browsers: "
                            + Said.slip(field, lines)
                                    .orElse(
                                            lines.size() > 1
                                                    ? "it stands twice"
                                                    : "it is not one token"));
        }
        if (good.contains(token.get())) {
            return Finding.pass(rule, field + " is " + token.get());
        }
        if (!token.get().equals("unsafe-none")) {
            return Finding.fail(
                    rule, Said.ignored(field, lines) + ": no such value (case matters)");
        }
        return demands.asks(field, answer)
                ? Finding.fail(rule, field + " is unsafe-none, as if it were not there")
                : Finding.notApplicable(rule, field + " is unsafe-none");
    }
}
