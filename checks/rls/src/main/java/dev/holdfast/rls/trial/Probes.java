package dev.holdfast.rls.trial;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.seed.Asker;
import dev.holdfast.rls.seed.Budget;
import dev.holdfast.rls.seed.Quoted;
import dev.holdfast.rls.seed.Transaction;
import dev.holdfast.rls.seed.Versions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs one statement in a session, and looks afterwards as the owner; then undoes it. Where it can,
 * all of that is one message to the server.
 */
final class Probes {
    private static final String FOREIGN_KEY = "(SQLSTATE 23503)";

    private final Transaction transaction;
    private final Cells cells;
    private final Map<List<Object>, List<Column>> readable = new HashMap<>();
    private final Map<List<Object>, Versions> before = new HashMap<>();
    private final Map<List<Object>, List<String>> copied = new HashMap<>();
    private final Map<Long, List<String>> keys = new HashMap<>();

    Probes(Transaction transaction, Budget budget) {
        this.transaction = transaction;
        this.cells = new Cells(transaction, budget);
    }

    /** Whether a session reads a row. */
    Finding select(Asker asker, Seeds.Seed row, Seeds.Seed other) throws SQLException {
        List<Column> columns = readable(asker.role(), row.relation());
        if (columns.isEmpty()) {
            return attempted(asker, row.relation(), "SELECT * FROM " + name(row));
        }
        List<String> texts = columns.stream().map(each -> row.text(each.number())).toList();
        if (texts.equals(columns.stream().map(each -> other.text(each.number())).toList())) {
            return Finding.failed("the readable columns of both tenants' rows are the same");
        }
        String statement =
                "SELECT %s FROM %s"
                        .formatted(
                                columns.stream()
                                        .map(each -> Quoted.name(each.name()) + "::text")
                                        .collect(Collectors.joining(", ")),
                                name(row));
        String seen =
                "SELECT count(*) FROM %s WHERE %s"
                        .formatted(
                                name(row),
                                columns.stream()
                                        .map(each ->
                                                "coalesce(%s::text, '') = %s"
                                                        .formatted(
                                                                Quoted.name(each.name()),
                                                                Quoted.text(
                                                                        row.text(each.number()))))
                                        .collect(Collectors.joining(" AND ")));
        return cells.of(
                asker,
                row.relation(),
                statement,
                () -> {
                    List<String> all = new ArrayList<>(asker.entering());
                    all.add(seen);
                    return cells.undone(all).getFirst().getFirst().equals("0")
                            ? Finding.not("the row is not read")
                            : Finding.reached(statement, "the row is read");
                });
    }

    /** A statement that cannot do anything, for what the server says to it. */
    private Finding attempted(Asker asker, Relation relation, String statement)
            throws SQLException {
        return cells.of(
                asker,
                relation,
                statement,
                () -> {
                    List<String> all = new ArrayList<>(asker.entering());
                    all.add(statement);
                    cells.undone(all);
                    return Finding.not("nothing can be read");
                });
    }

    /** Whether COPY … TO gives a row away. */
    Finding copy(Asker asker, Seeds.Seed row) throws SQLException {
        List<Column> columns = readable(asker.role(), row.relation());
        List<String> names = columns.stream().map(each -> Quoted.name(each.name())).toList();
        String list = columns.isEmpty() ? "*" : String.join(", ", names);
        String statement =
                "COPY " + name(row) + (columns.isEmpty() ? "" : " (" + list + ")") + " TO STDOUT";
        return cells.of(
                asker,
                row.relation(),
                statement,
                () -> {
                    List<String> line = copied(row, list);
                    List<String> enter = new ArrayList<>(List.of(Cells.MARK));
                    enter.addAll(asker.entering());
                    transaction.together(enter);
                    boolean there = transaction.copied(statement).containsAll(line);
                    cells.undo();
                    return there
                            ? Finding.reached(statement, "the row is copied")
                            : Finding.not("the row is not copied");
                });
    }

