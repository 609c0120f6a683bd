package dev.holdfast.rls;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Result;
import dev.holdfast.rls.audit.AuditCheck;
import dev.holdfast.rls.audit.AuditRequest;
import dev.holdfast.rls.matrix.AccessExhibit;
import dev.holdfast.rls.proving.ProveCheck;
import dev.holdfast.rls.proving.ProveChecks;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.source.Doubts;
import dev.holdfast.rls.source.Opened;
import dev.holdfast.rls.tenancy.Tenancy;
import dev.holdfast.rls.tenancy.TenancySource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code holdfast check} says of a project's migrations: the audit, and the proof when
 * somebody says what a tenant is. Where no server can be started, that is unknown.
 */
final class ProjectCheck implements Check {
    private final CatalogSource source;
    private final AuditRequest request;
    private final Optional<TenancySource> tenancies;
    private final Solver solver;

    ProjectCheck(
            CatalogSource source,
            AuditRequest request,
            Optional<TenancySource> tenancies,
            Solver solver) {
        this.source = source;
        this.request = request;
        this.tenancies = tenancies;
        this.solver = solver;
    }

    @Override
    public String name() {
        return "rls.project";
    }

    @Override
    public List<CheckInfo> explanations() {
        return Rls.explanations();
    }

    @Override
    public Findings run(Context context) throws IOException, InterruptedException {
        context.progress().at("reading " + source.name(), 0, 0);
        try {
            return source.use(this::both);
        } catch (UserProblem noServer) {
            String hint = noServer.hint() == null ? "" : "; " + noServer.hint();
            return new Findings(
                    List.of(
                            Doubts.unknown(
                                    ProveChecks.LOOKED,
                                    source.name(),
                                    source.name()
                                            + " was not looked at: "
                                            + noServer.what()
                                            + hint)),
                    Coverage.NOTHING);
        }
    }

    private Findings both(Opened opened) throws SQLException, InterruptedException {
        List<Findings> proved = new ArrayList<>();
        Set<String> exposed =
                new LinkedHashSet<>(
                        request.schemas().isEmpty() ? opened.schemas() : request.schemas());
        if (tenancies.isPresent()) {
            ProveCheck proof = new ProveCheck(source, tenancies.get(), request.schemas(), solver);
            try {
                Tenancy tenancy = tenancies.get().read(opened.catalog(), opened.expressions());
                // What is proved is audited as well, or holes there would be nobody's.
                exposed.addAll(proof.schemas(opened, tenancy));
                proved.add(proof.of(opened, tenancy));
            } catch (UserProblem wrongSpec) {
                proved.add(notProved(wrongSpec));
            }
        }
        List<String> schemas = List.copyOf(exposed);
        Findings audited = new AuditCheck(source, request.in(schemas)).of(opened);
        return AccessExhibit.beside(
                together(audited, proved), opened.catalog(), schemas, request.roles());
    }

    /** A spec that cannot be read keeps nobody from the audit. */
    private static Findings notProved(UserProblem wrongSpec) {
        String hint = wrongSpec.hint() == null ? "" : "; " + wrongSpec.hint();
        return new Findings(
                List.of(
                        Doubts.unknown(
                                ProveChecks.LOOKED,
                                "rls.tenancy",
                                "nothing was proved: " + wrongSpec.what() + hint)),
                Coverage.NOTHING);
    }

    /** What both say of the migrations is said once. */
    private static Findings together(Findings audited, List<Findings> proved) {
        Set<Result> results = new LinkedHashSet<>(audited.results());
        List<Coverage> coverage = new ArrayList<>(audited.coverage());
        for (Findings each : proved) {
            results.addAll(each.results());
            coverage.addAll(each.coverage());
        }
        return new Findings(List.copyOf(results), coverage);
    }
}
