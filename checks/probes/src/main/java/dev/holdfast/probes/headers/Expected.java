package dev.holdfast.probes.headers;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.problem.OneLine;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.target.HeaderExpectation;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Holds an answer against what is expected of single fields: what the policy file says decides,
 * what a profile says can only make a verdict worse.
 */
record Expected(Map<String, CheckInfo> infos, Demands demands) {
    static final CheckInfo RULE =
            Rules.rule(
                    "headers.expected",
                    "A header is not what the policy expects",
                    Severity.LOW,
                    "A field of the answer is not what the policy file, or its profile, says that"
                            + " it must be.",
                    "What a team agreed on has been lost on the way, by a proxy or a new release.",
                    "Send the expected value, or change what the policy expects.",
                    "ASVS v5.0.0-3.4.4",
                    "CWE-693");

    private static final int LONGEST = 160;
    private static final String HSTS = "strict-transport-security";

    static Expected of(Map<String, CheckInfo> infos, Demands demands) {
        return new Expected(infos, demands);
    }

    /** The findings with what the expectations change of them. */
    List<Finding> over(List<Finding> findings, Answer answer) {
        List<Finding> all = new ArrayList<>(findings);
        for (HeaderExpectation each : demands.expected(answer)) {
            String name = each.name().toLowerCase(Locale.ROOT);
            if (name.equals(HSTS) && !answer.https()) {
                continue;
            }
            boolean ofPolicy = demands.ofPolicy(each, answer);
            Optional<String> mismatch = mismatch(each, answer);
            Optional<CheckInfo> own = Optional.ofNullable(infos.get("headers." + name));
            if (own.isEmpty()) {
                all.add(other(each, name, mismatch));
            } else if (ofPolicy) {
                decide(all, own.get(), each, mismatch);
            } else if (answer.fields().has(name)) {
                mismatch.ifPresent(why -> worsen(all, own.get(), each, why));
            }
        }
        return all;
    }

    private static Finding other(
            HeaderExpectation expected, String name, Optional<String> mismatch) {
        return mismatch.map(why -> Finding.fail(RULE, why + said(expected)))
                .orElseGet(() ->
                        Finding.pass(
                                RULE, expected.name() + " is as " + expected.place() + " expects"))
                .keyed(name)
                .with("header", name);
    }

    private static void decide(
            List<Finding> all,
            CheckInfo rule,
            HeaderExpectation expected,
            Optional<String> mismatch) {
        boolean whole = expected.absent() || !expected.anyOf().isEmpty();
        if (mismatch.isEmpty() && !whole) {
            return;
        }
        all.removeIf(finding -> finding.rule().equals(rule));
        all.add(
                mismatch.map(why -> Finding.fail(rule, why + said(expected)))
                        .orElseGet(() ->
                                Finding.pass(
                                        rule,
                                        expected.name()
                                                + " is as "
                                                + expected.place()
                                                + " expects")));
    }

    private static void worsen(
            List<Finding> all, CheckInfo rule, HeaderExpectation expected, String why) {
        all.replaceAll(finding ->
                finding.rule().equals(rule) && finding.outcome() == Outcome.PASS
                        ? Finding.fail(rule, why + said(expected)).as(Severity.LOW)
                        : finding);
    }

    private static String said(HeaderExpectation expected) {
        return ", says " + expected.place();
    }

    private static Optional<String> mismatch(HeaderExpectation expected, Answer answer) {
        List<String> lines = answer.lines(expected.name());
        String name = expected.name();
        if (expected.absent()) {
            return lines.isEmpty() ? Optional.empty() : Optional.of(name + " must not be sent");
        }
        if (lines.isEmpty()) {
            return Optional.of(name + " is missing");
        }
        String value = name.equalsIgnoreCase(HSTS) ? lines.getFirst() : String.join(", ", lines);
        String small = value.strip().toLowerCase(Locale.ROOT);
        String shown = name + " \"" + OneLine.of(value, LONGEST) + "\"";
        if (!expected.anyOf().isEmpty()
                && expected.anyOf().stream()
                        .noneMatch(each -> each.strip().toLowerCase(Locale.ROOT).equals(small))) {
            return Optional.of(shown + " is not " + String.join(" or ", expected.anyOf()));
        }
        return expected.contains().stream()
                .filter(each -> !small.contains(each.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(each -> shown + " does not hold " + each);
    }
}
