package dev.holdfast.rls.trial;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Type;
import dev.holdfast.rls.seed.Failure;
import dev.holdfast.rls.seed.Quoted;
import dev.holdfast.rls.seed.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
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
    private final Map<String, List<Seeds.Seed>> seeds;
    private final Shapes shapes;

    /**
     * For some schemas.
     *
     * @param seeds all rows, by whose they are
     */
    OpenTrial(
            Catalog catalog,
            Transaction transaction,
            Map<String, List<Seeds.Seed>> seeds,
            Shapes shapes) {
        this.catalog = catalog;
        this.transaction = transaction;
        this.seeds = new TreeMap<>(seeds);
        this.shapes = shapes;
    }

    List<Cell> view(Relation view, List<Callers.Caller> callers) throws SQLException {
        String statement = "SELECT x::text FROM " + Quoted.name(view) + " AS x";
        List<Asked> asked = new ArrayList<>();
        for (Callers.Caller each : callers) {
            asked.add(asked(each, statement, Set.of()));
        }
        return cells(view.fullName(), "SELECT", asked);
    }

    /** Without arguments, or with such as name the other tenant. */
    List<Cell> function(Function function, List<Callers.Caller> callers, List<Identity> owners)
            throws SQLException {
        if (function.returnType() == TRIGGER || function.returnType() == EVENT_TRIGGER) {
            return List.of();
        }
        List<Asked> asked = new ArrayList<>();
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
                    asked.add(asked(each, call.get(), new HashSet<>(texts)));
                }
                if (function.argumentTypes().isEmpty()) {
                    break;
                }
            }
        }
        return cells(function.fullName(), "EXECUTE", asked);
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
    private Asked asked(Callers.Caller caller, String statement, Set<String> told)
            throws SQLException {
        transaction.mark("cell");
        try {
            caller.asker().enter(transaction);
            String answer = transaction.rows(statement).toString();
            caller.asker().leave(transaction);
            Set<String> of = new HashSet<>();
            for (String each : seeds.keySet()) {
                if (marks(each, told).stream().anyMatch(mark -> isIn(answer, mark))
                        || isChanged(each)) {
                    of.add(each);
                }
            }
            return new Asked(caller, Finding.Kind.REACHED, of, statement);
        } catch (SQLException refused) {
            Failure.requireAnswer(refused);
            Failure failure = Failure.of(refused);
            return new Asked(
                    caller,
                    failure.state().equals("42501") ? Finding.Kind.NO_GRANT : Finding.Kind.FAILED,
                    Set.of(),
                    failure.sentence());
        } finally {
            transaction.undo("cell");
        }
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
            Cell.Outcome outcome =
                    !others.isEmpty()
                            ? Cell.Outcome.FAIL
                            : each.kind() == Finding.Kind.NO_GRANT
                                            || (controlled && each.kind() == Finding.Kind.REACHED)
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
                                    ? each.evidence()
                                    : "rows of "
                                            + String.join(", ", others)
                                            + " are read or changed: "
                                            + each.evidence()));
        }
        return cells;
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
                && Long.parseLong(transaction.one("SELECT " + String.join(" + ", counts)))
                        != counts.size();
    }
}
