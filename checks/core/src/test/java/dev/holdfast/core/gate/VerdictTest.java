package dev.holdfast.core.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
    private static final GateRules STRICT = gate(UnknownRule.BLOCK);
    private static final GateRules LENIENT = gate(UnknownRule.WARN);

    private static GateRules gate(UnknownRule unknown, String... required) {
        Set<CheckId> ids = new HashSet<>();
        for (String id : required) {
            ids.add(new CheckId(id));
        }
        return new GateRules("default", Set.of(Severity.CRITICAL, Severity.HIGH), unknown, ids);
    }

    private static Result result(Outcome outcome, Severity severity) {
        return new Result(
                new CheckId("area.name"),
                outcome,
                severity,
                Evidence.MEASURED,
                List.of(),
                null,
                "m",
                "",
                Identity.ofPlace(new CheckId("area.name"), "f"),
                null,
                Map.of());
    }

    private static Verdict judge(GateRules gate, Result... results) {
        return Verdict.of(List.of(results), gate);
    }

    private static final Result PASS = result(Outcome.PASS, Severity.INFO);

    @Test
    void nothingLookedAtIsNeverAPass() {
        assertEquals(3, judge(STRICT).kind().exitCode());
        assertEquals(3, judge(LENIENT).kind().exitCode());
        assertEquals(List.of("nothing was looked at"), judge(LENIENT).reasons());
        assertEquals(
                Verdict.Kind.UNDECIDED,
                judge(LENIENT, result(Outcome.NOT_APPLICABLE, Severity.HIGH)).kind());
    }

    @Test
    void passIsClear() {
        assertEquals(0, judge(STRICT, PASS).kind().exitCode());
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void onlyTheGatesSeveritiesBlock(Severity severity) {
        boolean blocks = severity == Severity.CRITICAL || severity == Severity.HIGH;
        assertEquals(
                blocks ? 1 : 0,
                judge(STRICT, PASS, result(Outcome.FAIL, severity)).kind().exitCode());
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"WAIVED", "BASELINED"})
    void acceptedFindingsDoNotBlock(Outcome accepted) {
        assertEquals(0, judge(STRICT, result(accepted, Severity.CRITICAL)).kind().exitCode());
    }

    @Test
    void unknownDoesWhatTheGateSays() {
        Result unknown = result(Outcome.UNKNOWN, Severity.LOW);
        assertEquals(3, judge(STRICT, PASS, unknown).kind().exitCode());
        assertEquals(0, judge(LENIENT, PASS, unknown).kind().exitCode());
    }

    @Test
    void brokenCheckIsNeverClearWhateverTheGateSays() {
        assertEquals(
                3, judge(LENIENT, PASS, result(Outcome.ERROR, Severity.LOW)).kind().exitCode());
    }

    @Test
    void findingsOutrankOpenQuestionsAndNameThem() {
        Verdict verdict =
                judge(
                        STRICT,
                        result(Outcome.FAIL, Severity.HIGH),
                        result(Outcome.ERROR, Severity.LOW),
                        result(Outcome.UNKNOWN, Severity.LOW));
        assertEquals(1, verdict.kind().exitCode());
        assertEquals(
                List.of("1 finding blocks", "1 check broke", "1 result is unknown"),
                verdict.reasons());
    }

    @Test
    void requiredCheckThatWasNotLookedAtIsUndecided() {
        GateRules requiring = gate(UnknownRule.WARN, "area.name", "area.other");
        Verdict verdict = judge(requiring, PASS);
        assertEquals(3, verdict.kind().exitCode());
        assertTrue(verdict.reasons().contains("required and not looked at to the end: area.other"));
        assertEquals(0, judge(gate(UnknownRule.WARN, "area.name"), PASS).kind().exitCode());
    }

    @Test
    void aRequiredCheckOfWhichSomethingIsOpenIsUndecidedWhateverTheGateSays() {
        GateRules requiring = gate(UnknownRule.WARN, "area.name");
        for (Outcome open : List.of(Outcome.UNKNOWN, Outcome.ERROR)) {
            Verdict verdict = judge(requiring, PASS, result(open, Severity.LOW));
            assertEquals(3, verdict.kind().exitCode(), open.word());
            assertEquals(
                    "required and not looked at to the end: area.name",
                    verdict.reasons().getLast());
        }
    }
}
