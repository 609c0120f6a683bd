package dev.holdfast.rls.audit;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.rls.matrix.AccessExhibit;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.source.Doubts;
import dev.holdfast.rls.source.MigrationCoverage;
import dev.holdfast.rls.source.Opened;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The audit of what a source opens; a statement that was not applied is unknown. */
public final class AuditCheck implements Check {
    private final CatalogSource source;
    private final AuditRequest request;

    /** An audit; without schemas in the request those of the platform are audited. */
    public AuditCheck(CatalogSource source, AuditRequest request) {
        this.source = source;
        this.request = request;
    }

    @Override
    public String name() {
        return "rls.audit";
    }

    @Override
    public List<CheckInfo> explanations() {
        return Rules.explanations();
    }

    @Override
    public Findings run(Context context) throws IOException, InterruptedException {
        context.progress().at("reading " + source.name(), 0, 0);
        return source.use(opened ->
                AccessExhibit.beside(
                        of(opened), opened.catalog(), exposed(opened), request.roles()));
    }

    private List<String> exposed(Opened opened) {
        return request.schemas().isEmpty() ? opened.schemas() : request.schemas();
    }

    /** The same of what is open already. */
    public Findings of(Opened opened) {
        List<Result> results =
                new ArrayList<>(Audit.of(opened.catalog(), request.in(exposed(opened))));
        results.addAll(MigrationCoverage.of(opened));
        results.addAll(Doubts.of(opened, Looked.NOT_READ));
        return new Findings(results, coverage(results));
    }

    /** A finding that is gone is known to be gone only where all was looked at. */
    private static Coverage coverage(List<Result> results) {
        Set<String> unknown =
                results.stream()
                        .filter(each -> each.outcome() == Outcome.UNKNOWN)
                        .map(Result::subject)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet());
        Set<String> ids =
                Rules.explanations().stream()
                        .map(each -> each.id().value())
                        .collect(Collectors.toUnmodifiableSet());
        return new Coverage(ids, unknown.isEmpty() ? Set.of("") : Set.of(), unknown, 0, 0);
    }
}
