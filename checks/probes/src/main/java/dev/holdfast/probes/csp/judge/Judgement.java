package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;
import java.util.Map;

/**
 * What is so under the policies of one response.
 *
 * @param allows one answer for each sink
 * @param findings failures with the line that runs, then notes
 */
public record Judgement(Map<Sink, Boolean> allows, List<Finding> findings) {
    public Judgement {
        findings = List.copyOf(findings);
    }
}
