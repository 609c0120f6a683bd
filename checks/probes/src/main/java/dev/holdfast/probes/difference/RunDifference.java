package dev.holdfast.probes.difference;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares two runs, result by result. */
public final class RunDifference {
    private final List<Result> results = new ArrayList<>();
    private int same;
    private int mended;
    private int open;

    private RunDifference() {}

    /**
     * What got worse, what is no longer looked at, and in one result what did not get worse. With
     * nothing to compare the outcome is unknown.
     *
     * @throws UserProblem when they are not runs of the same probe against the same target
     */
    public static List<Result> of(ComparedRun older, ComparedRun newer) {
        if (!older.kind().equals(newer.kind())) {
            throw apart(older, newer, "is of " + older.kind(), newer.kind());
        }
        if (!older.targets().isEmpty()
                && !newer.targets().isEmpty()
                && !older.targets().equals(newer.targets())) {
            throw apart(
                    older,
                    newer,
                    "is of the target " + String.join(", ", older.targets()),
                    String.join(", ", newer.targets()));
        }
        return new RunDifference().compare(older.results(), newer.results());
    }

    private static UserProblem apart(
            ComparedRun older, ComparedRun newer, String what, String other) {
        return new UserProblem(
                older.file() + " " + what + ", and " + newer.file() + " of " + other,
                "compare two runs of the same command against the same target");
    }

    private List<Result> compare(List<Judged> older, List<Judged> newer) {
        Map<String, List<Judged>> before = byFingerprint(older);
        Map<String, List<Judged>> now = byFingerprint(newer);
        Set<String> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(before.keySet());
        for (String key : keys) {
            one(before.getOrDefault(key, List.of()), now.getOrDefault(key, List.of()));
        }
        results.sort(Result.WORST_FIRST);
        results.add(summary(older, newer));
        return List.copyOf(results);
    }

    /** Several answers may have one name: equal ones belong together, then the worst ones. */
    private static Map<String, List<Judged>> byFingerprint(Collection<Judged> run) {
        Map<String, List<Judged>> all = new LinkedHashMap<>();
        run.stream()
                .sorted(Judged.WORST_FIRST)
                .forEach(each ->
                        all.computeIfAbsent(each.fingerprint(), _ -> new ArrayList<>()).add(each));
        return all;
    }

    private void one(List<Judged> before, List<Judged> now) {
        List<Judged> left = new ArrayList<>(before);
        List<Judged> changed = new ArrayList<>();
        for (Judged each : now) {
            if (left.remove(each)) {
                pair(each, each, before);
            } else {
                changed.add(each);
            }
        }
        for (Judged each : changed) {
            pair(each, left.isEmpty() ? null : left.removeFirst(), before);
        }
        // Fewer of the same are no hole as long as one of them was looked at.
        if (now.stream().noneMatch(Judged::looked)) {
            left.stream()
                    .filter(Judged::looked)
                    .limit(now.isEmpty() ? 1 : 0)
                    .forEach(then -> results.add(lost(then, null)));
        }
    }

    private void pair(Judged now, @Nullable Judged then, List<Judged> before) {
        Optional<String> worse = now.worseThan(then);
        if (worse.isPresent()) {
            // The same said once more is nothing new.
            if (then != null || before.stream().noneMatch(now::repeats)) {
                results.add(worse(now, then, worse.get()));
            }
        } else if (now.open() && (then == null || !then.open())) {
            results.add(lost(then == null ? now : then, now));
        } else if (now.open()) {
            open++;
        } else if (then != null && then.looked()) {
            if (!now.looked()) {
                results.add(lost(then, now));
            } else {
                same++;
                mended += then.bad() && !now.bad() ? 1 : 0;
            }
        }
    }

    private static Result worse(Judged now, @Nullable Judged then, String how) {
        return result(
                DifferenceRules.WORSE,
                Outcome.FAIL,
                now,
                now.check() + " " + how + ": " + now.message(),
                then == null ? "not there" : then.outcome().word());
    }

    private static Result lost(Judged then, @Nullable Judged now) {
        boolean fresh = then.equals(now);
        return result(
                DifferenceRules.LOST,
                Outcome.UNKNOWN,
                then,
                then.check()
                        + " was "
                        + (fresh ? "not there" : then.outcome().word())
                        + " and is "
                        + (now == null
                                ? "not there now"
                                : now.outcome().word()
                                        + " now"
                                        + (now.open() ? ": " + now.message() : "")),
                fresh ? "not there" : then.outcome().word());
    }

    private static Result result(
            CheckInfo rule, Outcome outcome, Judged about, String message, String before) {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("check", about.check());
        properties.put("severity", about.severity().word());
        properties.put("before", before);
        return new Result(
                rule.id(),
                outcome,
                severity(rule, about),
                Evidence.SNAPSHOT,
                List.of(),
                about.subject(),
                message,
                rule.fix(),
                new Identity(rule.id(), about.subject(), about.fingerprint(), 1),
                null,
                properties);
    }

    /** That something got worse is asked for here, so it blocks however mild it is elsewhere. */
    private static Severity severity(CheckInfo rule, Judged about) {
        return rule.equals(DifferenceRules.WORSE) && about.severity().compareTo(rule.severity()) < 0
                ? about.severity()
                : rule.severity();
    }

    private Result summary(List<Judged> older, List<Judged> newer) {
        CheckInfo rule = DifferenceRules.SAME;
        String message;
        if (older.stream().noneMatch(Judged::looked)) {
            message = "the older run looked at nothing, so nothing can be held against it";
        } else if (newer.stream().noneMatch(Judged::looked)) {
            message = "the newer run looked at nothing";
        } else if (same == 0) {
            message = "the newer run has nothing that is as it was";
        } else {
            message =
                    same
                            + " results are not worse than before, "
                            + mended
                            + " of them mended"
                            + (open == 0 ? "" : "; " + open + " are unknown in both runs");
        }
        return new Result(
                rule.id(),
                same == 0 ? Outcome.UNKNOWN : Outcome.PASS,
                rule.severity(),
                Evidence.SNAPSHOT,
                List.of(),
                null,
                message,
                "",
                Identity.ofPlace(rule.id(), ""),
                null,
                Map.of("notWorse", same, "mended", mended, "unknownInBoth", open));
    }
}
