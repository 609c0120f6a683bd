package dev.holdfast.rls.difference;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.source.Doubts;
import dev.holdfast.rls.source.MigrationCoverage;
import dev.holdfast.rls.source.Opened;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what two sources open, one after the other. */
public final class DifferenceCheck implements Check {
    private final CatalogSource old;
    private final CatalogSource now;
    private final List<String> schemas;
    private final List<String> roles;
    private final Solver solver;

    /**
     * A comparison.
     *
     * @param schemas that are exposed; empty to go by the platforms
     * @param roles that an attacker may have; empty for the usual ones of both
     */
    public DifferenceCheck(
            CatalogSource old,
            CatalogSource now,
            List<String> schemas,
            List<String> roles,
            Solver solver) {
        this.old = old;
        this.now = now;
        this.schemas = List.copyOf(schemas);
        this.roles = List.copyOf(roles);
        this.solver = solver;
    }

    private static final String BEFORE = MigrationCoverage.SUBJECT + " before";
    private static final String AFTER = MigrationCoverage.SUBJECT + " after";

    /** What is kept of a source when it is closed. */
    private record Seen(
            Catalog catalog,
            Map<Long, String> bodies,
            List<String> schemas,
            List<String> notes,
            List<Result> doubts) {
        Seen {
            bodies = Map.copyOf(bodies);
        }

        static Seen of(Opened opened, String which) {
            List<Result> doubts = new ArrayList<>(MigrationCoverage.of(opened, which));
            doubts.addAll(Doubts.of(opened, DifferenceChecks.LOOKED));
            return new Seen(
                    opened.catalog(), opened.bodies(), opened.schemas(), opened.notes(), doubts);
        }
    }

    @Override
    public String name() {
        return DifferenceChecks.LOOKED.id().value();
    }

    @Override
    public List<CheckInfo> explanations() {
        return DifferenceChecks.all();
    }

    @Override
    public Findings run(Context context) throws IOException, InterruptedException {
        context.progress().at("reading " + old.name(), 0, 0);
        Seen before = old.use(opened -> Seen.of(opened, BEFORE));
        context.progress().at("reading " + now.name(), 0, 0);
        return of(before, now.use(opened -> Seen.of(opened, AFTER)));
    }

    private Findings of(Seen was, Seen is) throws InterruptedException {
        Set<String> exposed = new TreeSet<>(schemas);
        if (schemas.isEmpty()) {
            exposed.addAll(was.schemas());
            exposed.addAll(is.schemas());
        }
        Version.Both both =
                Version.Both.of(
                        new Version.Parts(was.catalog(), was.bodies()),
                        new Version.Parts(is.catalog(), is.bodies()));
        Version before = both.before();
        Version after = both.after();
        Set<String> asked = new TreeSet<>(roles);
        if (roles.isEmpty()) {
            asked.addAll(before.usualRoles(exposed));
            asked.addAll(after.usualRoles(exposed));
        }
        Differences differences = new Differences(before, after, List.copyOf(exposed), solver);
        List<Result> results = new ArrayList<>();
        differences.of(asked).stream().map(DifferenceResults::of).distinct().forEach(results::add);
        results.add(looked(differences.relations().size(), exposed, asked, was, is));
        for (String role : asked) {
            if (before.role(role).isEmpty() && after.role(role).isEmpty()) {
                results.add(
                        DifferenceResults.looked(
                                Outcome.UNKNOWN, "neither database has a role " + role));
            }
        }
        Settings.changed(was.catalog().server(), is.catalog().server())
                .map(each -> DifferenceResults.looked(Outcome.UNKNOWN, each))
                .ifPresent(results::add);
        results.addAll(was.doubts());
        results.addAll(is.doubts());
        return new Findings(results, coverage(results));
    }

    private static Result looked(
            int relations, Set<String> schemas, Set<String> roles, Seen was, Seen is) {
        String what =
                "%d relations in the schemas %s were compared for the roles %s; before: %s; after: %s"
                        .formatted(
                                relations,
                                String.join(", ", schemas),
                                String.join(", ", roles),
                                String.join("; ", was.notes()),
                                String.join("; ", is.notes()));
        return DifferenceResults.looked(
                relations == 0 || roles.isEmpty() ? Outcome.UNKNOWN : Outcome.PASS, what);
    }

    private static Coverage coverage(List<Result> results) {
        boolean whole =
                results.stream()
                        .noneMatch(each ->
                                each.outcome() == Outcome.UNKNOWN
                                        && each.check().equals(DifferenceChecks.LOOKED.id()));
        return new Coverage(
                DifferenceChecks.all().stream()
                        .map(each -> each.id().value())
                        .collect(Collectors.toUnmodifiableSet()),
                whole ? Set.of("") : Set.of(),
                Set.of(),
                0,
                0);
    }
}
