package dev.holdfast.core.policy;

import dev.holdfast.core.result.Severity;
import java.util.Set;

/**
 * What the policy says about the baseline.
 *
 * @param file the baseline file, relative to the project's directory
 * @param ratchet whether an entry that is no longer needed fails the run
 * @param neverFor severities that are never baselined
 */
public record BaselineRules(String file, boolean ratchet, Set<Severity> neverFor) {

    public BaselineRules {
        neverFor = Set.copyOf(neverFor);
    }
}
