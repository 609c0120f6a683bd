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
    private final Optional<ProveCheck> proof;

    ProjectCheck(
            CatalogSource source,
            AuditRequest request,
            Optional<TenancySource> tenancy,
            Solver solver) {
        this.source = source;
        this.request = request;
        this.proof = tenancy.map(each -> new ProveCheck(source, each, request.schemas(), solver));
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
        List<String> exposed = exposed(opened);
        Findings found = new AuditCheck(source, request.in(exposed)).of(opened);
        Findings all = proof.isEmpty() ? found : both(found, proved(proof.get(), opened));
        return AccessExhibit.beside(all, opened.catalog(), exposed, request.roles());
    }

    /** What is proved is audited as well, or holes in these schemas would be nobody's. */
    private List<String> exposed(Opened opened) throws SQLException {
        Set<String> exposed =
                new LinkedHashSet<>(
                        request.schemas().isEmpty() ? opened.schemas() : request.schemas());
        if (proof.isPresent()) {
            try {
                exposed.addAll(proof.get().schemas(opened));
            } catch (UserProblem wrongSpec) {
                // It is said where the proof is.
                return List.copyOf(exposed);
            }
        }
        return List.copyOf(exposed);
    }

    /** A spec that cannot be read keeps nobody from the audit. */
    private static Findings proved(ProveCheck proof, Opened opened)
            throws SQLException, InterruptedException {
        try {
            return proof.of(opened);
        } catch (UserProblem wrongSpec) {
            String hint = wrongSpec.hint() == null ? "" : "; " + wrongSpec.hint();
            return new Findings(
                    List.of(
                            Doubts.unknown(
                                    ProveChecks.LOOKED,
                                    "rls.tenancy",
                                    "nothing was proved: " + wrongSpec.what() + hint)),
                    Coverage.NOTHING);
        }
    }

    private static Findings both(Findings one, Findings other) {
        List<Result> results = new ArrayList<>(one.results());
        // What both say of the migrations is said once.
        other.results().stream()
                .filter(each -> !one.results().contains(each))
                .forEach(results::add);
        List<Coverage> coverage = new ArrayList<>(one.coverage());
        coverage.addAll(other.coverage());
        return new Findings(results, coverage);
    }
}
