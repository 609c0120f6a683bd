package dev.holdfast.rls.audit;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.rls.catalog.Catalog;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The audit as a check. Where the catalogue comes from is its caller's business. */
public final class AuditCheck implements Check {
    private final Source source;
    private final AuditRequest request;

    /** An audit of the catalogue that a source gives. */
    public AuditCheck(Source source, AuditRequest request) {
        this.source = source;
        this.request = request;
    }

    /** Where the catalogue comes from. */
    @FunctionalInterface
    public interface Source {
        /**
         * The catalogue.
         *
         * @throws IOException when it cannot be read; its message must not hold a password
         * @throws InterruptedException when the run is stopped
         */
        Catalog catalog() throws IOException, InterruptedException;
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
        context.progress().at("reading the catalogue", 0, 0);
        List<Result> results = Audit.of(source.catalog(), request);
        return new Findings(results, coverage(results));
    }

    /** A finding that is gone is known to be gone only where all was looked at. */
    static Coverage coverage(List<Result> results) {
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
