package dev.holdfast.core.report;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.gate.GateRules;
import dev.holdfast.core.gate.Verdict;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One finished run.
 *
 * @param command the subcommand as typed, without options: {@code check}, {@code secrets bundle}
 * @param results what was found, worst first, after waivers and baseline
 * @param notes sentences that the reader must know beside the results: no policy file, what was
 *     scanned, what was left out
 * @param exhibits tables that are shown beside the results and judge nothing
 * @param explanations what the ids in the results mean
 */
public record Report(
        Tool tool,
        String command,
        PolicyReference policy,
        Instant startedAt,
        Instant finishedAt,
        List<Result> results,
        List<String> notes,
        List<Exhibit> exhibits,
        Map<CheckId, CheckInfo> explanations,
        GateRules gate,
        Verdict verdict) {

    public Report {
        results = results.stream().sorted(Result.WORST_FIRST).toList();
        notes = List.copyOf(notes);
        exhibits = List.copyOf(exhibits);
        explanations = Map.copyOf(explanations);
    }

    /** The same with another verdict. */
    public Report judged(Verdict other) {
        return new Report(
                tool,
                command,
                policy,
                startedAt,
                finishedAt,
                results,
                notes,
                exhibits,
                explanations,
                gate,
                other);
    }

    /** How many results there are of each outcome; every outcome has an entry. */
    public Map<Outcome, Integer> summary() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        for (Result result : results) {
            counts.merge(result.outcome(), 1, Integer::sum);
        }
        return counts;
    }
}
