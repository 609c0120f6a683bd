package dev.holdfast.rls.proving;

import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.prove.Proof;
import dev.holdfast.rls.prove.Prover;
import dev.holdfast.rls.prove.Witness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Proofs as results: one for each table and property. */
final class ProofResults {
    private static final String SUBJECT = "tenancy";

    private ProofResults() {}

    static Result of(Proof proof, List<String> assumptions) {
        String table = proof.relation().fullName();
        Outcome outcome = outcome(proof.verdict());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("property", proof.property().word());
        facts.put("role", proof.role().name());
        facts.put("verdict", proof.verdict().name());
        facts.put("assumptions", assumptions);
        facts.put("witness", proof.witness().map(ProofResults::witness).orElse(Map.of()));
        facts.put("notLookedInto", proof.open());
        proof.witness()
                .ifPresent(seen -> {
                    facts.put("witnessSession", String.join("; ", seen.session()));
                    row(seen, table).ifPresent(row -> facts.put("witnessRow", row));
                    facts.put("witnessStatement", seen.statement());
                });
        return new Result(
                ProveChecks.PROOF.id(),
                outcome,
                outcome == Outcome.FAIL ? ProveChecks.PROOF.severity() : severity(outcome),
                Evidence.MEASURED,
                List.of(),
                table,
                proof.property().word()
                        + " "
                        + proof.verdict().name()
                        + " for "
                        + proof.role().name()
                        + ": "
                        + proof.reason(),
                outcome == Outcome.PASS ? "" : next(proof),
                Identity.ofPlace(ProveChecks.PROOF.id(), table + " " + proof.property().word()),
                null,
                facts);
    }

    private static String next(Proof proof) {
        if (proof.verdict() == Proof.Verdict.CANDIDATE) {
            return "Where the database was only read, give --migrations or --throwaway, so that the"
                    + " example can be executed. Else look at the policies that it goes through: one"
                    + " that asks a table whose policies ask tables is often decided when it asks a"
                    + " SECURITY DEFINER helper instead (docs/rls.md).";
        }
        return proof.reason().equals(Prover.NOBODYS)
                ? "name its column under owner.columns, owner.tables, tenant.columns or"
                        + " tenant.tables of the spec, the foreign key that says it under"
                        + " tenant.parents, or the table under shared, with why it is the same for"
                        + " everybody (docs/rls.md, The tenancy spec)"
                : proof.verdict() == Proof.Verdict.REFUTED
                        ? ProveChecks.PROOF.fix()
                        : "The reason says what could not be decided; policies that ask less deep"
                                + " are decided sooner (docs/rls.md).";
    }

    /** The row of the table that was there before, for people. */
    private static Optional<String> row(Witness witness, String table) {
        return witness.rows().stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .map(each ->
                        each.columns().entrySet().stream()
                                .map(column -> column.getKey() + "=" + column.getValue())
                                .collect(Collectors.joining(" ", table + " ", "")));
    }

    private static Map<String, Object> witness(Witness witness) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("session", witness.session());
        facts.put(
                "rows",
                witness.rows().stream()
                        .map(each -> Map.of("table", each.table(), "columns", each.columns()))
                        .toList());
        facts.put("statement", witness.statement());
        facts.put("observed", witness.observed());
        facts.put("triggersOff", witness.triggersOff());
        return facts;
    }

    private static Severity severity(Outcome outcome) {
        return outcome == Outcome.UNKNOWN ? Severity.HIGH : Severity.INFO;
    }

    private static Outcome outcome(Proof.Verdict verdict) {
        return switch (verdict) {
            case PROVED -> Outcome.PASS;
            case REFUTED -> Outcome.FAIL;
            case CANDIDATE, UNKNOWN -> Outcome.UNKNOWN;
        };
    }

    /** Something about the run as a whole, or about a table that nothing was proved of. */
    static Result said(Outcome outcome, String subject, String message, String next) {
        return new Result(
                ProveChecks.LOOKED.id(),
                outcome,
                outcome == Outcome.UNKNOWN ? Severity.MEDIUM : Severity.INFO,
                Evidence.MEASURED,
                List.of(),
                subject.isEmpty() ? SUBJECT : subject,
                message,
                next,
                Identity.ofPlace(ProveChecks.LOOKED.id(), subject.isEmpty() ? SUBJECT : subject),
                null,
                Map.of());
    }
}
