package dev.holdfast.rls.trial;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Type;
import dev.holdfast.rls.expression.Types;
import dev.holdfast.rls.seed.Budget;
import dev.holdfast.rls.seed.Failure;
import dev.holdfast.rls.seed.Quoted;
import dev.holdfast.rls.seed.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Views, materialized views, and functions that run with their owner's rights. */
final class OpenTrial {
    private static final int SHORTEST_MARK = 8;
    private static final long TRIGGER = 2279;
    private static final long EVENT_TRIGGER = 3838;

    private final Catalog catalog;
    private final Transaction transaction;
    private final Cells cells;
    private final Map<String, List<Seeds.Seed>> seeds;
    private final Shapes shapes;
    private final Map<List<String>, List<Asked>> all = new LinkedHashMap<>();
    private final List<Cell> known = new ArrayList<>();

    /**
     * For some schemas.
     *
     * @param seeds all rows, by whose they are
     */
    OpenTrial(
            Catalog catalog,
            Transaction transaction,
            Budget budget,
            Map<String, List<Seeds.Seed>> seeds,
            Shapes shapes) {
        this.cells = new Cells(transaction, budget);
        this.catalog = catalog;
        this.transaction = transaction;
        this.seeds = new TreeMap<>(seeds);
        this.shapes = shapes;
    }

    /** All cells of what was asked, by what was asked and then as the callers came. */
    List<Cell> cells() {
        List<Cell> each = new ArrayList<>();
        all.forEach((what, asked) -> each.addAll(cells(what.get(0), what.get(1), asked)));
        each.addAll(known);
        return each;
    }

    private List<Asked> of(String object, String command) {
        return all.computeIfAbsent(List.of(object, command), _ -> new ArrayList<>());
    }

    void view(Relation view, List<Callers.Caller> callers) throws SQLException {
        String statement = "SELECT x::text FROM " + Quoted.name(view) + " AS x";
        for (Callers.Caller each : callers) {
            of(view.fullName(), "SELECT").add(asked(each, view.fullName(), statement, Set.of()));
        }
    }

    /** Without arguments, or with such as name the other tenant. */
    void function(Function function, List<Callers.Caller> callers, List<Identity> owners)
            throws SQLException {
        if (function.returnType() == TRIGGER || function.returnType() == EVENT_TRIGGER) {
            return;
        }
        if (function.returnType() == Types.BOOL && function.volatility() != 'v') {
            // It may change nothing (36.7 Function Volatility Categories), and no row fits into it.
            for (Callers.Caller each : callers) {
                known.add(
                        new Cell(
                                each.asker().role(),
                                each.name(),
                                function.fullName(),
                                "EXECUTE",
                                Cell.Outcome.PASS,
                                "a stable function that gives a truth value shows no row"));
            }
            return;
        }
        for (Callers.Caller each : callers) {
            Identity victim =
                    owners.stream()
                            .filter(one -> each.identity().map(me -> !me.equals(one)).orElse(true))
                            .findFirst()
                            .orElseThrow();
            for (boolean tenants : new boolean[] {true, false}) {
                List<String> texts = new ArrayList<>();
                Optional<String> call = call(function, victim, tenants, texts);
                if (call.isPresent()) {
                    of(function.fullName(), "EXECUTE")
                            .add(
                                    asked(
                                            each,
                                            function.fullName(),
                                            call.get(),
                                            new HashSet<>(texts)));
                }
                if (function.argumentTypes().isEmpty()) {
                    break;
                }
            }
        }
    }

