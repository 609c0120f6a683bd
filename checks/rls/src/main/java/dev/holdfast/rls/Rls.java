package dev.holdfast.rls;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Result;
import dev.holdfast.rls.audit.AuditCheck;
import dev.holdfast.rls.audit.AuditRequest;
import dev.holdfast.rls.audit.Rules;
import dev.holdfast.rls.difference.DifferenceCheck;
import dev.holdfast.rls.difference.DifferenceChecks;
import dev.holdfast.rls.generate.Generator;
import dev.holdfast.rls.matrix.CatalogMatrix;
import dev.holdfast.rls.matrix.Shown;
import dev.holdfast.rls.propose.Proposal;
import dev.holdfast.rls.propose.Proposer;
import dev.holdfast.rls.proving.ProveCheck;
import dev.holdfast.rls.proving.ProveChecks;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.source.Doubts;
import dev.holdfast.rls.tenancy.TenancySource;
import dev.holdfast.rls.trial.TrialCheck;
import dev.holdfast.rls.trial.TrialChecks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The front door of row level security. */
public final class Rls {

    private Rls() {}

    /** What every id that this capability reports means. */
    public static List<CheckInfo> explanations() {
        List<CheckInfo> all = new ArrayList<>(explanationsOfAudits());
        all.addAll(explanationsOfProofs());
        all.addAll(explanationsOfTrials());
        all.addAll(explanationsOfDifferences());
        // The migrations' coverage is of all of them.
        return all.stream().distinct().toList();
    }

    /** The same of what the trial reports. */
    public static List<CheckInfo> explanationsOfTrials() {
        return TrialChecks.all();
    }

    /**
     * Two tenants who try everything.
     *
     * @param tenancy reads the spec, when there is one
     */
    public static Check trial(
            CatalogSource source, Optional<TenancySource> tenancy, List<String> schemas) {
        return new TrialCheck(source, tenancy, schemas);
    }

    /** The same of what the audit reports. */
    public static List<CheckInfo> explanationsOfAudits() {
        return Rules.explanations();
    }

    /** The same of what the prover reports. */
    public static List<CheckInfo> explanationsOfProofs() {
        return ProveChecks.all();
    }

    /**
     * Who reaches which rows.
     *
     * @param schemas that are exposed; empty to go by the platform
     * @param roles that an attacker may have; empty for the usual ones
     * @throws IOException when the source cannot be opened
     * @throws InterruptedException when the run is stopped
     */
    public static Shown matrix(CatalogSource source, List<String> schemas, List<String> roles)
            throws IOException, InterruptedException {
        return source.use(opened ->
                new Shown(
                        CatalogMatrix.of(
                                opened.catalog(),
                                schemas.isEmpty() ? opened.schemas() : schemas,
                                roles),
                        Doubts.of(opened, ProveChecks.LOOKED).stream()
                                .map(Result::message)
                                .toList()));
    }

    /**
     * A tenancy spec for somebody to confirm.
     *
     * @throws IOException when the source cannot be opened
     * @throws InterruptedException when the run is stopped
     */
    public static Proposal proposal(CatalogSource source, List<String> schemas)
            throws IOException, InterruptedException {
        return source.use(opened ->
                Proposer.of(
                        opened.catalog(),
                        opened.bodies(),
                        schemas.isEmpty() ? opened.schemas() : schemas,
                        opened.notes(),
                        Doubts.of(opened, ProveChecks.LOOKED).stream()
                                .map(Result::message)
                                .toList()));
    }

    /** An audit; without schemas in the request those of the platform are audited. */
    public static Check audit(CatalogSource source, AuditRequest request) {
        return new AuditCheck(source, request);
    }

    /**
     * Audit and proof of a project, on one server.
     *
     * @param request what is audited; its schemas are those of the proof, too
     * @param tenancy reads the spec, when there is one
     */
    public static Check project(
            CatalogSource source,
            AuditRequest request,
            Optional<TenancySource> tenancy,
            Solver solver) {
        return new ProjectCheck(source, request, tenancy, solver);
    }

    /** For a project with several folders of migrations, none of which is looked at. */
    public static Check severalProjects(List<String> folders) {
        return new NotChosen(folders);
    }

    /**
     * Writes a migration that denies by default, and tries it.
     *
     * @param schemas that are exposed; empty to go by the spec, else by the platform
     * @param auditLog whether changes are to be logged
     */
    public static Generator generator(
            CatalogSource source,
            TenancySource tenancy,
            List<String> schemas,
            boolean auditLog,
            Solver solver) {
        return new Generator(source, tenancy, schemas, auditLog, solver);
    }

    /** The same of what a comparison reports. */
    public static List<CheckInfo> explanationsOfDifferences() {
        return DifferenceChecks.all();
    }

    /**
     * What a change opens and closes.
     *
     * @param schemas that are exposed; empty to go by the platforms
     * @param roles that an attacker may have; empty for the usual ones
     */
    public static Check difference(
            CatalogSource old,
            CatalogSource now,
            List<String> schemas,
            List<String> roles,
            Solver solver) {
        return new DifferenceCheck(old, now, schemas, roles, solver);
    }

    /** A proof of a tenancy spec. */
    public static Check proof(
            CatalogSource source, TenancySource tenancy, List<String> schemas, Solver solver) {
        return new ProveCheck(source, tenancy, schemas, solver);
    }
}
