package dev.holdfast.core.resolve;

import static dev.holdfast.core.resolve.Cases.TODAY;
import static dev.holdfast.core.resolve.Cases.fail;
import static dev.holdfast.core.resolve.Cases.findings;
import static dev.holdfast.core.resolve.Cases.result;
import static dev.holdfast.core.resolve.Cases.scope;
import static dev.holdfast.core.resolve.Cases.spot;
import static dev.holdfast.core.resolve.Cases.told;
import static dev.holdfast.core.resolve.Cases.valid;
import static dev.holdfast.core.resolve.Cases.waive;
import static dev.holdfast.core.resolve.Cases.waiver;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.baseline.Baseline;
import dev.holdfast.core.gate.GateRules;
import dev.holdfast.core.gate.UnknownRule;
import dev.holdfast.core.gate.Verdict;
import dev.holdfast.core.policy.WaiverRules;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.result.Spot;
import dev.holdfast.core.waiver.Waiver;
import dev.holdfast.core.waiver.WaiverProblem;
import dev.holdfast.core.waiver.WaiverScope;
import dev.holdfast.core.waiver.Waivers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaiverRulesTest {
    private static final Spot A = spot("dist/a.js", "aa");
    private static final Spot B = spot("dist/b.js", "bb");

    @Test
    void acceptsWhatItMeans() {
        assertEquals(
                List.of("waived dist/a.js by W-1"),
                told(waive(findings(fail(Severity.HIGH, A)), valid("W-1", "dist/**"))));
    }

    @Test
    void neverHidesAnotherPlaceOfTheSameValue() {
        assertEquals(
                List.of("fail dist/b.js", "waived dist/a.js by W-1"),
                told(waive(findings(fail(Severity.HIGH, A, B)), valid("W-1", "dist/a.js"))));
    }

    @Test
    void twoWaiversShareThePlacesOfOneValue() {
        assertEquals(
                List.of("waived dist/a.js by W-1", "waived dist/b.js by W-2"),
                told(
                        waive(
                                findings(fail(Severity.HIGH, A, B)),
                                valid("W-1", "dist/a.js"),
                                valid("W-2", "dist/b.js"))));
    }

    @Test
    void isForItsOwnCheckOnly() {
        Waiver other =
                new Waiver(
                        "W-1",
                        new CheckId("area.other"),
                        scope("dist/**"),
                        valid("x", "dist").kind(),
                        "r",
                        "o",
                        TODAY,
                        TODAY,
                        "",
                        valid("x", "dist").location());
        assertEquals(
                List.of("fail dist/a.js", "fail waivers.unused .holdfast/waivers.yaml"),
                told(waive(findings(fail(Severity.HIGH, A)), other)));
    }

    @Test
    void aFingerprintMeansThatPlaceOnly() {
        WaiverScope scope = new WaiverScope(List.of(), Set.of(A.fingerprint()), null);
        assertEquals(
                List.of("fail dist/b.js", "waived dist/a.js by W-1"),
                told(
                        waive(
                                findings(fail(Severity.HIGH, A, B)),
                                waiver("W-1", TODAY, TODAY, scope))));
    }

    @Test
    void pathAndFingerprintMustHoldTogether() {
        WaiverScope scope =
                new WaiverScope(scope("dist/b.js").paths(), Set.of(A.fingerprint()), null);
        assertTrue(
                told(waive(findings(fail(Severity.HIGH, A, B)), waiver("W-1", TODAY, TODAY, scope)))
                        .contains("fail dist/a.js,dist/b.js"));
    }

    @Test
    void aResourceMeansThatSubject() {
        WaiverScope scope = new WaiverScope(List.of(), Set.of(), "public.orders");
        Result orders = result(Outcome.FAIL, Severity.HIGH, "public.orders");
        Result users = result(Outcome.FAIL, Severity.HIGH, "public.users");
        List<Result> resolved = waive(findings(orders, users), waiver("W-1", TODAY, TODAY, scope));
        assertEquals(List.of("fail ", "waived  by W-1"), told(resolved));
        assertEquals(
                "public.orders",
                resolved.stream()
                        .filter(each -> each.outcome() == Outcome.WAIVED)
                        .findFirst()
                        .orElseThrow()
                        .subject());
    }

    @Test
    void holdsOnItsLastDayAndNotAfterIt() {
        Result found = fail(Severity.HIGH, A);
        assertEquals(
                List.of("waived dist/a.js by W-1"),
                told(waive(findings(found), waiver("W-1", TODAY.minusDays(9), TODAY, "dist/**"))));
        assertEquals(
                List.of("fail dist/a.js", "fail waivers.expired .holdfast/waivers.yaml"),
                told(
                        waive(
                                findings(found),
                                waiver("W-1", TODAY.minusDays(9), TODAY.minusDays(1), "dist/**"))));
    }

    @Test
    void anExpiredOneIsSaidWhenNothingIsFoundToo() {
        List<Result> said =
                waive(findings(), waiver("W-7", TODAY.minusDays(9), TODAY.minusDays(1), "dist"));
        assertEquals(List.of("fail waivers.expired .holdfast/waivers.yaml"), told(said));
        assertTrue(said.getFirst().message().contains("W-7"));
    }

    @Test
    void lastsNoLongerThanItsSeverityAllows() {
        for (Severity severity : Severity.values()) {
            int most = Cases.DAYS.maxDays().get(severity);
            Result found = fail(severity, A);
            assertEquals(
                    List.of("waived dist/a.js by W-1"),
                    told(
                            waive(
                                    findings(found),
                                    waiver("W-1", TODAY, TODAY.plusDays(most), "dist"))),
                    severity.word());
            List<Result> resolved =
                    waive(findings(found), waiver("W-1", TODAY, TODAY.plusDays(most + 1), "dist"));
            assertEquals(
                    List.of("fail dist/a.js", "fail waivers.invalid .holdfast/waivers.yaml"),
                    told(resolved),
                    severity.word());
            assertTrue(resolved.getLast().message().contains("W-1"));
        }
    }

    @Test
    void oneThatIsTooLongForOneFindingSilencesNoneOfThem() {
        Waiver sixty = waiver("W-1", TODAY, TODAY.plusDays(60), "dist/**");
        assertEquals(
                List.of(
                        "fail dist/a.js",
                        "fail dist/b.js",
                        "fail waivers.invalid .holdfast/waivers.yaml"),
                told(waive(findings(fail(Severity.LOW, A), fail(Severity.HIGH, B)), sixty)));
    }

    @Test
    void cannotBeMadeInTheFuture() {
        Waiver future = waiver("W-1", TODAY.plusDays(2), TODAY.plusDays(3), "dist");
        assertEquals(
                List.of("fail dist/a.js", "fail waivers.invalid .holdfast/waivers.yaml"),
                told(waive(findings(fail(Severity.HIGH, A)), future)));
    }

    @Test
    void isUnusedWhenAllItMeansWasLookedAt() {
        List<Result> said = waive(findings(), valid("W-3", "dist/**"));
        assertEquals(List.of("fail waivers.unused .holdfast/waivers.yaml"), told(said));
        assertTrue(said.getFirst().message().contains("W-3"));
    }

    @Test
    void namingTheOriginalSourceIsSaidToMeanNothing() {
        Spot built =
                new Spot(
                        new Location("dist/a.js", 1, 1, 1, 2, new Origin("src/a.ts", 3, 1)),
                        A.identity(),
                        Set.of(),
                        null);
        List<Result> said = waive(findings(fail(Severity.HIGH, built)), valid("W-1", "src/**"));
        assertEquals(
                List.of("fail dist/a.js", "fail waivers.invalid .holdfast/waivers.yaml"),
                told(said));
        assertTrue(said.getLast().message().contains("names the original source"));
        assertEquals(
                List.of("waived dist/a.js by W-1"),
                told(waive(findings(fail(Severity.HIGH, built)), valid("W-1", "dist/**"))));
    }

    @Test
    void isNotCalledUnusedWhereNobodyLooked() {
        Set<String> src = Set.of("src");
        assertEquals(List.of(), waive(findings(src, Set.of()), valid("W-3", "dist/**")));
        assertEquals(
                List.of(),
                waive(findings(Set.of("dist"), Set.of("dist/big.js")), valid("W-3", "dist/**")));
        WaiverScope print = new WaiverScope(List.of(), Set.of(A.fingerprint()), null);
        assertEquals(List.of(), waive(findings(), waiver("W-3", TODAY, TODAY, print)));
        assertEquals(
                List.of("fail waivers.unused .holdfast/waivers.yaml"),
                told(waive(findings(Set.of(""), Set.of()), waiver("W-3", TODAY, TODAY, print))));
    }

    @Test
    void isUnusedWhenWhatItMeansIsNotThere() {
        assertEquals(
                List.of("fail waivers.unused .holdfast/waivers.yaml"),
                told(waive(findings(), valid("W-3", "old/**"))));
    }

    @Test
    void aMalformedOneIsAFindingAndSilencesNothing() {
        Waivers waivers =
                new Waivers(
                        Cases.WAIVER_FILE,
                        List.of(),
                        List.of(
                                new WaiverProblem(
                                        "W-9", valid("x", "d").location(), "'owner' is missing")));
        List<Result> resolved =
                Cases.resolve(
                                findings(fail(Severity.HIGH, A)),
                                waivers,
                                Baseline.none("b"),
                                Cases.RULES)
                        .results();
        assertEquals(
                List.of("fail dist/a.js", "fail waivers.invalid .holdfast/waivers.yaml"),
                told(resolved));
        assertTrue(resolved.getLast().message().contains("W-9"));
    }

    @Test
    void aCommentAloneWaivesNothing() {
        Spot commented = spot("dist/a.js", "aa", "W-1");
        List<Result> resolved = waive(findings(fail(Severity.HIGH, commented)));
        assertEquals(List.of("fail dist/a.js", "fail waivers.invalid dist/a.js"), told(resolved));
        assertEquals(
                List.of(
                        "fail dist/a.js",
                        "fail waivers.invalid dist/a.js",
                        "fail waivers.unused .holdfast/waivers.yaml"),
                told(waive(findings(fail(Severity.HIGH, commented)), valid("W-1", "dist/b.js"))));
    }

    @Test
    void aCommentThatNamesTheRightWaiverIsFine() {
        Spot commented = spot("dist/a.js", "aa", "W-1");
        assertEquals(
                List.of("waived dist/a.js by W-1"),
                told(waive(findings(fail(Severity.HIGH, commented)), valid("W-1", "dist/**"))));
    }

    @Test
    void whatPassedOrBrokeIsNotWaived() {
        for (Outcome outcome : List.of(Outcome.PASS, Outcome.ERROR, Outcome.NOT_APPLICABLE)) {
            List<Result> resolved =
                    waive(
                            findings(result(outcome, Severity.LOW, null, A)),
                            valid("W-1", "dist/**"));
            assertTrue(told(resolved).contains(outcome.word() + " dist/a.js"), outcome.word());
        }
    }

    @Test
    void whatIsUnknownCanBeAcceptedAndIsStillNotLookedAt() {
        List<Result> resolved =
                waive(
                        findings(result(Outcome.UNKNOWN, Severity.LOW, null, A)),
                        valid("W-1", "dist/**"));
        assertEquals(List.of("waived dist/a.js by W-1"), told(resolved));
        assertFalse(resolved.getFirst().looked());
        GateRules gate = new GateRules("t", Set.of(), UnknownRule.BLOCK, Set.of());
        assertEquals(Verdict.Kind.UNDECIDED, Verdict.of(resolved, gate).kind());
    }

    @Test
    void whereNoDayIsAllowedNoneIsWaivedNotEvenForADay() {
        WaiverRules never = new WaiverRules(Cases.WAIVER_FILE, Map.of(Severity.HIGH, 0));
        List<Result> resolved =
                Cases.resolve(
                        findings(fail(Severity.HIGH, A)),
                        Cases.waivers(waiver("W-1", TODAY, TODAY, "dist/**")),
                        never);
        assertEquals(
                List.of("fail dist/a.js", "fail waivers.invalid .holdfast/waivers.yaml"),
                told(resolved));
        assertTrue(resolved.getLast().message().contains("lets nobody waive"));
    }

    @Test
    void isNotCalledUnusedWhereWhatItMeansIsNotBuiltYet() {
        Result unbuilt = result(Outcome.UNKNOWN, Severity.HIGH, "apps/web");
        Waiver waiver = valid("W-3", "apps/web/dist/**");
        assertEquals(List.of("unknown "), told(waive(findings(unbuilt), waiver)));
        Result nothing = result(Outcome.NOT_APPLICABLE, Severity.HIGH, ".");
        assertEquals(
                List.of("not-applicable "),
                told(waive(findings(Set.of(), Set.of(), nothing), waiver)));
    }
}
