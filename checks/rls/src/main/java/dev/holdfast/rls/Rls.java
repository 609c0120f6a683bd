package dev.holdfast.rls;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Result;
import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.ExposedRoles;
import dev.holdfast.rls.access.WaysAround;
import dev.holdfast.rls.audit.AuditCheck;
import dev.holdfast.rls.audit.Rules;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.difference.DifferenceCheck;
import dev.holdfast.rls.difference.DifferenceChecks;
import dev.holdfast.rls.matrix.AccessMatrix;
import dev.holdfast.rls.propose.Proposal;
import dev.holdfast.rls.propose.Proposer;
import dev.holdfast.rls.proving.ProveCheck;
import dev.holdfast.rls.proving.ProveChecks;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.source.Doubts;
import dev.holdfast.rls.source.Opened;
import dev.holdfast.rls.tenancy.Tenancy;
import dev.holdfast.rls.trial.TrialCheck;
import dev.holdfast.rls.trial.TrialChecks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The front door of row level security. */
public final class Rls {

    private Rls() {}

    /** What every id that this capability reports means. */
    public static List<CheckInfo> explanations() {
        List<CheckInfo> all = new ArrayList<>(explanationsOfAudits());
        all.addAll(explanationsOfProofs());
        all.addAll(explanationsOfTrials());
        all.addAll(explanationsOfDifferences());
        return all;
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
            CatalogSource source,
            Optional<Function<Catalog, Tenancy>> tenancy,
            List<String> schemas) {
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
     * @throws IOException when the source cannot be opened
     * @throws InterruptedException when the run is stopped
     */
    public static AccessMatrix matrix(CatalogSource source, List<String> schemas)
            throws IOException, InterruptedException {
        return source.use(opened -> matrix(opened, schemas));
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

    private static AccessMatrix matrix(Opened opened, List<String> schemas) {
        Catalog catalog = opened.catalog();
        List<String> exposed = schemas.isEmpty() ? opened.schemas() : schemas;
        EffectiveAccess access = new EffectiveAccess(catalog);
        return AccessMatrix.of(
                access,
                new WaysAround(access),
                ExposedRoles.usual(catalog).roles(),
                catalog.allRelations().stream()
                        .filter(each -> exposed.contains(each.schema()))
                        .toList());
    }

    /**
     * An audit.
     *
     * @param schemas that are exposed; empty to go by the platform
     * @param roles that an attacker may have; empty for the usual ones
     */
    public static Check audit(CatalogSource source, List<String> schemas, List<String> roles) {
        return new AuditCheck(source, schemas, roles);
    }

    /**
     * Audit and proof of a project, on one server.
     *
     * @param tenancy reads the spec, when there is one
     */
    public static Check project(
            CatalogSource source,
            Optional<Function<Catalog, Tenancy>> tenancy,
            List<String> schemas,
            Solver solver) {
        return new ProjectCheck(source, tenancy, schemas, solver);
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
            CatalogSource source,
            Function<Catalog, Tenancy> tenancy,
            List<String> schemas,
            Solver solver) {
        return new ProveCheck(source, tenancy, schemas, solver);
    }
}
