package dev.holdfast.core.gate;

import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.util.Set;

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
}
