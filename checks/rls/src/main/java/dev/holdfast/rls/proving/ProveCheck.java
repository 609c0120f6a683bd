package dev.holdfast.rls.proving;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.matrix.AccessExhibit;
import dev.holdfast.rls.prove.Proof;
import dev.holdfast.rls.prove.Property;
import dev.holdfast.rls.prove.Prover;
import dev.holdfast.rls.prove.SpecTrees;
import dev.holdfast.rls.prove.WaysIn;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.source.Doubts;
import dev.holdfast.rls.source.MigrationCoverage;
import dev.holdfast.rls.source.Opened;
import dev.holdfast.rls.tenancy.SelfChosen;
import dev.holdfast.rls.tenancy.Tenancy;
import dev.holdfast.rls.tenancy.TenancySource;
import dev.holdfast.rls.witness.Witnesses;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Proves a tenancy spec of every exposed table. */
public final class ProveCheck implements Check {
    private final CatalogSource source;
    private final TenancySource tenancies;
    private final List<String> schemas;
    private final Solver solver;

    /**
     * A check.
     *
     * @param tenancies reads the spec and holds it against the catalogue
     * @param schemas that are exposed; empty to go by the spec, else by the platform
     */
    public ProveCheck(
            CatalogSource source, TenancySource tenancies, List<String> schemas, Solver solver) {
        this.source = source;
        this.tenancies = tenancies;
        this.schemas = List.copyOf(schemas);
        this.solver = solver;
    }

    @Override
    public String name() {
        return ProveChecks.LOOKED.id().value();
    }

    @Override
    public List<CheckInfo> explanations() {
        return ProveChecks.all();
    }

    @Override
    public Findings run(Context context) throws IOException, InterruptedException {
        return source.use(opened -> {
            Tenancy tenancy = tenancies.read(opened.catalog(), opened.expressions());
            return AccessExhibit.beside(
                    of(opened, tenancy), opened.catalog(), schemas(opened, tenancy), List.of());
        });
    }

    /** The schemas whose tables are proved. */
    public List<String> schemas(Opened opened, Tenancy tenancy) {
        if (!schemas.isEmpty()) {
            return schemas;
        }
        return tenancy.schemas().isEmpty() ? opened.schemas() : tenancy.schemas();
    }

    /**
     * The same of what is open already.
     *
     * @throws InterruptedException when the run is stopped
     * @throws SQLException when the server ends the connection
     */
    public Findings of(Opened opened) throws InterruptedException, SQLException {
        return of(opened, tenancies.read(opened.catalog(), opened.expressions()));
    }

    /**
     * The same of a spec that has been read.
     *
     * @throws InterruptedException when the run is stopped
     * @throws SQLException when the server ends the connection
     */
    public Findings of(Opened opened, Tenancy tenancy) throws InterruptedException, SQLException {
        return new Proving(opened, tenancy).all();
    }

    /** One run. */
    private final class Proving {
        private final Opened opened;
        private final Tenancy tenancy;
        private final EffectiveAccess access;
        private final List<Result> results = new ArrayList<>();
        private final Optional<Witnesses> witnesses;

        Proving(Opened opened, Tenancy tenancy) {
            this.opened = opened;
            this.tenancy = tenancy;
            this.access = new EffectiveAccess(opened.catalog());
            this.witnesses =
                    opened.writable()
                            .map(each -> new Witnesses(each, opened.catalog(), tenancy, solver));
        }

        Findings all() throws InterruptedException, SQLException {
            List<String> exposed = schemas(opened, tenancy);
            Prover prover =
                    new Prover(
                            opened.catalog(),
                            tenancy,
                            SpecTrees.of(tenancy, opened.expressions()),
                            opened.bodies(),
                            solver);
            Assumptions assumptions = new Assumptions(opened.catalog(), tenancy, opened.bodies());
            int tables = 0;
            for (String each : exposed) {
                if (!opened.catalog().schemas().containsKey(each)) {
                    results.add(unknown("", "the database has no schema " + each));
                }
            }
            Set<Long> ways = WaysIn.of(opened.catalog(), access, tenancy);
            for (Relation each : opened.catalog().allRelations()) {
                if (exposed.contains(each.schema()) && each.kind().isTable()) {
                    table(each, prover, assumptions);
                    tables++;
                }
                if (ways.contains(each.oid())) {
                    ask(each, Property.ESCALATION, prover, assumptions);
                }
            }
            SelfChosen.of(tenancy)
                    .ifPresent(each ->
                            results.add(
                                    ProofResults.said(
                                            Outcome.UNKNOWN,
                                            "",
                                            each,
                                            "take app_metadata, which only the server writes, and"
                                                    + " prove again")));
            results.addAll(Assumed.results(results, tenancy));
            results.add(looked(tables, exposed));
            results.addAll(MigrationCoverage.of(opened));
            results.addAll(Doubts.of(opened, ProveChecks.LOOKED));
            return new Findings(
                    results,
                    new Coverage(
                            ProveChecks.all().stream()
                                    .map(each -> each.id().value())
                                    .collect(Collectors.toUnmodifiableSet()),
                            Set.of(""),
                            Set.of(),
                            0,
                            0));
        }

        private Result looked(int tables, List<String> exposed) {
            String notes = String.join("; ", opened.notes());
            String where = " in the schemas " + String.join(", ", exposed);
            return tables == 0
                    ? unknown("", "there is no table" + where + "; " + notes)
                    : ProofResults.said(
                            Outcome.PASS,
                            "",
                            tables
                                    + " tables"
                                    + where
                                    + " were asked about; "
                                    + notes
                                    + "; taken for granted: "
                                    + String.join("; ", SpecAssumptions.of(tenancy)),
                            "");
        }

        private Result unknown(String subject, String message) {
            return ProofResults.said(Outcome.UNKNOWN, subject, message, "mend it and prove again");
        }

        private void table(Relation relation, Prover prover, Assumptions assumptions)
                throws InterruptedException, SQLException {
            String shared = tenancy.shared().get(relation.fullName());
            if (shared != null) {
                results.add(
                        ProofResults.said(
                                Outcome.NOT_APPLICABLE,
                                relation.fullName(),
                                relation.fullName()
                                        + " is shared by all tenants: "
                                        + shared
                                        + writes(relation),
                                ""));
                return;
            }
            for (Property each : Property.values()) {
                if (isAsked(each)) {
                    ask(relation, each, prover, assumptions);
                }
            }
        }

        private void ask(
                Relation relation, Property property, Prover prover, Assumptions assumptions)
                throws InterruptedException, SQLException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Proof proof = prover.prove(relation, property);
            results.add(
                    ProofResults.of(
                            witnesses.isPresent() ? witnesses.get().refute(proof) : proof,
                            assumptions.of(relation, property)));
        }

        /** What nobody asked about a shared table is at least said. */
        private String writes(Relation relation) {
            List<String> writes = SharedWrites.of(relation, access, tenancy);
            return writes.isEmpty()
                    ? ""
                    : "; not proved, as shared tables are left out: " + String.join(", ", writes);
        }

        /** Of every exposed table; escalation is asked of the ways into the members' table. */
        private boolean isAsked(Property property) {
            return switch (property) {
                case ANONYMOUS_READ -> tenancy.anonymous().isPresent();
                case ESCALATION -> false;
                case CROSS_READ, CROSS_INSERT, CROSS_UPDATE, CROSS_DELETE ->
                        tenancy.member().isPresent();
            };
        }
    }
}
