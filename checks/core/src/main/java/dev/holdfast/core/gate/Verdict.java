package dev.holdfast.core.gate;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a list of results means at a gate. A run in which nothing was looked at never passes,
 * whatever the gate says of unknown results.
 *
 * @param reasons why, most important first, each a sentence part for a report
 */
public record Verdict(Kind kind, List<String> reasons) {

    /** The three verdicts with the exit code that says them. */
    public enum Kind {
        /** Nothing blocks. */
        CLEAR(0),
        /** At least one failing result blocks. */
        BLOCKED(1),
        /** Nothing blocks, and something that had to be looked at was not. */
        UNDECIDED(3);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        /** The process's exit code. */
        public int exitCode() {
            return exitCode;
        }
    }

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** Judges results that waivers and baseline have been through. */
    public static Verdict of(List<Result> results, GateRules gate) {
        long blocking =
                results.stream()
                        .filter(result -> result.outcome() == Outcome.FAIL)
                        .filter(result -> gate.block().contains(result.severity()))
                        .count();
        List<String> open = openQuestions(results, gate);
        if (blocking > 0) {
            List<String> reasons = new ArrayList<>();
            reasons.add(blocking + (blocking == 1 ? " finding blocks" : " findings block"));
            reasons.addAll(open);
            return new Verdict(Kind.BLOCKED, reasons);
        }
        return open.isEmpty()
                ? new Verdict(Kind.CLEAR, clear(results))
                : new Verdict(Kind.UNDECIDED, open);
    }

    /** A finding that this gate lets through is said beside the verdict. */
    private static List<String> clear(List<Result> results) {
        long below = count(results, Outcome.FAIL);
        return below == 0
                ? List.of("nothing blocks")
                : List.of(
                        "nothing blocks",
                        below
                                + (below == 1
                                        ? " finding is let through by this gate"
                                        : " findings are let through by this gate"));
    }

    private static List<String> openQuestions(List<Result> results, GateRules gate) {
        List<String> open = new ArrayList<>();
        if (results.stream().noneMatch(Result::looked)) {
            boolean begun =
                    results.stream()
                            .anyMatch(result ->
                                    result.outcome() == Outcome.UNKNOWN
                                            || result.outcome() == Outcome.ERROR);
            open.add(begun ? "nothing was looked at to the end" : "nothing was looked at");
        }
        long errors = count(results, Outcome.ERROR);
        if (errors > 0) {
            open.add(errors + (errors == 1 ? " check broke" : " checks broke"));
        }
        long unknown = count(results, Outcome.UNKNOWN);
        if (unknown > 0 && gate.unknown() == UnknownRule.BLOCK) {
            open.add(unknown + (unknown == 1 ? " result is unknown" : " results are unknown"));
        }
        String missing =
                gate.notLookedAt(results).stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            open.add("required and not looked at to the end: " + missing);
        }
        return open;
    }

    private static long count(List<Result> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
