package dev.holdfast.rls.witness;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.seed.Asker;
import dev.holdfast.rls.seed.Failure;
import dev.holdfast.rls.seed.Place;
import dev.holdfast.rls.seed.Quoted;
import dev.holdfast.rls.seed.Transaction;
import dev.holdfast.rls.seed.Versions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What a session does to a table, and what the owner of the database sees of it. */
final class Acts {
    private static final String NOBODYS = "the row that was put in is nobody else's";

    private final Transaction transaction;
    private final Relation relation;
    private final String breaks;
    private final Asker asker;
    private final List<Integer> key;
    private final String whose;

    /**
     * For a table.
     *
     * @param breaks the condition of a row that is another's
     * @param key the columns of the primary key
     * @param whose such a row is, for people
     */
    Acts(
            Transaction transaction,
            Relation relation,
            String breaks,
            Asker asker,
            List<Integer> key,
            String whose) {
        this.whose = whose;
        this.key = List.copyOf(key);
        this.transaction = transaction;
        this.relation = relation;
        this.breaks = breaks;
        this.asker = asker;
    }

    /** What was seen. */
    record Seen(String statement, String observed) {}

    /** What was seen, or why nothing was. */
    record Result(Optional<Seen> seen, String why) {
        static Result seen(String statement, String observed) {
            return new Result(Optional.of(new Seen(statement, observed)), "");
        }

        static Result not(String why) {
            return new Result(Optional.empty(), why);
        }

        Outcome map(Function<Seen, Outcome> of) {
            return seen.map(of).orElseGet(() -> new Outcome.NotSeen(why, !why.equals(NOBODYS)));
        }
    }

    Result read(Place target) throws SQLException {
        if (!versions().breaks(target)) {
            return Result.not(NOBODYS);
        }
        List<String> columns = granted("SELECT");
        if (columns.isEmpty()) {
            return Result.not("no column may be selected");
        }
        String list = String.join(", ", columns.stream().map(each -> each + "::text").toList());
        List<String> row =
                transaction
                        .rows("SELECT " + list + " FROM " + name() + " WHERE " + target.condition())
                        .getFirst();
        String query = "SELECT " + list + " FROM " + name();
        long all = transaction.rows(query).stream().filter(row::equals).count();
        List<List<String>> seen;
        try {
            seen = as(query);
        } catch (SQLException refused) {
            Failure.requireAnswer(refused);
            return Result.not(Failure.of(refused).sentence());
        }
        long reached = seen.stream().filter(row::equals).count();
        // Rows that look alike are told apart by how many there are.
        return reached == all && all > 0
                ? Result.seen(
                        "SELECT " + String.join(", ", columns) + " FROM " + name(),
                        "the session reads a row of " + relation.fullName() + whose())
                : Result.not("the session does not see the row");
    }

    Result insert(Map<Integer, Optional<String>> written) throws SQLException {
        Versions before = versions();
        List<String> names = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<String> allowed = granted("INSERT");
        for (Map.Entry<Integer, Optional<String>> each : new TreeMap<>(written).entrySet()) {
            Column column = relation.column(each.getKey()).orElseThrow();
            if (allowed.contains(Quoted.name(column.name())) && !column.generated()) {
                names.add(Quoted.name(column.name()));
                texts.add(text(each.getValue(), column));
            }
        }
        String statement =
                names.isEmpty()
                        ? "INSERT INTO " + name() + " DEFAULT VALUES"
                        : "INSERT INTO %s (%s) VALUES (%s)"
                                .formatted(
                                        name(), String.join(", ", names), String.join(", ", texts));
        return wrote(statement, before, Optional.empty(), "writes a new row of ");
    }

    Result update(Place target, Map<Integer, Optional<String>> written) throws SQLException {
        Versions before = versions();
        List<String> changes = changes(target, written);
        if (changes.isEmpty()) {
            return Result.not("no column may be updated");
        }
        String blind = "UPDATE " + name() + " SET " + String.join(", ", changes);
        return eachForm(blind, target, before, "changes a row of ");
    }

