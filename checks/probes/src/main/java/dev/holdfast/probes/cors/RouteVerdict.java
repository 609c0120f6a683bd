package dev.holdfast.probes.cors;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of every rule what a route's answers show. Pure. */
final class RouteVerdict {
    private RouteVerdict() {}

    /** Every observation of a route. */
    static List<Observation> of(Trials trials) {
        Notes notes = new Notes(trials);
        if (trials.blocked().isPresent()) {
            Finding finding = trials.blocked().get().as(CorsChecks.REFLECTED);
            return notes.add(
                            finding.with("judged", "no rule of cors was judged"),
                            trials.main().method())
                    .all();
        }
        new ForeignVerdict(trials, notes).judge();
        OriginVerdict.judge(trials, notes);
        AllowedVerdict.judge(trials, notes);
        ValueVerdict.judge(trials, notes);
        VaryVerdict.judge(trials, notes);
        PreflightVerdict.judge(trials, notes);
        return notes.all();
    }

    /** How bad an accepted origin is: a step milder when it reads without credentials. */
    static Severity severity(CheckInfo rule, List<Trial> accepted) {
        boolean credentialed =
                accepted.stream().anyMatch(trial -> trial.reading() == Reading.CREDENTIALED);
        return credentialed ? rule.severity() : milder(rule.severity());
    }

    private static Severity milder(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Severity.HIGH;
            case HIGH -> Severity.MEDIUM;
            case MEDIUM -> Severity.LOW;
            case LOW, INFO -> Severity.INFO;
        };
    }

    /** A failing finding of accepted origins. */
    static Finding accepted(CheckInfo rule, List<Trial> accepted) {
        Trial worst =
                accepted.stream()
                        .filter(trial -> trial.reading() == Reading.CREDENTIALED)
                        .findFirst()
                        .orElse(accepted.getFirst());
        String more =
                accepted.size() == 1
                        ? ""
                        : "; also "
                                + accepted.stream()
                                        .filter(trial -> !trial.equals(worst))
                                        .map(trial -> other(worst, trial))
                                        .collect(Collectors.joining(", "));
        return Finding.fail(rule, worst.words() + more)
                .as(severity(rule, accepted))
                .with("origin", worst.origin().value())
                .with("credentials", worst.reading() == Reading.CREDENTIALED)
                .with(
                        "seen",
                        accepted.stream().map(trial -> trial.at().words()).distinct().toList());
    }

    private static String other(Trial worst, Trial trial) {
        return trial.origin().equals(worst.origin()) ? trial.at().words() : trial.origin().value();
    }

    /** Collects observations at their places. */
    static final class Notes {
        private final Trials trials;
        private final List<Observation> all = new ArrayList<>();

        Notes(Trials trials) {
            this.trials = trials;
        }

        Notes add(Finding finding, String method) {
            return add(finding, method, trials.route().path());
        }

        Notes add(Finding finding, String method, String path) {
            Finding remarked =
                    trials.remarks().isEmpty()
                            ? finding
                            : finding.with("remarks", trials.remarks());
            all.add(
                    new Observation(
                            remarked,
                            method,
                            path,
                            trials.route().path(),
                            trials.route().routeClass()));
            return this;
        }

        /** At the route, with the method of the main standpoint. */
        Notes add(Finding finding) {
            return add(finding, trials.main().method());
        }

        List<Observation> all() {
            return List.copyOf(all);
        }
    }

    /** The first thing that keeps a refusal from being one. */
    static Stream<Finding> blocked(CheckInfo rule, Stream<Trial> trials) {
        return trials.flatMap(trial -> trial.blocked(rule).stream());
    }
}
