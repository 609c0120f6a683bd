package dev.holdfast.probes.cors;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.cors.RouteVerdict.Notes;
import dev.holdfast.probes.verdict.Finding;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What origins get that only look like an allowed one. A service that compares only the beginning
 * also ignores the port, so what follows from one mistake is not reported as another.
 */
final class OriginVerdict {
    private OriginVerdict() {}

    static void judge(Trials trials, Notes notes) {
        List<CheckInfo> rules =
                Arrays.stream(Kind.values())
                        .flatMap(kind -> kind.rule().stream())
                        .filter(rule ->
                                !rule.equals(CorsChecks.REFLECTED)
                                        && !rule.equals(CorsChecks.SEVERAL))
                        .distinct()
                        .toList();
        for (CheckInfo rule : rules) {
            Finding main = finding(trials, rule);
            notes.add(main);
            elsewhere(trials, main, notes);
        }
    }

    /**
     * What preflight and POST say by themselves: they are often answered by another part of the
     * service. What is let in from the main standpoint, too, is one mistake.
     */
    private static void elsewhere(Trials trials, Finding main, Notes notes) {
        CheckInfo rule = main.rule();
        List<Trial> asked =
                trials.ofRoute()
                        .filter(trial -> !trial.at().equals(trials.main()))
                        .filter(trial -> of(rule, trial))
                        .toList();
        boolean same =
                trials.acceptedFromMain().stream()
                        .anyMatch(
                                trial -> of(rule, trial) || trial.origin().kind() == Kind.FOREIGN);
        if (asked.isEmpty() || same) {
            return;
        }
        List<Trial> accepted = asked.stream().filter(trials::accepted).toList();
        if (!accepted.isEmpty()) {
            notes.add(RouteVerdict.accepted(rule, accepted), accepted.getFirst().at().method());
        }
        Map<String, List<Trial>> methods =
                asked.stream()
                        .collect(
                                Collectors.groupingBy(
                                        trial -> trial.at().method(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        methods.forEach((method, some) -> {
            Finding finding = refused(rule, some).keyed("elsewhere");
            boolean said =
                    finding.outcome() == Outcome.NOT_APPLICABLE
                            && main.outcome() == Outcome.NOT_APPLICABLE;
            if (!said && some.stream().noneMatch(accepted::contains)) {
                notes.add(finding, method);
            }
        });
    }

    private static boolean of(CheckInfo rule, Trial trial) {
        return trial.origin().kind().rule().filter(rule::equals).isPresent();
    }

    private static Finding refused(CheckInfo rule, List<Trial> asked) {
        return RouteVerdict.blocked(rule, asked.stream())
                .findFirst()
                .orElseGet(() ->
                        Finding.pass(
                                rule,
                                "not let in by "
                                        + asked.getFirst().at().words()
                                        + ": "
                                        + asked.stream()
                                                .map(trial -> trial.origin().value())
                                                .distinct()
                                                .collect(Collectors.joining(" "))));
    }

    /** What one rule says. */
    static Finding finding(Trials trials, CheckInfo rule) {
        List<Trial> asked = trials.fromMain().filter(trial -> of(rule, trial)).toList();
        if (asked.isEmpty()) {
            return notAsked(trials, rule);
        }
        List<Trial> accepted = asked.stream().filter(trials::accepted).toList();
        List<Trial> own =
                accepted.stream().filter(trial -> cause(trials, trial).isEmpty()).toList();
        if (!own.isEmpty()) {
            return RouteVerdict.accepted(rule, own);
        }
        if (!accepted.isEmpty()) {
            Trial first = accepted.getFirst();
            CheckInfo cause =
                    cause(trials, first)
                            .flatMap(trial -> trial.origin().kind().rule())
                            .orElseThrow();
            return Finding.notApplicable(
                    rule, first.origin().words() + " is let in because of " + cause.id());
        }
        return RouteVerdict.blocked(rule, asked.stream())
                .findFirst()
                .orElseGet(() ->
                        Finding.pass(
                                rule,
                                "not let in: "
                                        + asked.stream()
                                                .map(trial -> trial.origin().value())
                                                .collect(Collectors.joining(" "))));
    }

    private static Finding notAsked(Trials trials, CheckInfo rule) {
        boolean all =
                trials.fromMain()
                        .anyMatch(trial ->
                                trial.origin().kind() == Kind.FOREIGN && trials.accepted(trial));
        return Finding.notApplicable(
                rule,
                all
                        ? "not asked: any origin is let in (cors.reflected-origin)"
                        : "there is no such origin beside " + trials.origins().base());
    }

    /** The accepted origin of another rule that explains this one. */
    private static Optional<Trial> cause(Trials trials, Trial trial) {
        Optional<CheckInfo> rule = trial.origin().kind().rule();
        return trials.acceptedFromMain().stream()
                .filter(other -> !other.origin().kind().rule().equals(rule))
                .filter(other -> trials.origins().implies(other.origin(), trial.origin()))
                .findFirst();
    }
}
