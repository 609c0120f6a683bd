package dev.holdfast.probes.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import java.util.List;
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

    private static List<String> words(List<Judged> older, List<Judged> newer) {
        return RunDifference.of(older, newer).stream()
                .map(each -> each.check().value() + " " + each.outcome().word())
                .toList();
    }

    @Test
    void saysWhatFailsNowAndDidNot() {
        List<Result> results =
                RunDifference.of(
                        List.of(judged("a", Outcome.PASS), judged("b", Outcome.PASS)),
                        List.of(judged("a", Outcome.FAIL), judged("b", Outcome.PASS)));
        Result worse = results.getFirst();
        assertEquals("probe.worse", worse.check().value());
        assertEquals(Outcome.FAIL, worse.outcome());
        assertEquals(Severity.MEDIUM, worse.severity());
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
    void doesNotTakeAWaivedFailureForANewOne() {
        assertEquals(
                List.of("probe.not-worse pass"),
                words(List.of(judged("a", Outcome.WAIVED)), List.of(judged("a", Outcome.FAIL))));
    }

    @Test
    void countsWhatWasMended() {
        List<Result> results =
                RunDifference.of(
                        List.of(judged("a", Outcome.FAIL)), List.of(judged("a", Outcome.PASS)));
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
        List<Judged> read =
                ReportReader.read(
                        """
                        {"schema": "holdfast.report/v1", "command": "probe headers", "results": [
                          {"check": "headers.referrer-policy", "outcome": "fail",
                           "severity": "low", "fingerprint": "f0", "subject": "GET /",
                           "message": "m"}]}
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
                read);
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
