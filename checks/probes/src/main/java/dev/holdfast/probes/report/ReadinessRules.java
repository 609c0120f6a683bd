package dev.holdfast.probes.report;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;

/** What the ids about collected reports mean. */
public final class ReadinessRules {
    static final CheckInfo READY =
            Rules.rule(
                    "csp.enforce-ready",
                    "A policy that may be enforced",
                    Severity.HIGH,
                    "Reports of violations were collected while the policy only watched. A fail is"
                            + " something that the policy would block; an unknown says what keeps"
                            + " the reports from being proof.",
                    "A policy that only watches stops nobody. One that is enforced too early breaks"
                            + " pages, and is then weakened for everybody.",
                    "For each violation: change the page, or allow the origin if the page needs it."
                            + " Then collect again for the whole window, with one planted violation"
                            + " to show that reports arrive.",
                    "CWE-693",
                    "ASVS v5.0.0-3.4.3",
                    "ASVS v5.0.0-3.4.7",
                    "CSP3");

    private ReadinessRules() {}

    /** All of them. */
    public static List<CheckInfo> all() {
        return List.of(READY);
    }
}
