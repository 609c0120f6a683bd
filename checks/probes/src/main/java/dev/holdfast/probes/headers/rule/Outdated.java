package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Fields that browsers have dropped. */
public final class Outdated implements HeaderRule {
    private static final CheckInfo AUDITOR =
            outdated(
                    "x-xss-protection",
                    "X-XSS-Protection switches a dropped filter on",
                    "Browsers have dropped the filter; where it still runs it can be turned"
                            + " against the page.",
                    "Send X-XSS-Protection: 0 or nothing, and a Content-Security-Policy.");
    private static final CheckInfo CERTIFICATES =
            outdated(
                    "expect-ct",
                    "Expect-CT does nothing",
                    "Browsers ask for certificate transparency anyway and have dropped the field.",
                    "Leave the field out.");
    private static final CheckInfo PINS =
            outdated(
                    "public-key-pins",
                    "Public-Key-Pins does nothing",
                    "Browsers have dropped pins; where they still work a wrong one locks every"
                            + " user out.",
                    "Leave the field out.");

    @Override
    public List<CheckInfo> rules() {
        return List.of(AUDITOR, CERTIFICATES, PINS);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        return Stream.of(
                        auditor(answer),
                        dropped(CERTIFICATES, "Expect-CT", answer),
                        dropped(PINS, "Public-Key-Pins", answer))
                .toList();
    }

    private static Finding auditor(Answer answer) {
        return answer.fields()
                .first("X-XSS-Protection")
                .map(value ->
                        value.strip().toLowerCase(Locale.ROOT).startsWith("0")
                                ? Finding.pass(AUDITOR, "X-XSS-Protection is 0")
                                : Finding.fail(
                                        AUDITOR,
                                        "X-XSS-Protection is "
                                                + Said.quoted(value)
                                                + ", which protects nobody"))
                .orElseGet(() -> Finding.notApplicable(AUDITOR, "X-XSS-Protection is not sent"));
    }

    private static Finding dropped(CheckInfo rule, String field, Answer answer) {
        return answer.fields().has(field) || answer.fields().has(field + "-Report-Only")
                ? Finding.fail(rule, field + " is sent, and browsers ignore it")
                : Finding.notApplicable(rule, field + " is not sent");
    }

    private static CheckInfo outdated(String field, String title, String meaning, String fix) {
        return Rules.rule(
                "headers." + field,
                title,
                Severity.INFO,
                meaning,
                "Somebody counts on it in place of a guard that works.",
                fix,
                "CWE-693");
    }
}
