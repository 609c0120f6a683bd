package dev.holdfast.probes.report;

import java.util.List;

/**
 * What one text holds.
 *
 * @param malformed how many reports of it say too little to be counted as a violation; nobody may
 *     take them for none
 */
public record Reports(List<ViolationReport> violations, long malformed) {
    public Reports {
        violations = List.copyOf(violations);
    }

    static Reports of(ViolationReport violation) {
        return new Reports(List.of(violation), 0);
    }
}
