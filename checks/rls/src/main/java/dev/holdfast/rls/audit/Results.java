package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes results of what rules find. */
final class Results {
    private Results() {}

    static Result of(CheckInfo info, Outcome outcome, String subject, String message) {
        return new Result(
                info.id(),
                outcome,
                info.severity(),
                Evidence.MEASURED,
                List.of(),
                subject,
                message,
                info.fix(),
                Identity.ofPlace(info.id(), subject),
                null,
                Map.of());
    }

    /** The results of a rule; several of one subject are told apart by their order. */
    static List<Result> of(AuditRule rule, List<Found> found) {
        Map<String, Integer> seen = new HashMap<>();
        List<Result> results = new ArrayList<>();
        for (Found each : found) {
            int occurrence = seen.merge(each.subject(), 1, Integer::sum);
            results.add(
                    new Result(
                            rule.info().id(),
                            Outcome.FAIL,
                            each.severity().orElse(rule.info().severity()),
                            Evidence.MEASURED,
                            List.of(),
                            each.subject(),
                            each.message(),
                            rule.info().fix(),
                            Identity.ofPlace(rule.info().id(), each.subject()).numbered(occurrence),
                            null,
                            new TreeMap<String, Object>(each.evidence())));
        }
        return results;
    }
}