    private Optional<String> call(
            Function function, Identity victim, boolean tenants, List<String> texts) {
        List<String> arguments = new ArrayList<>();
        for (long each : function.argumentTypes()) {
            Type type = catalog.types().get(each);
            if (type == null || type.kind() == 'p') {
                return Optional.empty();
            }
            String text =
                    switch (type.name()) {
                        case "uuid", "int4", "int8" ->
                                tenants
                                        ? victim.tenant(each, catalog, shapes)
                                        : victim.user(each, catalog, shapes);
                        case "text", "varchar" ->
                                tenants ? victim.tenant(shapes) : victim.user(shapes);
                        case "bool" -> "true";
                        case "json", "jsonb" -> "{}";
                        case "timestamptz", "timestamp", "date" -> "2026-01-02";
                        default -> "";
                    };
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text);
            arguments.add(
                    "CAST(%s AS %s.%s)"
                            .formatted(
                                    Quoted.text(text),
                                    Quoted.name(type.schema()),
                                    Quoted.name(type.name())));
        }
        return Optional.of(
                "SELECT x::text FROM %s.%s(%s) AS x"
                        .formatted(
                                Quoted.name(function.schema()),
                                Quoted.name(function.name()),
                                String.join(", ", arguments)));
    }

    /** What one session got. */
    private record Asked(
            Callers.Caller caller, Finding.Kind kind, Set<String> of, String evidence) {}

    /** Whose rows are in the answer, or are gone after it. */
    private Asked asked(Callers.Caller caller, String object, String statement, Set<String> told)
            throws SQLException {
        Cells.Answer<Set<String>> answer =
                cells.ask(
                        caller.asker(),
                        object,
                        () -> {
                            List<String> enter = new ArrayList<>(List.of(Cells.MARK));
                            enter.addAll(caller.asker().entering());
                            enter.add(statement);
                            String given = transaction.together(enter).toString();
                            transaction.together(caller.asker().leaving());
                            Set<String> of = new HashSet<>();
                            for (String each : seeds.keySet()) {
                                if (marks(each, told).stream().anyMatch(mark -> isIn(given, mark))
                                        || isChanged(each)) {
                                    of.add(each);
                                }
                            }
                            cells.undo();
                            return of;
                        });
        return switch (answer) {
            case Cells.Answer.Given<Set<String>> given ->
                    new Asked(caller, Finding.Kind.REACHED, given.value(), statement);
            case Cells.Answer.Refused<Set<String>> refused ->
                    new Asked(
                            caller,
                            refusal(refused.failure()),
                            Set.of(),
                            refused.failure().sentence());
            case Cells.Answer.NotAsked<Set<String>> not ->
                    new Asked(caller, Finding.Kind.FAILED, Set.of(), not.why());
        };
    }

    private static Finding.Kind refusal(Failure failure) {
        return failure.state().equals("42501")
                ? Finding.Kind.NO_GRANT
                : Finding.isNotAccepted(failure) ? Finding.Kind.NOT_ACCEPTED : Finding.Kind.FAILED;
    }

    private List<Cell> cells(String object, String command, List<Asked> asked) {
        boolean controlled =
                asked.stream()
                        .anyMatch(each ->
                                each.caller()
                                        .identity()
                                        .map(me -> each.of().contains(me.name()))
                                        .orElse(false));
        List<Cell> cells = new ArrayList<>();
        for (Asked each : asked) {
            Set<String> others = new HashSet<>(each.of());
            each.caller().identity().ifPresent(me -> others.remove(me.name()));
            boolean refused = each.kind() == Finding.Kind.NOT_ACCEPTED && !each.caller().isOwner();
            Cell.Outcome outcome =
                    !others.isEmpty()
                            ? Cell.Outcome.FAIL
                            : each.kind() == Finding.Kind.NO_GRANT
                                            || (controlled
                                                    && (refused
                                                            || each.kind() == Finding.Kind.REACHED))
                                    ? Cell.Outcome.PASS
                                    : Cell.Outcome.INCONCLUSIVE;
            cells.add(
                    new Cell(
                            each.caller().asker().role(),
                            each.caller().name(),
                            object,
                            command,
                            outcome,
                            others.isEmpty()
                                    ? refusedOrNot(each, refused && controlled, outcome)
                                    : "rows of "
                                            + String.join(", ", others)
                                            + " are read or changed: "
                                            + each.evidence()));
        }
        return cells;
    }

    private static String refusedOrNot(Asked asked, boolean refused, Cell.Outcome outcome) {
        if (outcome == Cell.Outcome.INCONCLUSIVE && asked.kind() == Finding.Kind.REACHED) {
            return "it answers, and nothing of anybody's rows is in the answer, not even of whoever"
                    + " asks, so that nobody knows what it shows with other arguments";
        }
        return (refused ? Finding.BY_AN_ERROR : "") + asked.evidence();
    }

    /** Texts that are in rows of one only, long enough not to be there by chance. */
    private Set<String> marks(String name, Set<String> told) {
        Set<String> marks = new HashSet<>();
        Set<String> shared = new HashSet<>(told);
        seeds.forEach((whose, rows) -> {
            for (Seeds.Seed each : rows) {
                (whose.equals(name) ? marks : shared).addAll(each.columns().values());
            }
        });
        marks.removeAll(shared);
        marks.removeIf(each -> each.length() < SHORTEST_MARK);
        return marks;
    }

    /** As a whole: one generated text may be the beginning of another. */
    private static boolean isIn(String answer, String mark) {
        for (int at = answer.indexOf(mark); at >= 0; at = answer.indexOf(mark, at + 1)) {
            int end = at + mark.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(answer.charAt(at - 1));
            boolean ends = end == answer.length() || !Character.isLetterOrDigit(answer.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private boolean isChanged(String name) throws SQLException {
        List<String> counts = new ArrayList<>();
        for (Seeds.Seed each : seeds.getOrDefault(name, List.of())) {
            counts.add(
                    "(SELECT count(*) FROM %s WHERE %s)"
                            .formatted(Quoted.name(each.relation()), each.place().condition()));
        }
        return !counts.isEmpty()
                && Long.parseLong(
                                transaction
                                        .together(List.of("SELECT " + String.join(" + ", counts)))
                                        .getFirst()
                                        .getFirst())
                        != counts.size();
    }
}
