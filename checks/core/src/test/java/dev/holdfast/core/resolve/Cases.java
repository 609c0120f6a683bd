package dev.holdfast.core.resolve;

import dev.holdfast.core.baseline.Baseline;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.policy.BaselineRules;
import dev.holdfast.core.policy.WaiverRules;
import dev.holdfast.core.project.PathGlob;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.result.Spot;
import dev.holdfast.core.waiver.Waiver;
import dev.holdfast.core.waiver.WaiverKind;
import dev.holdfast.core.waiver.WaiverScope;
import dev.holdfast.core.waiver.Waivers;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small findings, waivers and baselines for the tests of the resolver. */
final class Cases {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final CheckId CHECK = new CheckId("area.name");
    static final FingerprintKey KEY = FingerprintKey.of("a key of the tests, long enough");
    static final String WAIVER_FILE = ".holdfast/waivers.yaml";
    static final String BASELINE_FILE = ".holdfast/baseline.json";
    static final WaiverRules DAYS =
            new WaiverRules(
                    WAIVER_FILE,
                    Map.of(
                            Severity.CRITICAL, 14,
                            Severity.HIGH, 30,
                            Severity.MEDIUM, 90,
                            Severity.LOW, 180,
                            Severity.INFO, 365));
    static final BaselineRules RULES =
            new BaselineRules(BASELINE_FILE, false, Set.of(Severity.CRITICAL));

    private Cases() {}

    static Spot spot(String path, String hash, String... named) {
        return spot(path, hash, 1, named);
    }

    static Spot spot(String path, String hash, int occurrence, String... named) {
        return new Spot(
                new Location(path, 3, 5, 3, 9, null),
                new Identity(CHECK, path, hash, occurrence),
                Set.of(named),
                null);
    }

    static Result fail(Severity severity, Spot... spots) {
        return result(Outcome.FAIL, severity, null, spots);
    }

    static Result result(
            Outcome outcome, Severity severity, @Nullable String subject, Spot... spots) {
        Identity identity =
                spots.length > 0
                        ? spots[0].identity()
                        : Identity.ofPlace(CHECK, String.valueOf(subject));
        return new Result(
                CHECK,
                outcome,
                severity,
                Evidence.MEASURED,
                List.of(spots),
                subject,
                "message",
                "fix",
                identity,
                null,
                Map.of());
    }

    /** Findings of a run that looked at {@code dist} to the end. */
    static Findings findings(Result... results) {
        return findings(Set.of("dist"), Set.of(), results);
    }

    static Findings findings(Set<String> folders, Set<String> holes, Result... results) {
        return new Findings(List.of(results), new Coverage(Set.of("area"), folders, holes, 1, 1));
    }

    static Waiver waiver(String id, LocalDate created, LocalDate expires, String... globs) {
        return waiver(id, created, expires, scope(globs));
    }

    static Waiver waiver(String id, LocalDate created, LocalDate expires, WaiverScope scope) {
        return new Waiver(
                id,
                CHECK,
                scope,
                WaiverKind.ACCEPTED_RISK,
                "a reason",
                "@ann",
                created,
                expires,
                "",
                new Location(WAIVER_FILE, 3, 5, 3, 5, null));
    }

    /** A waiver that holds today. */
    static Waiver valid(String id, String... globs) {
        return waiver(id, TODAY.minusDays(3), TODAY.plusDays(3), globs);
    }

    static WaiverScope scope(String... globs) {
        return new WaiverScope(
                Arrays.stream(globs).map(each -> PathGlob.of(each).orElseThrow()).toList(),
                Set.of(),
                null);
    }

    static Waivers waivers(Waiver... all) {
        return new Waivers(WAIVER_FILE, List.of(all), List.of());
    }

    static Resolver.Resolved resolve(
            Findings findings, Waivers waivers, Baseline baseline, BaselineRules rules) {
        return resolve(findings, waivers, baseline, rules, Renames.NONE);
    }

    static Resolver.Resolved resolve(
            Findings findings,
            Waivers waivers,
            Baseline baseline,
            BaselineRules rules,
            Renames renames) {
        try {
            return new Resolver(DAYS, rules, KEY, TODAY, "dist"::equals, _ -> false, renames)
                    .resolve(findings, waivers, baseline);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    static List<Result> resolve(Findings findings, Waivers waivers, WaiverRules rules) {
        try {
            return new Resolver(rules, RULES, KEY, TODAY, "dist"::equals, _ -> false, Renames.NONE)
                    .resolve(findings, waivers, Baseline.none(BASELINE_FILE))
                    .results();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    static List<Result> waive(Findings findings, Waiver... all) {
        return resolve(findings, waivers(all), Baseline.none(BASELINE_FILE), RULES).results();
    }

    /** {@code fail dist/a.js,dist/b.js} and so on, sorted. */
    static List<String> told(List<Result> results) {
        return results.stream()
                .map(each ->
                        each.outcome().word()
                                + " "
                                + (each.check().equals(CHECK) ? "" : each.check() + " ")
                                + String.join(
                                        ",",
                                        each.spots().stream()
                                                .map(spot -> spot.location().path())
                                                .toList())
                                + (each.waiver() == null ? "" : " by " + each.waiver()))
                .sorted()
                .toList();
    }
}
