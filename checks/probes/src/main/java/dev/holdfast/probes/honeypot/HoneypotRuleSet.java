package dev.holdfast.probes.honeypot;

import static dev.holdfast.probes.verdict.Rules.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import java.util.List;

/** What can be said of a honeypot. */
final class HoneypotRuleSet {
    static final CheckInfo EFFECT =
            rule(
                    "honeypot.no-effect",
                    "Nobody notices who asks for the honeypot",
                    Severity.MEDIUM,
                    "The number that the policy names did not rise after the path was asked for.",
                    "A scanner goes through the whole service, and nobody knows.",
                    "Write an alert for every request to the path, and let a test read how many"
                            + " there are.",
                    "CWE-778",
                    "ASVS v5.0.0-16.3.3");

    static final CheckInfo LEAKS =
            rule(
                    "honeypot.answer-leaks",
                    "The honeypot's answer tells something",
                    Severity.LOW,
                    "The path was answered with a failure, a stack trace, lines of settings or"
                            + " keys, or a redirect to a page of administrators.",
                    "It gives away frameworks, versions and real addresses to whoever is looking"
                            + " for them.",
                    "Answer with the same page as for any path that does not exist.",
                    "CWE-209",
                    "ASVS v5.0.0-16.5.1");

    static final CheckInfo BAN =
            rule(
                    "honeypot.no-ban",
                    "Who asked for the honeypot is not banned",
                    Severity.MEDIUM,
                    "The next request was not answered with the status that the policy names.",
                    "The scanner goes on with its next hundred paths.",
                    "Let the alert put the address on the list that the service or its proxy"
                            + " refuses.",
                    "CWE-778",
                    "ASVS v5.0.0-2.4.1");

    private HoneypotRuleSet() {}

    static List<CheckInfo> all() {
        return List.of(EFFECT, LEAKS, BAN);
    }
}
