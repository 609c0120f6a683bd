package dev.holdfast.core.policy;

import dev.holdfast.core.result.Severity;
import java.util.Map;

/**
 * What the policy says about waivers.
 *
 * @param file the waiver file, relative to the project's directory
 * @param maxDays the longest time, in days from {@code created} to {@code expires}, that a waiver
 *     may accept a result of that severity
 */
public record WaiverRules(String file, Map<Severity, Integer> maxDays) {

    public WaiverRules {
        maxDays = Map.copyOf(maxDays);
    }
}