    Result delete(Place target) throws SQLException {
        Versions before = versions();
        if (!before.breaks(target)) {
            return Result.not(NOBODYS);
        }
        return eachForm("DELETE FROM " + name(), target, before, "removes a row of ");
    }

    /** With WHERE the rows must be seen, too; without it nothing asks for that. */
    private Result eachForm(String blind, Place target, Versions before, String did)
            throws SQLException {
        transaction.mark("form");
        Result first =
                wrote(blind + " WHERE " + condition(target), before, Optional.of(target), did);
        if (first.seen().isPresent()) {
            return first;
        }
        transaction.undo("form");
        return wrote(blind, before, Optional.of(target), did);
    }

    /** By the primary key, as an application asks, where there is one. */
    private String condition(Place target) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int each : key) {
            Column column = relation.column(each).orElseThrow();
            String name = Quoted.name(column.name());
            String text =
                    transaction.one(
                            "SELECT %s::text FROM %s WHERE %s"
                                    .formatted(name, name(), target.condition()));
            parts.add(name + " = " + Quoted.value(text, column.typeName()));
        }
        return parts.isEmpty() ? target.condition() : String.join(" AND ", parts);
    }

    private Result wrote(String statement, Versions before, Optional<Place> target, String did)
            throws SQLException {
        try {
            as(statement);
        } catch (SQLException refused) {
            Failure.requireAnswer(refused);
            return Result.not(Failure.of(refused).sentence());
        }
        Versions after = versions();
        boolean taken =
                target.isPresent()
                        && before.breaks(target.get())
                        && !after.has(target.get())
                        && (statement.startsWith("DELETE") || after.hasNew(before));
        if (taken || after.newBreaking(before).isPresent()) {
            return Result.seen(statement, "the session " + did + relation.fullName() + whose());
        }
        return Result.not("the statement passes and no row of somebody else is reached");
    }

    /** What the written row has otherwise than the one that is there. */
    private List<String> changes(Place target, Map<Integer, Optional<String>> written)
            throws SQLException {
        List<String> allowed = granted("UPDATE");
        List<String> changes = new ArrayList<>();
        List<String> touches = new ArrayList<>();
        for (Column column : relation.columns()) {
            String name = Quoted.name(column.name());
            Optional<String> text = written.get(column.number());
            if (!allowed.contains(name) || column.generated()) {
                continue;
            }
            String old =
                    transaction.one(
                            "SELECT %s::text FROM %s WHERE %s"
                                    .formatted(name, name(), target.condition()));
            if (text != null && !text.orElse("").equals(old)) {
                changes.add(name + " = " + text(text, column));
            }
            touches.add(
                    name + " = " + (old.isEmpty() ? "NULL" : Quoted.value(old, column.typeName())));
        }
        // Even a row that stays as it is is written anew.
        return changes.isEmpty() && !touches.isEmpty() ? List.of(touches.getLast()) : changes;
    }

    private List<String> granted(String privilege) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (List<String> each :
                transaction.rows(
                        "SELECT attname FROM pg_catalog.pg_attribute WHERE attrelid = %1$d AND attnum > 0 AND NOT attisdropped AND has_column_privilege(%2$s, %1$d::oid, attnum, %3$s) ORDER BY attnum"
                                .formatted(
                                        relation.oid(),
                                        Quoted.text(asker.role()),
                                        Quoted.text(privilege)))) {
            columns.add(Quoted.name(each.getFirst()));
        }
        return columns;
    }

    private List<List<String>> as(String statement) throws SQLException {
        asker.enter(transaction);
        try {
            return transaction.rows(statement);
        } finally {
            asker.leave(transaction);
        }
    }

    private Versions versions() throws SQLException {
        return Versions.of(relation, breaks, transaction);
    }

    private String whose() {
        return breaks.equals("TRUE") ? "" : whose;
    }

    private static String text(Optional<String> text, Column column) {
        return text.map(each -> Quoted.value(each, column.typeName())).orElse("NULL");
    }

    private String name() {
        return Quoted.name(relation);
    }
}
