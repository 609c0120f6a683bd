package dev.holdfast.core.resolve;

import static dev.holdfast.core.resolve.Cases.BASELINE_FILE;
import static dev.holdfast.core.resolve.Cases.CHECK;
import static dev.holdfast.core.resolve.Cases.KEY;
import static dev.holdfast.core.resolve.Cases.RULES;
import static dev.holdfast.core.resolve.Cases.fail;
import static dev.holdfast.core.resolve.Cases.findings;
import static dev.holdfast.core.resolve.Cases.result;
import static dev.holdfast.core.resolve.Cases.spot;
import static dev.holdfast.core.resolve.Cases.told;
import static dev.holdfast.core.resolve.Cases.valid;
import static dev.holdfast.core.resolve.Cases.waivers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.holdfast.core.baseline.Baseline;
import dev.holdfast.core.baseline.BaselineEntry;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.policy.BaselineRules;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.result.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaselineRulesTest {
    private static final Spot A = spot("dist/a.js", "aa");
    private static final Spot B = spot("dist/b.js", "bb");

    private static Baseline of(Result... results) {
        return Baseline.of(List.of(results), RULES, BASELINE_FILE, KEY.id());
    }

    private static Resolver.Resolved resolve(Findings findings, Baseline baseline) {
        return Cases.resolve(findings, waivers(), baseline, RULES);
    }

    @Test
    void whatWasThereIsSaidAndDoesNotFail() {
        Result old = fail(Severity.HIGH, A);
        assertEquals(
                List.of("baselined dist/a.js"), told(resolve(findings(old), of(old)).results()));
    }

    @Test
    void theSameValueInAnotherFileIsNew() {
        Result both = fail(Severity.HIGH, A, spot("dist/b.js", "aa"));
        assertEquals(
                List.of("baselined dist/a.js", "fail dist/b.js"),
                told(resolve(findings(both), of(fail(Severity.HIGH, A))).results()));
    }

    @Test
    void anotherValueInTheSameFileIsNew() {
        Result fresh = fail(Severity.HIGH, spot("dist/a.js", "zz"));
        List<String> told = told(resolve(findings(fresh), of(fail(Severity.HIGH, A))).results());
        assertTrue(told.contains("fail dist/a.js"), told.toString());
    }

    @Test
    void theSameValueOnceMoreInTheSameFileIsNew() {
        Result twice = fail(Severity.HIGH, A, spot("dist/a.js", "aa", 2));
        assertEquals(
                List.of("baselined dist/a.js", "fail dist/a.js"),
                told(resolve(findings(twice), of(fail(Severity.HIGH, A))).results()));
    }

    @Test
    void criticalIsNeverTakenInNorHonoured() {
        Result critical = fail(Severity.CRITICAL, A);
        assertEquals(List.of(), of(critical).entries());
        BaselineEntry forged = new BaselineEntry(A.identity(), true, Severity.CRITICAL);
        Baseline byHand = new Baseline(BASELINE_FILE, KEY.id(), List.of(forged), null);
        assertEquals(
                List.of("fail dist/a.js"), told(resolve(findings(critical), byHand).results()));
    }

    @Test
    void criticalIsTakenInWhenThePolicySaysSo() {
        BaselineRules all = new BaselineRules(BASELINE_FILE, false, Set.of());
        Result critical = fail(Severity.CRITICAL, A);
        Baseline baseline = Baseline.of(List.of(critical), all, BASELINE_FILE, KEY.id());
        assertEquals(
                List.of("baselined dist/a.js"),
                told(Cases.resolve(findings(critical), waivers(), baseline, all).results()));
    }

    @Test
    void whatHasBecomeWorseIsNotTheOldFinding() {
        Baseline old = of(fail(Severity.LOW, A));
        assertEquals(
                List.of("fail dist/a.js"),
                told(resolve(findings(fail(Severity.HIGH, A)), old).results()));
        assertEquals(
                List.of("baselined dist/a.js"),
                told(resolve(findings(fail(Severity.INFO, A)), old).results()));
    }

    @Test
    void onlyFailingResultsAreTakenIn() {
        for (Outcome outcome : Outcome.values()) {
            int taken = outcome == Outcome.FAIL ? 1 : 0;
            assertEquals(
                    taken,
                    of(result(outcome, Severity.LOW, null, A)).entries().size(),
                    outcome.word());
        }
    }

    @Test
    void whatIsWaivedIsNotBaselinedToo() {
        Result found = fail(Severity.HIGH, A, B);
        List<Result> waived =
                Cases.resolve(
                                findings(found),
                                waivers(valid("W-1", "dist/a.js")),
                                Baseline.none(BASELINE_FILE),
                                RULES)
                        .results();
        Baseline made = Baseline.of(waived, RULES, BASELINE_FILE, KEY.id());
        assertEquals(
                List.of("dist/b.js"),
                made.entries().stream().map(each -> each.identity().place()).toList());
    }

    @Test
    void aFindingWithoutAFileIsKnownBySubject() {
        Result orders = result(Outcome.FAIL, Severity.HIGH, "public.orders");
        Result users = result(Outcome.FAIL, Severity.HIGH, "public.users");
        assertEquals(
                List.of("baselined ", "fail "),
                told(resolve(findings(orders, users), of(orders)).results()));
    }

    @Test
    void anEntryThatNothingStandsBehindIsSaid() {
        Resolver.Resolved resolved = resolve(findings(), of(fail(Severity.HIGH, A)));
        assertEquals(
                List.of("fail baseline.stale .holdfast/baseline.json"), told(resolved.results()));
        assertTrue(resolved.results().getFirst().message().contains("dist/a.js"));
        assertEquals(List.of(), resolved.pruned().entries());
    }

    @Test
    void anEntryIsNotStaleWhereNobodyLooked() {
        Baseline baseline = of(fail(Severity.HIGH, spot("dist/index-*.js", "aa")));
        for (Findings findings :
                List.of(
                        findings(Set.of("src"), Set.of()),
                        findings(Set.of("dist"), Set.of("dist/index-a1B2c3D4.js")),
                        findings(Set.of("dist"), Set.of("dist")))) {
            Resolver.Resolved resolved = resolve(findings, baseline);
            assertEquals(List.of(), resolved.results());
            assertEquals(baseline, resolved.pruned());
        }
    }

    @Test
    void anEntryOfAFileThatIsGoneIsStale() {
        assertEquals(
                List.of("fail baseline.stale .holdfast/baseline.json"),
                told(
                        resolve(
                                        findings(Set.of("src"), Set.of()),
                                        of(fail(Severity.HIGH, spot("old/a.js", "aa"))))
                                .results()));
    }

    @Test
    void aWaivedFindingKeepsItsEntryFromGoingStale() {
        Result found = fail(Severity.HIGH, A);
        assertEquals(
                List.of("waived dist/a.js by W-1"),
                told(
                        Cases.resolve(
                                        findings(found),
                                        waivers(valid("W-1", "dist/**")),
                                        of(found),
                                        RULES)
                                .results()));
    }

    @Test
    void theRatchetFailsWhenTheBaselineCouldShrink() {
        BaselineRules ratchet = new BaselineRules(BASELINE_FILE, true, Set.of(Severity.CRITICAL));
        Result a = fail(Severity.HIGH, A);
        Baseline two = of(a, fail(Severity.HIGH, B));
        Resolver.Resolved resolved = Cases.resolve(findings(a), waivers(), two, ratchet);
        assertEquals(
                List.of(
                        "baselined dist/a.js",
                        "fail baseline.ratchet .holdfast/baseline.json",
                        "fail baseline.stale .holdfast/baseline.json"),
                told(resolved.results()));
        Resolver.Resolved after = Cases.resolve(findings(a), waivers(), resolved.pruned(), ratchet);
        assertEquals(List.of("baselined dist/a.js"), told(after.results()));
    }

    @Test
    void aRenamedFileKeepsItsEntries() {
        Result moved = fail(Severity.HIGH, spot("dist/new.js", "aa"));
        Resolver.Resolved resolved =
                Cases.resolve(
                        findings(moved),
                        waivers(),
                        of(fail(Severity.HIGH, A)),
                        RULES,
                        () -> Map.of("dist/a.js", "dist/new.js"));
        assertEquals(List.of("baselined dist/new.js"), told(resolved.results()));
        assertEquals(
                List.of(new Identity(CHECK, "dist/new.js", "aa", 1)),
                resolved.pruned().entries().stream().map(BaselineEntry::identity).toList());
    }

    @Test
    void aRenameHidesNoOtherValue() {
        Result other = fail(Severity.HIGH, spot("dist/new.js", "zz"));
        List<String> told =
                told(
                        Cases.resolve(
                                        findings(other),
                                        waivers(),
                                        of(fail(Severity.HIGH, A)),
                                        RULES,
                                        () -> Map.of("dist/a.js", "dist/new.js"))
                                .results());
        assertTrue(told.contains("fail dist/new.js"), told.toString());
    }

    @Test
    void renamesAreAskedOnlyWhenTheyMatter() {
        Renames never =
                () -> {
                    throw new AssertionError("asked for renames");
                };
        Result a = fail(Severity.HIGH, A);
        Cases.resolve(findings(a), waivers(), of(a), RULES, never);
        Cases.resolve(
                findings(fail(Severity.HIGH, spot("dist/c.js", "cc"))),
                waivers(),
                of(a),
                RULES,
                never);
        try {
            Cases.resolve(
                    findings(fail(Severity.HIGH, spot("dist/c.js", "aa"))),
                    waivers(),
                    of(a),
                    RULES,
                    never);
        } catch (AssertionError asked) {
            return;
        }
        fail("a value that was baselined elsewhere may have moved");
    }

    @Test
    void aBaselineOfAnotherKeyIsNotFollowed() {
        Result a = fail(Severity.HIGH, A);
        Baseline other = Baseline.of(List.of(a), RULES, BASELINE_FILE, "ffffffff");
        Resolver.Resolved resolved = resolve(findings(a), other);
        assertEquals(
                List.of("fail baseline.invalid .holdfast/baseline.json", "fail dist/a.js"),
                told(resolved.results()));
        assertEquals(other, resolved.pruned());
    }

    @Test
    void aBrokenBaselineIsAFindingAndAcceptsNothing() {
        Result a = fail(Severity.HIGH, A);
        assertEquals(
                List.of("fail baseline.invalid .holdfast/baseline.json", "fail dist/a.js"),
                told(
                        resolve(findings(a), Baseline.broken(BASELINE_FILE, "line 2 is not valid"))
                                .results()));
    }

    @Test
    void creatingOverAnOldBaselineLosesNothing() {
        Result a = fail(Severity.HIGH, A);
        Result b = fail(Severity.MEDIUM, B);
        List<Result> unsuppressed = resolve(findings(a, b), Baseline.none(BASELINE_FILE)).results();
        Baseline again = Baseline.of(unsuppressed, RULES, BASELINE_FILE, KEY.id());
        assertEquals(
                List.of("baselined dist/a.js", "baselined dist/b.js"),
                told(resolve(findings(a, b), again).results()));
    }

    @Test
    void anEntryForASubjectIsNoneForAFileOfThatName() {
        BaselineEntry forged = new BaselineEntry(A.identity(), false, Severity.HIGH);
        Baseline byHand = new Baseline(BASELINE_FILE, KEY.id(), List.of(forged), null);
        assertEquals(
                List.of("fail dist/a.js"),
                told(resolve(findings(fail(Severity.HIGH, A)), byHand).results()));
        Result orders = result(Outcome.FAIL, Severity.HIGH, "public.orders");
        BaselineEntry file = new BaselineEntry(orders.identity(), true, Severity.HIGH);
        assertTrue(
                told(resolve(
                                        findings(orders),
                                        new Baseline(BASELINE_FILE, KEY.id(), List.of(file), null))
                                .results())
                        .contains("fail "));
    }

    @Test
    void anEntryOfASeverityThatIsNeverBaselinedIsNotHonoured() {
        BaselineEntry forged = new BaselineEntry(A.identity(), true, Severity.CRITICAL);
        Baseline byHand = new Baseline(BASELINE_FILE, KEY.id(), List.of(forged), null);
        assertEquals(
                List.of("fail dist/a.js"),
                told(resolve(findings(fail(Severity.HIGH, A)), byHand).results()));
    }

    @Test
    void ofTwoEntriesForOnePlaceTheMilderCountsAndOnlyOneIsKept() {
        Baseline twice =
                new Baseline(
                        BASELINE_FILE,
                        KEY.id(),
                        List.of(
                                new BaselineEntry(A.identity(), true, Severity.HIGH),
                                new BaselineEntry(A.identity(), true, Severity.LOW)),
                        null);
        assertEquals(List.of(new BaselineEntry(A.identity(), true, Severity.LOW)), twice.entries());
        assertEquals(
                List.of("fail dist/a.js"),
                told(resolve(findings(fail(Severity.HIGH, A)), twice).results()));
    }

    @Test
    void anEntryIsNotStaleWhereOutputIsNotBuiltYet() {
        Baseline baseline = of(fail(Severity.HIGH, spot("apps/web/dist/a.js", "aa")));
        BaselineRules ratchet = new BaselineRules(BASELINE_FILE, true, Set.of());
        for (Result open :
                List.of(
                        result(Outcome.UNKNOWN, Severity.HIGH, "apps/web"),
                        result(Outcome.UNKNOWN, Severity.HIGH, "."),
                        result(Outcome.ERROR, Severity.HIGH, null))) {
            Resolver.Resolved resolved =
                    Cases.resolve(findings(open), waivers(), baseline, ratchet);
            assertEquals(List.of(open), resolved.results());
            assertEquals(baseline, resolved.pruned());
        }
        // Somebody looked for it, and nobody says that anything is open there.
        assertEquals(1, Cases.resolve(findings(), waivers(), baseline, RULES).stale().size());
    }

    @Test
    void nothingIsStaleWhenNothingWasLookedAt() {
        Baseline baseline = of(fail(Severity.HIGH, spot("gone/a.js", "aa")));
        assertEquals(List.of(), resolve(findings(Set.of(), Set.of()), baseline).stale());
    }

    @Test
    void anEntryOfABuiltFileIsStaleWhenItsFolderIsGone() {
        Baseline baseline = of(fail(Severity.HIGH, spot("build/index-*.js", "aa")));
        assertEquals(1, resolve(findings(), baseline).stale().size());
    }

    @Test
    void manyNewFindingsAgainstManyOldEntriesTakeNoTime() {
        // 20,000 findings times 20,000 entries would be minutes of comparing.
        List<Result> found = new ArrayList<>();
        List<BaselineEntry> old = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            found.add(fail(Severity.HIGH, spot("dist/new" + i + ".js", "n" + i)));
            old.add(
                    new BaselineEntry(
                            new Identity(CHECK, "dist/old" + i + ".js", "o" + i, 1),
                            true,
                            Severity.HIGH));
        }
        Baseline baseline = new Baseline(BASELINE_FILE, KEY.id(), old, null);
        Resolver.Resolved resolved = resolve(findings(found.toArray(Result[]::new)), baseline);
        assertEquals(20_000, resolved.stale().size());
    }
}
