package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.csp.policy.Policy;
import java.util.List;

/** What is to be said of policies that only report. */
final class ReportOnlyNotes {
    private ReportOnlyNotes() {}

    static void look(List<Policy> policies, Notes notes) {
        for (Policy policy : policies) {
            for (String name : List.of("upgrade-insecure-requests", "sandbox")) {
                if (policy.has(name)) {
                    notes.say(
                            NoteRules.REPORT_ONLY_NOTE,
                            name + " does nothing in a report-only policy");
                }
            }
            if (!policy.has("report-to") && !policy.has("report-uri")) {
                notes.say(
                        NoteRules.REPORT_ONLY_NOTE,
                        "a report-only policy names no place to report to, so it does nothing");
            }
        }
    }
}
