package dev.holdfast.rls.trial;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.matrix.AccessExhibit;
import dev.holdfast.rls.propose.Proposer;
import dev.holdfast.rls.prove.OwnRows;
import dev.holdfast.rls.prove.SpecTrees;
import dev.holdfast.rls.seed.Failure;
import dev.holdfast.rls.solve.InterpolSolver;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.source.Doubts;
import dev.holdfast.rls.source.MigrationCoverage;
import dev.holdfast.rls.source.Opened;
import dev.holdfast.rls.tenancy.Tenancy;
import dev.holdfast.rls.tenancy.TenancySource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Has two tenants try everything at each other's rows, and says what they reached. */
public final class TrialCheck implements Check {
    private final CatalogSource source;
    private final Optional<TenancySource> tenancy;
    private final List<String> schemas;

    /**
     * A trial.
     *
     * @param tenancy reads the spec, when there is one
     * @param schemas that are exposed; empty to go by the spec, else by the platform
     */
    public TrialCheck(CatalogSource source, Optional<TenancySource> tenancy, List<String> schemas) {
        this.source = source;
        this.tenancy = tenancy;
        this.schemas = List.copyOf(schemas);
    }

    @Override
    public String name() {
        return TrialChecks.TRIED.id().value();
    }

    @Override
    public List<CheckInfo> explanations() {
        return TrialChecks.all();
    }

    @Override
    public Findings run(Context context) throws IOException, InterruptedException {
        context.progress().at("trying " + source.name(), 0, 0);
        return source.use(this::tried);
    }

    private Findings tried(Opened opened) throws SQLException {
        Opened.Connecting writable =
                opened.writable()
                        .orElseThrow(() ->
                                new UserProblem(
                                        "the database may not be written, so nothing can be"
                                                + " tried in it",
                                        "give --throwaway if it may, in transactions that are"
                                                + " rolled back, or --migrations"));
        Optional<Tenancy> spec =
                tenancy.isEmpty()
                        ? Optional.empty()
                        : Optional.of(tenancy.get().read(opened.catalog(), opened.expressions()));
        List<String> exposed =
                !schemas.isEmpty()
                        ? schemas
                        : spec.map(Tenancy::schemas)
                                .filter(each -> !each.isEmpty())
                                .orElse(opened.schemas());
        try (Connection connection = connected(writable)) {
            Report report =
                    Trial.run(
                            connection,
                            true,
                            spec,
                            rows(opened, spec, exposed),
                            exposed,
                            Trial.usual());
            List<Result> results = new ArrayList<>(of(report, opened));
            results.addAll(MigrationCoverage.of(opened));
            results.addAll(Doubts.of(opened, TrialChecks.TRIED));
            return AccessExhibit.beside(
                    new Findings(results, new Coverage(ids(), Set.of(""), Set.of(), 0, 0)),
                    opened.catalog(),
                    exposed,
                    List.of());
        }
    }

    private static Connection connected(Opened.Connecting writable) throws SQLException {
        try {
            return writable.connect();
        } catch (SQLException refused) {
            Failure.requireAnswer(refused);
            throw new UserProblem(
                    "the database does not let anything be tried in it: "
                            + Failure.of(refused).sentence(),
                    "see that nobody else holds locks there, or give --migrations");
        }
    }

