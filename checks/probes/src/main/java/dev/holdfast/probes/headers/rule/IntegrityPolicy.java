package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.field.StructuredField;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.ListElement;

/** Integrity-Policy and its report-only form (Subresource Integrity, section 3.4). */
public final class IntegrityPolicy implements HeaderRule {
    private static final String FIELD = "Integrity-Policy";
    private static final String REPORT = "Integrity-Policy-Report-Only";

    private static final CheckInfo ENFORCED =
            Rules.rule(
                    "headers.integrity-policy",
                    "Integrity-Policy does nothing",
                    Severity.LOW,
                    "The answer has an Integrity-Policy that browsers do not understand or that"
                            + " blocks nothing.",
                    "Scripts without a hash still load, though somebody believes that they do"
                            + " not.",
                    "Send Integrity-Policy: blocked-destinations=(script), endpoints=(name).",
                    "ASVS v5.0.0-3.6.1",
                    "CWE-353");
    private static final CheckInfo REPORTED =
            Rules.rule(
                    "headers.integrity-policy-report-only",
                    "Integrity-Policy-Report-Only does nothing",
                    Severity.INFO,
                    "The report-only policy is not understood by browsers.",
                    "Nobody learns which scripts load without a hash.",
                    "Send Integrity-Policy-Report-Only: blocked-destinations=(script),"
                            + " endpoints=(name).",
                    "CWE-353");

    @Override
    public List<CheckInfo> rules() {
        return List.of(ENFORCED, REPORTED);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        return List.of(
                judge(ENFORCED, FIELD, answer, demands), judge(REPORTED, REPORT, answer, demands));
    }

    private static Finding judge(CheckInfo rule, String field, Answer answer, Demands demands) {
        List<String> lines = answer.lines(field);
        if (lines.isEmpty() || !answer.html()) {
            return answer.html()
                    ? Said.missing(rule, field, answer, demands)
                    : Finding.notApplicable(rule, "the answer is no page");
        }
        Optional<Map<String, ListElement<?>>> members = StructuredField.dictionary(lines);
        if (members.isEmpty()) {
            return Finding.fail(
                    rule, Said.ignored(field, lines) + ": it is no Structured Fields dictionary");
        }
        if (members.get().containsKey("sources")
                && !tokens(members.get(), "sources").contains("inline")) {
            return Finding.fail(
                    rule, field + " names sources without inline, and so checks" + " nothing");
        }
        Set<String> blocked = tokens(members.get(), "blocked-destinations");
        return blocked.contains("script")
                ? Finding.pass(rule, field + " covers " + Said.quoted(String.join(" ", blocked)))
                : Finding.fail(
                        rule,
                        field
                                + " "
                                + Said.quoted(lines)
                                + " does not cover scripts: blocked-destinations=(script) is missing");
    }

    private static Set<String> tokens(Map<String, ListElement<?>> members, String name) {
        Set<String> tokens = new TreeSet<>();
        if (members.get(name) instanceof InnerList list) {
            list.get().forEach(item -> tokens.add(String.valueOf(item.get())));
        }
        return tokens;
    }
}
