package dev.holdfast.probes.browser;

import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;

/** Judges the load of a page with its own policies. */
final class OwnPolicy {
    private OwnPolicy() {}

    static Finding judge(Loaded own) {
        MainDocument main = own.main().orElseThrow();
        if (main.policies().isEmpty()) {
            return Finding.notApplicable(
                    BrowserRules.VIOLATIONS, "the page has no content security policy to break");
        }
        List<Violation> violations =
                own.violations().stream()
                        .filter(violation -> !PlantedViolation.caused(violation))
                        .toList();
        if (!violations.isEmpty()) {
            boolean enforced = violations.stream().anyMatch(Violation::enforced);
            Finding finding =
                    Finding.fail(
                            BrowserRules.VIOLATIONS,
                            "%d violations of the page's own policy%s: %s"
                                    .formatted(
                                            violations.size(),
                                            enforced ? "" : " (report-only)",
                                            Told.few(Told.violations(violations))));
            return Told.with(enforced ? finding : finding.as(Severity.LOW), own)
                    .with("violations", Told.properties(violations));
        }
        List<String> missed = Told.missed(own);
        return missed.isEmpty()
                ? Told.with(
                        Finding.pass(
                                BrowserRules.VIOLATIONS,
                                "the page breaks no policy of its own in a browser, up to "
                                        + PageLoad.WATCHED.toSeconds()
                                        + " s after it was quiet"),
                        own)
                : Told.with(
                        Finding.unknown(
                                BrowserRules.VIOLATIONS,
                                "no violation was seen, but not all was seen: " + Told.few(missed)),
                        own);
    }
}