    /** By the spec, else by what the schema itself says. */
    private static Optional<OwnRows> rows(
            Opened opened, Optional<Tenancy> spec, List<String> exposed) throws SQLException {
        Optional<Tenancy> known =
                spec.isPresent()
                        ? spec
                        : Proposer.of(
                                        opened.catalog(),
                                        opened.bodies(),
                                        exposed,
                                        List.of(),
                                        List.of())
                                .tenancy();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new OwnRows(
                                opened.catalog(),
                                known.get(),
                                SpecTrees.of(known.get(), opened.expressions()),
                                opened.bodies(),
                                new InterpolSolver()));
    }

    private static List<Result> of(Report report, Opened opened) {
        List<Result> results = new ArrayList<>();
        grouped(
                        report.with(Cell.Outcome.FAIL),
                        each ->
                                List.of(
                                        each.role(),
                                        each.object(),
                                        each.command(),
                                        each.evidence()))
                .forEach(each -> results.add(reached(each)));
        // One cause is one result, however many commands it stopped.
        grouped(
                        report.with(Cell.Outcome.INCONCLUSIVE),
                        each -> List.of(each.object(), each.evidence()))
                .forEach(each -> results.add(notKnown(each)));
        new TreeMap<>(report.notSeeded())
                .forEach((table, why) ->
                        results.add(
                                Doubts.unknown(
                                        TrialChecks.TRIED,
                                        table,
                                        "no row of each tenant could be made: " + why)));
        report.nobodys()
                .forEach(each ->
                        results.add(
                                Doubts.unknown(
                                        TrialChecks.TRIED,
                                        each,
                                        "nobody says whose its rows are; name a column or a reason"
                                                + " in rls.tenancy")));
        if (!report.controlled()) {
            results.add(
                    Doubts.unknown(
                            TrialChecks.TRIED,
                            "the schema that is broken on purpose",
                            "the trial did not report what is open in it, or reported what is"
                                    + " closed, so that nothing of the rest counts"));
        }
        results.add(tried(report, opened));
        return results;
    }

    private static Result tried(Report report, Opened opened) {
        boolean decided = !report.cells().isEmpty() && !report.seeded().isEmpty();
        return result(
                decided && report.controlled() ? Outcome.PASS : Outcome.UNKNOWN,
                "trial",
                report.cells().size()
                        + " commands were tried at rows of two tenants in "
                        + report.seeded().size()
                        + " tables, "
                        + report.with(Cell.Outcome.PASS).size()
                        + " with nothing reached; "
                        + String.join("; ", opened.notes()),
                Map.of());
    }

    private static Collection<List<Cell>> grouped(
            List<Cell> cells, Function<Cell, List<String>> by) {
        Map<List<String>, List<Cell>> groups = new LinkedHashMap<>();
        for (Cell each : cells) {
            groups.computeIfAbsent(by.apply(each), _ -> new ArrayList<>()).add(each);
        }
        return groups.values();
    }

    /** Sessions that differ in nothing that was seen are one result. */
    private static Result reached(List<Cell> group) {
        Cell cell = group.getFirst();
        Map<String, Object> facts = new TreeMap<>();
        facts.put("command", cell.command());
        facts.put("role", cell.role());
        return cells(group, Outcome.FAIL, severity(cell), cell.command(), facts);
    }

    private static Result notKnown(List<Cell> group) {
        List<String> commands = all(group, Cell::command);
        Map<String, Object> facts = new TreeMap<>();
        facts.put("commands", commands);
        facts.put("roles", all(group, Cell::role));
        return cells(group, Outcome.UNKNOWN, Severity.LOW, String.join(", ", commands), facts);
    }

    private static Result cells(
            List<Cell> group,
            Outcome outcome,
            Severity severity,
            String commands,
            Map<String, Object> facts) {
        Cell cell = group.getFirst();
        List<String> sessions = all(group, Cell::session);
        facts.put("sessions", sessions);
        facts.put("evidence", cell.evidence());
        String what =
                commands
                        + " as "
                        + String.join(", ", all(group, Cell::role))
                        + (sessions.size() == 1 ? ", session " : ", sessions ")
                        + String.join(", ", sessions);
        return new Result(
                TrialChecks.REACHED.id(),
                outcome,
                severity,
                Evidence.MEASURED,
                List.of(),
                cell.object(),
                what + ": " + cell.evidence(),
                TrialChecks.REACHED.fix(),
                Identity.ofPlace(TrialChecks.REACHED.id(), cell.object() + " " + what),
                null,
                facts);
    }

    private static List<String> all(List<Cell> group, Function<Cell, String> part) {
        return group.stream().map(part).distinct().toList();
    }

    /** Clients of an interface such as PostgREST have no way to say TRUNCATE. */
    private static Severity severity(Cell cell) {
        return cell.command().equals("TRUNCATE") ? Severity.LOW : TrialChecks.REACHED.severity();
    }

    private static Result result(
            Outcome outcome, String subject, String message, Map<String, Object> facts) {
        return new Result(
                TrialChecks.TRIED.id(),
                outcome,
                Severity.INFO,
                Evidence.MEASURED,
                List.of(),
                subject,
                message,
                "",
                Identity.ofPlace(TrialChecks.TRIED.id(), subject),
                null,
                facts);
    }

    /** The areas of ids that it reports. */
    static Set<String> ids() {
        return Set.of(TrialChecks.REACHED.id().value(), TrialChecks.TRIED.id().value());
    }
}
