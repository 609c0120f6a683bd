package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ToldTest {
    private static final CheckId CHECK = new CheckId("secrets.github-token");

    private static Result finding(Severity severity, String verdict) {
        return new Result(
                CHECK,
                Outcome.FAIL,
                severity,
                Evidence.MEASURED,
                List.of(),
                "a",
                "GitHub token",
                "",
                Identity.ofPlace(CHECK, "a"),
                null,
                Map.of("verdict", verdict));
    }

    private static Result told(State state, Severity severity, String verdict) {
        return Told.of(
                finding(severity, verdict),
                new Liveness(state, "because", "", Instant.EPOCH, Map.of()),
                Optional.of(Severity.CRITICAL));
    }

    @Test
    void aLiveKeyHasTheSeverityOfItsRuleAtLeast() {
        assertEquals(Severity.CRITICAL, told(State.LIVE, Severity.MEDIUM, "leaked").severity());
        assertEquals(Severity.CRITICAL, told(State.LIVE, Severity.CRITICAL, "leaked").severity());
    }

    @Test
    void aLiveKeyThatOnlyTheServerSeesIsWhereItBelongs() {
        assertEquals(Severity.LOW, told(State.LIVE, Severity.LOW, "server-only").severity());
    }

    @Test
    void aDeadKeyIsLowAndStaysAFinding() {
        Result dead = told(State.DEAD, Severity.CRITICAL, "leaked");
        assertEquals(Severity.LOW, dead.severity());
        assertEquals(Outcome.FAIL, dead.outcome());
        assertEquals("dead", dead.properties().get("liveness"));
        assertEquals(Severity.INFO, told(State.DEAD, Severity.INFO, "leaked").severity());
    }

    @Test
    void whatIsUnknownChangesNothingButWords() {
        Result unknown = told(State.UNKNOWN, Severity.MEDIUM, "leaked");
        assertEquals(Severity.MEDIUM, unknown.severity());
        assertEquals("unknown", unknown.properties().get("liveness"));
        assertEquals("because", unknown.properties().get("livenessReason"));
        assertEquals("GitHub token; whether it lives is unknown: because", unknown.message());
        assertFalse(unknown.properties().containsKey("livenessAsked"));
    }
}
