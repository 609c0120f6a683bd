package dev.holdfast.probes.csp;

import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.verdict.Finding;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A recorded list of policies with what a browser makes of it.
 *
 * @param id as the record has it; a number as it was written
 * @param numeric whether the id was a number
 * @param allows one answer for each sink
 */
public record JudgedPolicies(
        String id, boolean numeric, Map<Sink, Boolean> allows, List<Finding> findings) {
    public JudgedPolicies {
        allows = new EnumMap<>(allows);
        findings = List.copyOf(findings);
    }

    /** The same with some of the findings. */
    public JudgedPolicies with(List<Finding> some) {
        return new JudgedPolicies(id, numeric, allows, some);
    }

    @Override
    public Map<Sink, Boolean> allows() {
        return new EnumMap<>(allows);
    }
}
