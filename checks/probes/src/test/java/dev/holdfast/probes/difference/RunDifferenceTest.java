package dev.holdfast.probes.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunDifferenceTest {
    private static Judged judged(String fingerprint, Outcome outcome) {
        return new Judged(
                "headers.referrer-policy",
                outcome,
                Severity.MEDIUM,
                fingerprint,
                "GET /" + fingerprint,
                "said so");
    }

    private static Judged judged(
            String fingerprint, Outcome outcome, Severity severity, String message) {
        return new Judged(
                "cookies.http-only",
                outcome,
                severity,
                fingerprint,
                "GET /" + fingerprint,
                message);
    }

    private static ComparedRun run(String file, List<Judged> results) {
        return new ComparedRun(file, "probe headers", Set.of(), results);
    }

    private static List<Result> compared(List<Judged> older, List<Judged> newer) {
        return RunDifference.of(run("old.json", older), run("new.json", newer));
    }

    private static List<String> words(List<Judged> older, List<Judged> newer) {
        return compared(older, newer).stream()
                .map(each -> each.check().value() + " " + each.outcome().word())
                .toList();
    }

    @Test
    void saysWhatFailsNowAndDidNot() {
        List<Result> results =
                compared(
                        List.of(judged("a", Outcome.PASS), judged("b", Outcome.PASS)),
                        List.of(judged("a", Outcome.FAIL), judged("b", Outcome.PASS)));
        Result worse = results.getFirst();
        assertEquals("probe.worse", worse.check().value());
        assertEquals(Outcome.FAIL, worse.outcome());
        // Medium where it stands; in a comparison it is what was asked for.
        assertEquals(Severity.HIGH, worse.severity());
        assertEquals("medium", worse.properties().get("severity"));
        assertEquals("GET /a", worse.subject());
        assertEquals(Outcome.PASS, results.getLast().outcome());
    }

    @Test
    void saysWhatFailsAndIsNew() {
        assertEquals(
                List.of("probe.worse fail", "probe.not-worse unknown"),
                words(List.of(), List.of(judged("a", Outcome.FAIL))));
    }

    @Test
    void isSilentOfWhatFailedBefore() {
        assertEquals(
                List.of("probe.not-worse pass"),
                words(List.of(judged("a", Outcome.FAIL)), List.of(judged("a", Outcome.FAIL))));
    }

    @Test
    void saysThatAWaiverOrTheBaselineNoLongerHolds() {
        for (Outcome accepted : List.of(Outcome.WAIVED, Outcome.BASELINED)) {
            List<Result> results =
                    compared(List.of(judged("a", accepted)), List.of(judged("a", Outcome.FAIL)));
            assertEquals("probe.worse", results.getFirst().check().value());
            assertTrue(results.getFirst().message().contains(accepted.word()));
            assertEquals(
                    List.of("probe.not-worse pass"),
                    words(List.of(judged("a", Outcome.FAIL)), List.of(judged("a", accepted))));
        }
    }

    @Test
    void seesThatAFailureGotASeverityThatIsWorse() {
        Judged low = judged("a", Outcome.FAIL, Severity.LOW, "m");
        Judged high = judged("a", Outcome.FAIL, Severity.HIGH, "m");
        List<Result> results = compared(List.of(low), List.of(high));

        assertEquals("probe.worse", results.getFirst().check().value());
        assertTrue(results.getFirst().message().contains("is high now and was low"));
        assertEquals(List.of("probe.not-worse pass"), words(List.of(high), List.of(low)));
    }

    private static Judged letIn(Outcome outcome, String... ways) {
        return new Judged(
                "access.method",
                outcome,
                Severity.HIGH,
                "a",
                "GET /admin",
                "nobody (no identity): was let in by " + ways.length,
                List.of(ways));
    }

    @Test
    void seesThatMoreWaysLeadInThanBefore() {
        Judged one = letIn(Outcome.FAIL, "FOO /admin");
        Judged three = letIn(Outcome.FAIL, "FOO /admin", "PUT /admin", "PATCH /admin");
        List<Result> results = compared(List.of(one), List.of(three));

        assertEquals("probe.worse", results.getFirst().check().value());
        assertTrue(
                results.getFirst()
                        .message()
                        .contains("in more ways now (PUT /admin, PATCH /admin)"));
        assertEquals(List.of("probe.not-worse pass"), words(List.of(three), List.of(one)));
        assertEquals(List.of("probe.not-worse pass"), words(List.of(three), List.of(three)));
        assertTrue(
                words(List.of(one), List.of(letIn(Outcome.FAIL, "PUT /admin")))
                        .contains("probe.worse fail"));
        assertTrue(
                words(
                                List.of(letIn(Outcome.BASELINED, "FOO /admin")),
                                List.of(letIn(Outcome.BASELINED, "FOO /admin", "PUT /admin")))
                        .contains("probe.worse fail"));
        // An order is no news, and what told no ways is not held against what does.
        assertEquals(
                List.of("probe.not-worse pass"),
                words(List.of(three), List.of(letIn(Outcome.FAIL, "PUT /admin", "FOO /admin"))));
        assertEquals(
                List.of("probe.not-worse pass"),
                words(List.of(letIn(Outcome.FAIL)), List.of(three)));
    }

    @Test
    void readsTheWaysOfAReport() {
        ComparedRun read =
                ReportReader.read(
                        """
                        {"schema": "holdfast.report/v1", "command": "probe access", "results": [
                          {"check": "access.method", "outcome": "fail", "severity": "high",
                           "fingerprint": "f0", "properties": {"ways": ["FOO /a", "PUT /a"]}},
                          {"check": "access.path", "outcome": "pass", "severity": "high",
                           "fingerprint": "f1", "properties": {"ways": "x"}}]}
                        """,
                        "old.json");
        assertEquals(List.of("FOO /a", "PUT /a"), read.results().getFirst().ways());
        assertEquals(List.of(), read.results().getLast().ways());
    }

    @Test
    void keepsTheSeverityThatIsWorseThanHigh() {
        Judged worst = judged("a", Outcome.FAIL, Severity.CRITICAL, "m");

        assertEquals(
                Severity.CRITICAL,
                compared(List.of(judged("a", Outcome.PASS)), List.of(worst)).getFirst().severity());
    }

    @Test
    void countsSeveralAnswersOfOneName() {
        Judged one = judged("a", Outcome.FAIL, Severity.HIGH, "only / fails");
        Judged pass = judged("a", Outcome.PASS, Severity.HIGH, "good");
        Judged other = judged("a", Outcome.FAIL, Severity.HIGH, "now both");

        assertTrue(words(List.of(one, pass), List.of(other, one)).contains("probe.worse fail"));
        assertTrue(words(List.of(one), List.of(one, other)).contains("probe.worse fail"));
        assertEquals(
                List.of("probe.not-worse pass"), words(List.of(one, pass), List.of(pass, one)));
        assertEquals(List.of("probe.not-worse pass"), words(List.of(one), List.of(one, one)));
        assertEquals(List.of("probe.not-worse pass"), words(List.of(pass, pass), List.of(pass)));
    }

    @Test
    void saysWhatIsNewAndCouldNotBeDecided() {
        Judged pass = judged("a", Outcome.PASS);
        for (Outcome open : List.of(Outcome.UNKNOWN, Outcome.ERROR)) {
            Judged fresh = judged("b", open);
            assertEquals(
                    List.of("probe.not-seen unknown", "probe.not-worse pass"),
                    words(List.of(pass), List.of(pass, fresh)));
            assertEquals(
                    List.of("probe.not-worse pass"),
                    words(List.of(pass, fresh), List.of(pass, fresh)));
        }
    }

    @Test
    void holdsNothingAgainstARunThatLookedAtNothing() {
        Judged pass = judged("a", Outcome.PASS);

        assertEquals(List.of("probe.not-worse unknown"), words(List.of(), List.of(pass)));
        assertEquals(
                List.of("probe.not-worse unknown"),
                words(List.of(judged("a", Outcome.UNKNOWN)), List.of(pass)));
    }

    @Test
    void refusesRunsOfDifferentProbesOrTargets() {
        List<Judged> pass = List.of(judged("a", Outcome.PASS));
        ComparedRun cors = new ComparedRun("old.json", "probe cors", Set.of("shop"), pass);
        ComparedRun tls = new ComparedRun("new.json", "probe tls", Set.of("shop"), pass);
        ComparedRun other = new ComparedRun("new.json", "probe cors", Set.of("blog"), pass);
        ComparedRun silent = new ComparedRun("new.json", "probe cors", Set.of(), pass);

        assertEquals(
                "old.json is of probe cors, and new.json of probe tls",
                assertThrows(UserProblem.class, () -> RunDifference.of(cors, tls)).what());
        assertEquals(
                "old.json is of the target shop, and new.json of blog",
                assertThrows(UserProblem.class, () -> RunDifference.of(cors, other)).what());
        assertEquals(1, RunDifference.of(cors, silent).size());
        assertEquals(1, RunDifference.of(cors, cors).size());
    }

    @Test
    void countsWhatWasMended() {
        List<Result> results =
                compared(List.of(judged("a", Outcome.FAIL)), List.of(judged("a", Outcome.PASS)));
        assertEquals(1, results.getFirst().properties().get("mended"));
    }

    @Test
    void doesNotPassWhatIsNoLongerLookedAt() {
        for (Judged now :
                List.of(judged("a", Outcome.UNKNOWN), judged("a", Outcome.NOT_APPLICABLE))) {
            assertTrue(
                    words(List.of(judged("a", Outcome.PASS)), List.of(now))
                            .contains("probe.not-seen unknown"));
        }
        assertTrue(
                words(List.of(judged("a", Outcome.FAIL)), List.of())
                        .contains("probe.not-seen unknown"));
    }

    @Test
    void knowsNothingOfTwoEmptyRuns() {
        assertEquals(List.of("probe.not-worse unknown"), words(List.of(), List.of()));
    }

    @Test
    void readsAReport() {
        ComparedRun read =
                ReportReader.read(
                        """
                        {"schema": "holdfast.report/v1", "command": "probe headers", "results": [
                          {"check": "headers.referrer-policy", "outcome": "fail",
                           "severity": "low", "fingerprint": "f0", "subject": "GET /",
                           "message": "m", "properties": {"target": "shop"}}]}
                        """,
                        "old.json");
        assertEquals(
                List.of(
                        new Judged(
                                "headers.referrer-policy",
                                Outcome.FAIL,
                                Severity.LOW,
                                "f0",
                                "GET /",
                                "m")),
                read.results());
        assertEquals("probe headers", read.kind());
        assertEquals(Set.of("shop"), read.targets());
    }

    /** A note is gone when the policy is mended; a fail that says the same stays. */
    @Test
    void passesOverNotes() {
        String result =
                """
                {"check": "csp.form-action", "outcome": "%s", "severity": "low",
                 "fingerprint": "f0", "properties": {"note": true}}
                """;
        String report =
                "{\"schema\": \"holdfast.report/v1\", \"command\": \"probe csp\", \"results\": [%s]}";
        assertEquals(
                List.of(),
                ReportReader.read(report.formatted(result.formatted("pass")), "a").results());
        assertEquals(
                1,
                ReportReader.read(report.formatted(result.formatted("fail")), "a")
                        .results()
                        .size());
    }

    @Test
    void refusesWhatIsNoReportOfAProbe() {
        for (String text :
                List.of(
                        "",
                        "[]",
                        "{}",
                        "{\"schema\": \"holdfast.report/v1\", \"command\": \"check\","
                                + " \"results\": []}",
                        "{\"schema\": \"holdfast.report/v1\", \"command\": \"probe csp\","
                                + " \"results\": [{}]}",
                        "{\"schema\": \"holdfast.report/v1\", \"command\": \"probe csp\"}")) {
            UserProblem problem =
                    assertThrows(UserProblem.class, () -> ReportReader.read(text, "old.json"));
            assertTrue(problem.what().startsWith("old.json "), problem.what());
        }
    }
}
