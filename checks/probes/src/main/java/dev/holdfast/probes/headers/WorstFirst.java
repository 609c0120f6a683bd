package dev.holdfast.probes.headers;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.verdict.Finding;
import java.util.Comparator;
import java.util.List;

/** The order in which findings of one answer are told. */
public final class WorstFirst {
    private static final Comparator<Finding> ORDER =
            Comparator.<Finding>comparingInt(finding -> rank(finding.outcome()))
                    .thenComparing(Finding::severity)
                    .thenComparing(finding -> finding.rule().id())
                    .thenComparing(Finding::key);

    private WorstFirst() {}

    /** What fails, then what nobody knows, then what is good, then what does not matter. */
    public static List<Finding> of(List<Finding> findings) {
        return findings.stream().sorted(ORDER).toList();
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case FAIL -> 0;
            case ERROR -> 1;
            case UNKNOWN -> 2;
            case PASS, WAIVED, BASELINED -> 3;
            case NOT_APPLICABLE -> 4;
        };
    }
}