    /** What COPY gives of a row to its owner. */
    private List<String> copied(Seeds.Seed row, String list) throws SQLException {
        List<Object> key = List.of(row.relation().oid(), row.place(), list);
        List<String> known = copied.get(key);
        if (known == null) {
            transaction.together(List.of(Cells.MARK));
            known =
                    transaction.copied(
                            "COPY (SELECT %s FROM %s WHERE %s) TO STDOUT"
                                    .formatted(list, name(row), row.place().condition()));
            cells.undo();
            copied.put(key, known);
        }
        return known;
    }

    /**
     * Whether a statement changes or removes a row, or makes one that belongs to the same.
     *
     * @param other a row of somebody else, to tell by which columns they differ
     */
    Finding write(Asker asker, String statement, Seeds.Seed row, Seeds.Seed other)
            throws SQLException {
        String condition = row.condition(other);
        Finding found = write(asker, statement, row, condition, false);
        return found.evidence().contains(FOREIGN_KEY)
                ? write(asker, statement, row, condition, true)
                : found;
    }

    /** A foreign key keeps rows only as long as others refer to them: policies are asked alone. */
    private Finding write(
            Asker asker, String statement, Seeds.Seed row, String condition, boolean withoutKeys)
            throws SQLException {
        String look = Versions.query(row.relation(), condition, row.place());
        return cells.of(
                asker,
                row.relation(),
                statement,
                () -> {
                    Versions then = before(row, condition, look);
                    List<String> all = new ArrayList<>();
                    if (withoutKeys) {
                        all.addAll(droppingKeys(row.relation()));
                    }
                    all.addAll(asker.entering());
                    all.add(statement);
                    all.addAll(asker.leaving());
                    all.add(look);
                    Versions now = Versions.of(cells.undone(all));
                    String how = withoutKeys ? ", where no foreign key holds it" : "";
                    if (now.newBreaking(then).isPresent()) {
                        return Finding.reached(
                                statement, "there is a new version of such a row" + how);
                    }
                    return now.has(row.place())
                            ? Finding.not("the row is there as it was")
                            : Finding.reached(statement, "the row is gone" + how);
                });
    }

    private Versions before(Seeds.Seed row, String condition, String look) throws SQLException {
        List<Object> key = List.of(row.relation().oid(), condition, row.place());
        Versions known = before.get(key);
        if (known == null) {
            known = Versions.of(transaction.rows(look));
            before.put(key, known);
        }
        return known;
    }

    private List<String> droppingKeys(Relation relation) throws SQLException {
        List<String> known = keys.get(relation.oid());
        if (known == null) {
            known =
                    transaction
                            .rows(
                                    "SELECT pg_catalog.format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::pg_catalog.regclass, conname) FROM pg_catalog.pg_constraint WHERE contype = 'f' AND %1$d IN (conrelid, confrelid)"
                                            .formatted(relation.oid()))
                            .stream()
                            .map(List::getFirst)
                            .toList();
            keys.put(relation.oid(), known);
        }
        return known;
    }

    private List<Column> readable(String role, Relation relation) throws SQLException {
        List<Object> key = List.of(role, relation.oid());
        List<Column> known = readable.get(key);
        if (known == null) {
            if (cells.spent(relation.fullName()).isPresent()) {
                return List.of();
            }
            List<String> numbers =
                    transaction
                            .rows(
                                    "SELECT attnum FROM pg_catalog.pg_attribute WHERE attrelid = %1$d AND attnum > 0 AND NOT attisdropped AND has_column_privilege(%2$s, %1$d::oid, attnum, 'SELECT')"
                                            .formatted(relation.oid(), Quoted.text(role)))
                            .stream()
                            .map(List::getFirst)
                            .toList();
            known =
                    relation.columns().stream()
                            .filter(each -> numbers.contains(String.valueOf(each.number())))
                            .toList();
            readable.put(key, known);
        }
        return known;
    }

    private static String name(Seeds.Seed row) {
        return Quoted.name(row.relation());
    }
}
