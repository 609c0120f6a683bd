package dev.holdfast.rls.generate;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.audit.AuditCheck;
import dev.holdfast.rls.audit.AuditRequest;
import dev.holdfast.rls.proving.ProveCheck;
import dev.holdfast.rls.proving.ProveChecks;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.source.Opened;
import dev.holdfast.rls.tenancy.Tenancy;
import dev.holdfast.rls.tenancy.TenancySource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Audits and proves what a migration made; nothing is sound that is not proved. */
final class Judgement {
    // What they find is in the data model: no policy, grant or key of ours can mend it.
    private static final Set<String> OF_THE_MODEL =
            Set.of(
                    "rls.unique-oracle",
                    "rls.reference-oracle",
                    "rls.cascade-crosses",
                    "rls.auth-reference");

    private final AuditCheck audit;
    private final ProveCheck proof;
    private final TenancySource tenancies;

    Judgement(CatalogSource source, TenancySource tenancies, List<String> schemas, Solver solver) {
        this.audit = new AuditCheck(source, AuditRequest.of(schemas));
        this.tenancies = tenancies;
        this.proof = new ProveCheck(source, tenancies, schemas, solver);
    }

    /** It could not be applied. */
    Generated notApplied(Migration migration, String why) {
        return new Generated(
                migration.sql(),
                migration.tables().size(),
                migration.policies(),
                0,
                0,
                List.of(),
                List.of(),
                List.of("it could not be applied: " + why),
                Generated.Verdict.UNDECIDED);
    }

    Generated of(Migration migration, Opened before, Opened after)
            throws SQLException, InterruptedException {
        Set<String> left = new LinkedHashSet<>();
        Set<String> refuted = new LinkedHashSet<>();
        Set<String> open = new LinkedHashSet<>();
        int asked = 0;
        int proved = 0;
        List<Result> proofs = proof.of(after).results();
        Tenancy tenancy = tenancies.read(before.catalog(), before.expressions());
        for (Result each : proofs) {
            boolean isProof = each.check().equals(ProveChecks.PROOF.id());
            asked += isProof ? 1 : 0;
            proved += isProof && each.outcome() == Outcome.PASS ? 1 : 0;
            if (each.outcome() == Outcome.FAIL && each.severity() != Severity.INFO) {
                refuted.add(text(each));
            } else if (isOpen(each)) {
                open.add(text(each));
            }
        }
        for (Result each : audit.of(after).results()) {
            if (each.outcome() == Outcome.FAIL && each.severity() != Severity.INFO) {
                (speaksAgainst(each, migration) ? refuted : left).add(text(each));
            } else if (isOpen(each)) {
                open.add(text(each));
            }
        }
        left.addAll(Remaining.of(proofs, tenancy, migration.tables()));
        if (asked == 0) {
            open.add("nothing was asked: no table is left to prove");
        }
        List<String> problems = new ArrayList<>(refuted);
        problems.addAll(open);
        return new Generated(
                migration.sql(),
                migration.tables().size(),
                migration.policies(),
                proved,
                asked,
                Consequences.of(migration, before.catalog(), after.catalog(), tenancy),
                List.copyOf(left),
                problems,
                !refuted.isEmpty()
                        ? Generated.Verdict.REFUTED
                        : open.isEmpty() ? Generated.Verdict.SOUND : Generated.Verdict.UNDECIDED);
    }

    private static boolean isOpen(Result result) {
        return result.outcome() == Outcome.UNKNOWN || result.outcome() == Outcome.ERROR;
    }

    private static boolean speaksAgainst(Result result, Migration migration) {
        String subject = String.valueOf(result.subject());
        String table = subject.replaceFirst("[:(].*", "");
        boolean isCall = subject.endsWith(")") && !migration.tables().contains(table);
        boolean isOfModel =
                result.severity() == Severity.LOW && OF_THE_MODEL.contains(result.check().value());
        return !isCall && migration.tables().contains(table) && !isOfModel;
    }

    private static String text(Result result) {
        String subject = String.valueOf(result.subject());
        String message = result.message();
        return result.check().value()
                + " "
                + (message.contains(subject) ? message : subject + ": " + message);
    }
}
