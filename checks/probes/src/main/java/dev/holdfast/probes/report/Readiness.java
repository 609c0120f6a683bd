package dev.holdfast.probes.report;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.probes.verdict.Finding;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges by collected reports whether a policy that only watches may be enforced. A window without
 * a report is no proof of anything unless something shows that reports arrive.
 */
public final class Readiness {
    /** The window when nobody says another. */
    public static final int USUAL_HOURS = 72;

    // A collector of ours speaks every hour; one hour more is for a slow machine.
    private static final Duration LONGEST_SILENCE = Duration.ofHours(2);
    private static final int MOST_FINDINGS = 100;

    private Readiness() {}

    /**
     * Reads the reports and judges.
     *
     * @param path a file of reports, one on each line, or a folder of such files
     * @param hours how long the window is that ends now
     * @throws UserProblem when it cannot be read
     */
    public static List<Finding> judge(Path path, int hours, Clock clock) {
        Instant now = clock.instant();
        Instant from = now.minus(Duration.ofHours(hours));
        Tally tally = new Tally(from, now);
        ReportRecord record = new ReportRecord();
        record.read(path, tally::add);
        List<Finding> findings = new ArrayList<>(violations(tally, hours));
        List<String> doubts = doubts(tally, record, from, hours, now);
        if (!doubts.isEmpty()) {
            findings.add(
                    told(
                            Finding.unknown(ReadinessRules.READY, String.join("; ", doubts)),
                            tally,
                            record));
        } else if (findings.isEmpty()) {
            findings.add(
                    told(
                            Finding.pass(
                                    ReadinessRules.READY,
                                    ("no violation of the page's own in %d hours, while reports"
                                                    + " arrived (%d planted, %d of extensions,"
                                                    + " which are ignored)")
                                            .formatted(hours, tally.planted(), tally.ignored())),
                            tally,
                            record));
        }
        return findings;
    }

    private static List<Finding> violations(Tally tally, int hours) {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Tally.Group, Long> each : tally.groups().entrySet()) {
            Tally.Group group = each.getKey();
            if (findings.size() < MOST_FINDINGS) {
                findings.add(
                        Finding.fail(
                                        ReadinessRules.READY,
                                        "%s of %s on %s, %d times in %d hours"
                                                .formatted(
                                                        group.directive(),
                                                        group.blocked(),
                                                        group.page(),
                                                        each.getValue(),
                                                        hours))
                                .keyed(group.words())
                                .with("directive", group.directive())
                                .with("blocked", group.blocked())
                                .with("page", group.page())
                                .with("reports", each.getValue()));
            }
        }
        return findings;
    }

    private static List<String> doubts(
            Tally tally, ReportRecord record, Instant from, int hours, Instant now) {
        List<String> doubts = new ArrayList<>();
        if (record.malformed() > 0) {
            doubts.add(
                    "%d of %d lines are no violation report"
                            .formatted(record.malformed(), record.lines()));
        }
        if (tally.malformed() > 0) {
            doubts.add(
                    "%d reports say too little to be counted, and may be violations"
                            .formatted(tally.malformed()));
        }
        if (record.cut() || tally.full() || tally.beyond() > 0) {
            doubts.add("there is more than was kept or read");
        }
        if (tally.groups().size() > MOST_FINDINGS) {
            doubts.add(
                    "there are %d kinds of violations, of which %d are shown"
                            .formatted(tally.groups().size(), MOST_FINDINGS));
        }
        Optional<Instant> first = tally.first();
        if (first.isEmpty()) {
            doubts.add("no line says when it was received, so the window is not known");
        } else if (first.get().isAfter(from)) {
            doubts.add(
                    "the record begins %s, so it covers %d of %d hours"
                            .formatted(
                                    first.get().truncatedTo(ChronoUnit.SECONDS),
                                    Math.max(0, Duration.between(first.get(), now).toHours()),
                                    hours));
        } else {
            tally.gap(LONGEST_SILENCE)
                    .ifPresent(at ->
                            doubts.add(
                                    "the collector did not run, or said nothing, from %s for more than %d hours"
                                            .formatted(
                                                    at.truncatedTo(ChronoUnit.SECONDS),
                                                    LONGEST_SILENCE.toHours())));
        }
        if (tally.groups().isEmpty() && !tally.arrived()) {
            doubts.add(
                    "no report came in %d hours, and silence is no proof that reports arrive: plant"
                                    .formatted(hours)
                            + " a violation (an image from https://holdfast-probe.invalid/ on the"
                            + " page) and see that it is collected");
        }
        return doubts;
    }

    private static Finding told(Finding finding, Tally tally, ReportRecord record) {
        return finding.with("lines", record.lines())
                .with("malformed", record.malformed() + tally.malformed())
                .with("planted", tally.planted())
                .with("ignoredExtensions", tally.ignored())
                .with("older", tally.old())
                .with("undated", tally.undated());
    }
}
