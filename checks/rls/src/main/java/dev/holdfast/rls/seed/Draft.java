package dev.holdfast.rls.seed;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A row that is not in yet, and what else could be in its columns. */
public final class Draft {
    private static final int MOST_REPAIRS = 60;

    private final Relation relation;
    private final Map<Integer, Optional<String>> fixed;
    private final Catalog catalog;
    private final TypeValues values;
    private final Transaction transaction;
    private final Map<Integer, Optional<String>> chosen = new TreeMap<>();
    private final Map<Integer, List<Optional<String>>> candidates = new HashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();
    private int repairs;

    /**
     * A first draft: what is fixed, and what a column needs that has no default.
     *
     * @param fixed what must be in columns; empty for NULL
     */
    public Draft(
            Relation relation,
            Map<Integer, Optional<String>> fixed,
            Catalog catalog,
            TypeValues values,
            Transaction transaction)
            throws SQLException {
        this.relation = relation;
        this.fixed = Map.copyOf(fixed);
        this.catalog = catalog;
        this.values = values;
        this.transaction = transaction;
        chosen.putAll(fixed);
        for (Column each : relation.columns()) {
            if (!each.filled() && !each.generated() && !fixed.containsKey(each.number())) {
                choose(each, 0);
            }
        }
    }

    /** What is written, by the number of the column. */
    public Map<Integer, Optional<String>> chosen() {
        return Map.copyOf(chosen);
    }

    /** The statement that puts it in, and says where when {@code returning}. */
    public String statement(boolean asOwner) {
        String returning = asOwner ? " RETURNING tableoid, ctid" : "";
        if (chosen.isEmpty()) {
            return "INSERT INTO " + Quoted.name(relation) + " DEFAULT VALUES" + returning;
        }
        List<String> names = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        chosen.forEach((number, text) -> {
            Column column = relation.column(number).orElseThrow();
            names.add(Quoted.name(column.name()));
            texts.add(text.map(each -> Quoted.value(each, column.typeName())).orElse("NULL"));
        });
        return "INSERT INTO "
                + Quoted.name(relation)
                + " ("
                + String.join(", ", names)
                + ")"
                + (asOwner ? " OVERRIDING SYSTEM VALUE" : "")
                + " VALUES ("
                + String.join(", ", texts)
                + ")"
                + returning;
    }

    /** What some columns will hold, when all of them are written and none is NULL. */
    Optional<List<String>> texts(List<Integer> columns) {
        List<String> all = new ArrayList<>();
        for (int each : columns) {
            Optional<String> text = chosen.getOrDefault(each, Optional.empty());
            if (text.isEmpty()) {
                return Optional.empty();
            }
            all.add(text.get());
        }
        return Optional.of(all);
    }

    /** Changes what an error speaks of; false when nothing is left to try. */
    public boolean repair(Failure failure) throws SQLException {
        if (++repairs > MOST_REPAIRS) {
            return false;
        }
        return switch (failure.state()) {
            case "23502" -> fill(failure);
            case "23505", "23P01" -> turn(failure, true);
            case "23514" -> turn(failure, false);
            case "428C9" -> leaveOut();
            default -> failure.state().startsWith("22") && turn("22", all());
        };
    }

    private boolean fill(Failure failure) throws SQLException {
        Optional<Column> column = relation.column(failure.column());
        if (column.isEmpty() || fixed.containsKey(column.get().number())) {
            return false;
        }
        return turn("null " + failure.column(), List.of(column.get()));
    }

    private boolean turn(Failure failure, boolean fresh) throws SQLException {
        Optional<Constraint> constraint =
                catalog.constraintsOf(relation.oid()).stream()
                        .filter(each -> each.name().equals(failure.constraint()))
                        .findFirst();
        boolean partition = failure.message().contains("partition");
        List<Column> columns =
                constraint.isEmpty()
                        ? partition ? partitionKey() : all()
                        : all().stream()
                                .filter(each -> constraint.get().columns().contains(each.number()))
                                .toList();
        if (fresh) {
            columns.forEach(each -> candidates.remove(each.number()));
        }
        return turn(failure.constraint(), columns);
    }

    private List<Column> all() {
        return relation.columns().stream()
                .filter(each -> !each.generated() && !fixed.containsKey(each.number()))
                .toList();
    }

    /** The columns that say in which partition a row is, of the table or of its parent. */
    private List<Column> partitionKey() throws SQLException {
        List<String> names =
                transaction
                        .rows(
                                """
                                SELECT a.attname FROM pg_partitioned_table p
                                  JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = ANY (p.partattrs)
                                 WHERE p.partrelid = %1$d OR p.partrelid IN
                                       (SELECT inhparent FROM pg_inherits WHERE inhrelid = %1$d)
                                """
                                        .formatted(relation.oid()))
                        .stream()
                        .map(List::getFirst)
                        .toList();
        return all().stream().filter(each -> names.contains(each.name())).toList();
    }

    /** The next combination of what the columns could hold. */
    private boolean turn(String what, List<Column> columns) throws SQLException {
        if (columns.isEmpty()) {
            return false;
        }
        int turn = turns.merge(what, 1, Integer::sum);
        int rest = turn - 1;
        for (Column each : columns) {
            int size = Math.max(1, candidates(each).size());
            choose(each, rest % size);
            rest /= size;
        }
        return rest == 0;
    }

    private boolean leaveOut() {
        return relation.columns().stream()
                .filter(Column::generated)
                .map(each -> chosen.remove(each.number()) != null)
                .reduce(false, Boolean::logicalOr);
    }

    private void choose(Column column, int which) throws SQLException {
        List<Optional<String>> all = candidates(column);
        if (!all.isEmpty()) {
            chosen.put(column.number(), all.get(which));
        }
    }

    private List<Optional<String>> candidates(Column column) throws SQLException {
        List<Optional<String>> known = candidates.get(column.number());
        if (known == null) {
            known =
                    values.candidates(column.type(), column.typeName(), hints(column)).stream()
                            .map(Optional::of)
                            .collect(Collectors.toCollection(ArrayList::new));
            if (!column.notNull()) {
                known.add(Optional.empty());
            }
            candidates.put(column.number(), known);
        }
        return known;
    }

    /** What CHECKs and the bounds of partitions write down. */
    private List<String> hints(Column column) throws SQLException {
        List<String> hints = new ArrayList<>();
        for (Constraint each : catalog.constraintsOf(relation.oid())) {
            if (each.kind() == Constraint.Kind.CHECK && each.columns().contains(column.number())) {
                each.expression().ifPresent(one -> hints.addAll(TypeValues.written(one.text())));
            }
        }
        if (relation.kind() == Relation.Kind.PARTITIONED_TABLE || relation.partition()) {
            for (List<String> each :
                    transaction.rows(
                            "SELECT pg_get_expr(c.relpartbound, c.oid) FROM pg_class c JOIN"
                                    + " pg_inherits i ON i.inhrelid = c.oid WHERE %1$d IN"
                                            .formatted(relation.oid())
                                    + " (i.inhparent, i.inhrelid) AND c.relpartbound IS NOT NULL")) {
                hints.addAll(TypeValues.written(each.getFirst()));
            }
        }
        return hints;
    }
}
