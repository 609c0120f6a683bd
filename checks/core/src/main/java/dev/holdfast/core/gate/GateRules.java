package dev.holdfast.core.gate;

import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The gate of one environment.
 *
 * @param environment the environment's name, or "default"
 * @param block severities of failing results that block
 * @param unknown what an unknown result does
 * @param requireChecks checks that must have been looked at, whatever they found
 */
public record GateRules(
        String environment, Set<Severity> block, UnknownRule unknown, Set<CheckId> requireChecks) {

    public GateRules {
        block = Set.copyOf(block);
        requireChecks = Set.copyOf(requireChecks);
    }

    /** The same gate for a command that can report only these checks: it requires no others. */
    public GateRules of(Set<CheckId> checks) {
        return new GateRules(
                environment,
                block,
                unknown,
                requireChecks.stream().filter(checks::contains).collect(Collectors.toSet()));
    }

    /**
     * The required checks that were not looked at to the end, sorted: no result says that they
     * were, or one says that something is unknown or broke.
     */
    public List<CheckId> notLookedAt(List<Result> results) {
        Set<CheckId> looked =
                results.stream()
                        .filter(Result::looked)
                        .map(Result::check)
                        .collect(Collectors.toSet());
        Set<CheckId> open =
                results.stream()
                        .filter(result ->
                                result.outcome() == Outcome.UNKNOWN
                                        || result.outcome() == Outcome.ERROR)
                        .map(Result::check)
                        .collect(Collectors.toSet());
        return requireChecks.stream()
                .filter(id -> !looked.contains(id) || open.contains(id))
                .sorted()
                .toList();
    }
}
