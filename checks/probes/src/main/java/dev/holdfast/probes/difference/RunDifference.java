package dev.holdfast.probes.difference;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares two runs, result by result. */
public final class RunDifference {
    private RunDifference() {}

    /**
     * What got worse, what is no longer looked at, and in one result what did not get worse. With
     * nothing to compare the outcome is unknown.
     */
    public static List<Result> of(List<Judged> older, List<Judged> newer) {
        Map<String, Judged> before = byFingerprint(older);
        Map<String, Judged> now = byFingerprint(newer);
        List<Result> results = new ArrayList<>();
        int same = 0;
        int mended = 0;
        for (Judged each : now.values()) {
            @Nullable Judged then = before.get(each.fingerprint());
            if (each.bad() && (then == null || !then.bad())) {
                results.add(worse(each, then));
            } else if (each.looked()) {
                same++;
                mended += !each.bad() && then != null && then.bad() ? 1 : 0;
            }
        }
        for (Judged each : before.values()) {
            @Nullable Judged today = now.get(each.fingerprint());
            if (each.looked() && (today == null || !today.looked())) {
                results.add(lost(each, today));
            }
        }
        results.add(summary(same, mended));
        return results;
    }

    private static Map<String, Judged> byFingerprint(List<Judged> run) {
        Map<String, Judged> all = new LinkedHashMap<>();
        // Of several with one name the worst speaks.
        run.forEach(each ->
                all.merge(
                        each.fingerprint(),
                        each,
                        (one, other) -> other.bad() && !one.bad() ? other : one));
        return all;
    }

    private static Result worse(Judged now, @Nullable Judged then) {
        return result(
                DifferenceRules.WORSE,
                Outcome.FAIL,
                now,
                now.check() + " fails now: " + now.message(),
                then == null ? "not there" : then.outcome().word());
    }

    private static Result lost(Judged then, @Nullable Judged now) {
        return result(
                DifferenceRules.LOST,
                Outcome.UNKNOWN,
                then,
                then.check()
                        + " was "
                        + then.outcome().word()
                        + " and is "
                        + (now == null ? "not there now" : now.outcome().word() + " now"),
                then.outcome().word());
    }

    private static Result result(
            CheckInfo rule, Outcome outcome, Judged about, String message, String before) {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("check", about.check());
        properties.put("before", before);
        return new Result(
                rule.id(),
                outcome,
                outcome == Outcome.FAIL ? about.severity() : rule.severity(),
                Evidence.SNAPSHOT,
                List.of(),
                about.subject(),
                message,
                rule.fix(),
                new Identity(rule.id(), about.subject(), about.fingerprint(), 1),
                null,
                properties);
    }

    private static Result summary(int same, int mended) {
        CheckInfo rule = DifferenceRules.SAME;
        return new Result(
                rule.id(),
                same == 0 ? Outcome.UNKNOWN : Outcome.PASS,
                rule.severity(),
                Evidence.SNAPSHOT,
                List.of(),
                null,
                same == 0
                        ? "the newer run has nothing that is as it was"
                        : same
                                + " results are not worse than before, "
                                + mended
                                + " of them mended",
                "",
                Identity.ofPlace(rule.id(), ""),
                null,
                Map.of("notWorse", same, "mended", mended));
    }
}
