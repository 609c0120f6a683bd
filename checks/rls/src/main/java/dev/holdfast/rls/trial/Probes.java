package dev.holdfast.rls.trial;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.seed.Asker;
import dev.holdfast.rls.seed.Failure;
import dev.holdfast.rls.seed.Quoted;
import dev.holdfast.rls.seed.Transaction;
import dev.holdfast.rls.seed.Versions;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs one statement in a session, and looks afterwards as the owner; then undoes it. */
final class Probes {
    private static final String FOREIGN_KEY = "(SQLSTATE 23503)";

    private final Transaction transaction;
    private final Map<List<Object>, List<Column>> readable = new HashMap<>();
    private final Map<List<Object>, Versions> before = new HashMap<>();

    Probes(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Whether a session reads a row. */
    Finding select(Asker asker, Seeds.Seed row, Seeds.Seed other) throws SQLException {
        List<Column> columns = readable(asker.role(), row.relation());
        if (columns.isEmpty()) {
            return attempted(asker, row.relation(), "SELECT * FROM " + name(row));
        }
        List<String> texts = columns.stream().map(each -> row.text(each.number())).toList();
        if (texts.equals(columns.stream().map(each -> other.text(each.number())).toList())) {
            return new Finding(
                    Finding.Kind.FAILED, "the readable columns of both tenants' rows are the same");
        }
        String statement =
                "SELECT %s FROM %s"
                        .formatted(
                                String.join(
                                        ", ",
                                        columns.stream()
                                                .map(each -> Quoted.name(each.name()) + "::text")
                                                .toList()),
                                name(row));
        transaction.mark("cell");
        try {
            asker.enter(transaction);
            return transaction.rows(statement).contains(texts)
                    ? Finding.reached(statement, "the row is read")
                    : Finding.not("the row is not read");
        } catch (SQLException refused) {
            return refused(refused, row.relation());
        } finally {
            transaction.undo("cell");
        }
    }

    /** A statement that cannot do anything, for what the server says to it. */
    private Finding attempted(Asker asker, Relation relation, String statement)
            throws SQLException {
        transaction.mark("cell");
        try {
            asker.enter(transaction);
            transaction.run(statement);
            return Finding.not("nothing can be read");
        } catch (SQLException refused) {
            return refused(refused, relation);
        } finally {
            transaction.undo("cell");
        }
    }

    /** Whether COPY … TO gives a row away. */
    Finding copy(Asker asker, Seeds.Seed row) throws SQLException {
        List<Column> columns = readable(asker.role(), row.relation());
        List<String> names = columns.stream().map(each -> Quoted.name(each.name())).toList();
        String list = columns.isEmpty() ? "*" : String.join(", ", names);
        List<String> line =
                transaction.copied(
                        "COPY (SELECT %s FROM %s WHERE %s) TO STDOUT"
                                .formatted(list, name(row), row.place().condition()));
        String statement =
                "COPY " + name(row) + (columns.isEmpty() ? "" : " (" + list + ")") + " TO STDOUT";
        transaction.mark("cell");
        try {
            asker.enter(transaction);
            return transaction.copied(statement).containsAll(line)
                    ? Finding.reached(statement, "the row is copied")
                    : Finding.not("the row is not copied");
        } catch (SQLException refused) {
            return refused(refused, row.relation());
        } finally {
            transaction.undo("cell");
        }
    }

    /**
     * Whether a statement changes or removes a row, or makes one that belongs to the same.
     *
     * @param other a row of somebody else, to tell by which columns they differ
     */
    Finding write(Asker asker, String statement, Seeds.Seed row, Seeds.Seed other)
            throws SQLException {
        String condition = row.condition(other);
        List<Object> key = List.of(row.relation().oid(), condition);
        Versions then = before.get(key);
        if (then == null) {
            then = Versions.of(row.relation(), condition, transaction);
            before.put(key, then);
        }
        Finding found = write(asker, statement, row, condition, then, false);
        return found.evidence().contains(FOREIGN_KEY)
                ? write(asker, statement, row, condition, then, true)
                : found;
    }

    /** A foreign key keeps rows only as long as others refer to them: policies are asked alone. */
    private Finding write(
            Asker asker,
            String statement,
            Seeds.Seed row,
            String condition,
            Versions then,
            boolean withoutKeys)
            throws SQLException {
        transaction.mark("cell");
        try {
            if (withoutKeys) {
                dropKeys(row.relation());
            }
            asker.enter(transaction);
            transaction.run(statement);
            asker.leave(transaction);
            Versions now = Versions.of(row.relation(), condition, transaction);
            String how = withoutKeys ? ", where no foreign key holds it" : "";
            if (now.newBreaking(then).isPresent()) {
                return Finding.reached(statement, "there is a new version of such a row" + how);
            }
            return now.has(row.place())
                    ? Finding.not("the row is there as it was")
                    : Finding.reached(statement, "the row is gone" + how);
        } catch (SQLException refused) {
            return refused(refused, row.relation());
        } finally {
            transaction.undo("cell");
        }
    }

    private void dropKeys(Relation relation) throws SQLException {
        for (List<String> each :
                transaction.rows(
                        "SELECT conrelid::regclass::text, quote_ident(conname) FROM"
                                + " pg_catalog.pg_constraint WHERE contype = 'f' AND %1$d IN"
                                        .formatted(relation.oid())
                                + " (conrelid, confrelid)")) {
            transaction.run(
                    "ALTER TABLE " + each.getFirst() + " DROP CONSTRAINT " + each.getLast());
        }
    }

    private static Finding refused(SQLException refused, Relation relation) throws SQLException {
        Failure.requireAnswer(refused);
        return Finding.refused(Failure.of(refused), relation);
    }

    private List<Column> readable(String role, Relation relation) throws SQLException {
        List<Object> key = List.of(role, relation.oid());
        List<Column> known = readable.get(key);
        if (known == null) {
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
