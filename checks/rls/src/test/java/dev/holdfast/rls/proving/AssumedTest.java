package dev.holdfast.rls.proving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.prove.ProofSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssumedTest {
    private static final String VIEW =
            "public.v reads it with its owner's rights and is not proved";

    private static Result proof(String table, Outcome outcome, String... assumptions) {
        return new Result(
                ProveChecks.PROOF.id(),
                outcome,
                Severity.INFO,
                Evidence.MEASURED,
                List.of(),
                table,
                "cross-read",
                "",
                Identity.ofPlace(ProveChecks.PROOF.id(), table),
                null,
                Map.of("assumptions", List.of(assumptions)));
    }

    private static List<String> said(Result... proofs) {
        return Assumed.results(List.of(proofs), ProofSchema.byOwner()).stream()
                .map(Result::message)
                .toList();
    }

    @Test
    void saysAnAssumptionOfManyTablesOnce() {
        assertEquals(
                List.of("what is proved of 4 tables assumes: " + VIEW),
                said(
                        proof("a", Outcome.PASS, VIEW),
                        proof("b", Outcome.PASS, VIEW),
                        proof("c", Outcome.PASS, VIEW),
                        proof("c", Outcome.PASS, VIEW),
                        proof("d", Outcome.PASS, VIEW)));
    }

    @Test
    void saysNothingOfTablesThatAreNotProved() {
        assertEquals(
                List.of("what is proved of a assumes: " + VIEW),
                said(proof("a", Outcome.PASS, VIEW), proof("b", Outcome.FAIL, VIEW)));
        assertEquals(List.of(), said(proof("b", Outcome.UNKNOWN, VIEW)));
    }

    @Test
    void leavesOutWhatTheSpecSaysOfEveryTable() {
        List<String> general = SpecAssumptions.of(ProofSchema.byOwner());
        assertEquals(List.of(), said(proof("a", Outcome.PASS, general.toArray(String[]::new))));
    }

    @Test
    void informsAndNeverBlocks() {
        Result said =
                Assumed.results(List.of(proof("a", Outcome.PASS, VIEW)), ProofSchema.byOwner())
                        .getFirst();
        assertEquals(Outcome.FAIL, said.outcome());
        assertEquals(Severity.INFO, said.severity());
        assertEquals(List.of("a"), said.properties().get("tables"));
    }
}
