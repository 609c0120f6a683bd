package dev.holdfast.probes.difference;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;

/** What a comparison of two runs reports. */
public final class DifferenceRules {
    static final CheckInfo WORSE =
            Rules.rule(
                    "probe.worse",
                    "Worse than in the older run",
                    Severity.HIGH,
                    "Something fails in the newer run that did not fail in the older one, fails"
                            + " with a higher severity, or is no longer accepted by a waiver or the"
                            + " baseline.",
                    "A change has opened what was closed; an attacker tries what has just changed.",
                    "look at what was deployed between the two runs; holdfast explain ID says what"
                            + " the failing check means",
                    "ASVS v5.0.0-15.1.1");
    static final CheckInfo LOST =
            Rules.rule(
                    "probe.not-seen",
                    "Not seen in the newer run",
                    Severity.MEDIUM,
                    "The older run looked at something that the newer run did not look at, or not"
                            + " to the end; or something new could not be decided.",
                    "What nobody looks at any more is not known to be good.",
                    "run the probes again with the same target and routes");
    static final CheckInfo SAME =
            Rules.rule(
                    "probe.not-worse",
                    "Not worse than in the older run",
                    Severity.INFO,
                    "A part of the newer run fails where the older one did not.",
                    "It says what was compared, so that a silent comparison is not taken for a good"
                            + " one.",
                    "look at the results of probe.worse");

    private DifferenceRules() {}

    /** All of them. */
    public static List<CheckInfo> all() {
        return List.of(WORSE, LOST, SAME);
    }
}
