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

/**
 * Puts rows into tables of which nothing is known but the catalogue. What the server refuses is
 * tried again with other values where the error says which.
 */
public final class Seeder {
    private static final int DEEPEST = 6;

    private final Transaction transaction;
    private final Catalog catalog;
    private final TypeValues values;
    private final List<Inserted> inserted = new ArrayList<>();

    /** A row that was put in. */
    public record Inserted(Relation relation, Place place) {}

    /** For one transaction, in which whoever seeds may write. */
    public Seeder(Transaction transaction, Catalog catalog) {
        this.transaction = transaction;
        this.catalog = catalog;
        this.values = new TypeValues(transaction, catalog);
    }

    /** The values that it makes. */
    public TypeValues values() {
        return values;
    }

    /** What was put in up to now, parents too, in order. */
    public List<Inserted> inserted() {
        return List.copyOf(inserted);
    }

    /**
     * Finds out what a row has to hold that the table takes, and makes the rows that it refers to;
     * the row itself is not there afterwards.
     *
     * @return what to write, by the number of the column
     */
    public Map<Integer, Optional<String>> rehearse(
            Relation relation, Map<Integer, Optional<String>> fixed)
            throws SQLException, NotSeeded {
        int before = inserted.size();
        Draft draft = new Draft(relation, fixed, catalog, values, transaction);
        Place place = insert(relation, draft, 0);
        transaction.run("DELETE FROM " + Quoted.name(relation) + " WHERE " + place.condition());
        inserted.subList(before, inserted.size()).removeIf(each -> each.place().equals(place));
        return draft.chosen();
    }

    /**
     * Puts a row in, and the rows that it refers to where they are missing.
     *
     * @param fixed what must be in columns, by their number; empty for NULL
     * @return where it is
     * @throws NotSeeded when nothing that was tried was taken
     */
    public Place insert(Relation relation, Map<Integer, Optional<String>> fixed)
            throws SQLException, NotSeeded {
        return insert(relation, fixed, 0);
    }

    private Place insert(Relation relation, Map<Integer, Optional<String>> fixed, int depth)
            throws SQLException, NotSeeded {
        return insert(relation, new Draft(relation, fixed, catalog, values, transaction), depth);
    }

    private Place insert(Relation relation, Draft draft, int depth) throws SQLException, NotSeeded {
        while (true) {
            Failure failure;
            try {
                List<String> place = transaction.rows(draft.statement(true)).getFirst();
                Place at = new Place(Long.parseLong(place.get(0)), place.get(1));
                inserted.add(new Inserted(relation, at));
                parents(relation, at, depth);
                return at;
            } catch (SQLException refused) {
                Failure.requireAnswer(refused);
                failure = Failure.of(refused);
            } catch (java.util.NoSuchElementException none) {
                throw new NotSeeded("a trigger of " + relation.fullName() + " keeps rows out");
            }
            boolean parent =
                    failure.state().equals("23503")
                            && depth < DEEPEST
                            && parentsOf(relation, draft, depth);
            if (!parent && !draft.repair(failure)) {
                throw new NotSeeded(
                        "no row for " + relation.fullName() + ": " + failure.sentence());
            }
        }
    }

    /** Without triggers nobody looks whether parents are there. */
    private void parents(Relation relation, Place at, int depth) throws SQLException, NotSeeded {
        for (Constraint each : keys(relation)) {
            List<String> columns = names(relation, each.columns());
            List<List<String>> row =
                    transaction.rows(
                            "SELECT "
                                    + String.join(", ", texts(columns))
                                    + " FROM "
                                    + Quoted.name(relation)
                                    + " WHERE "
                                    + at.condition()
                                    + " AND "
                                    + String.join(
                                            " AND ",
                                            columns.stream()
                                                    .map(one -> one + " IS NOT NULL")
                                                    .toList()));
            if (!row.isEmpty() && depth < DEEPEST) {
                parent(each, row.getFirst(), depth);
            }
        }
    }

    /** The same before the row is there. */
    private boolean parentsOf(Relation relation, Draft draft, int depth) throws SQLException {
        boolean made = false;
        for (Constraint each : keys(relation)) {
            Optional<List<String>> key = draft.texts(each.columns());
            if (key.isPresent()) {
                try {
                    made |= parent(each, key.get(), depth);
                } catch (NotSeeded missing) {
                    return false;
                }
            }
        }
        return made;
    }

    private boolean parent(Constraint key, List<String> row, int depth)
            throws SQLException, NotSeeded {
        Relation target = catalog.relations().get(key.target());
        if (target == null) {
            throw new NotSeeded("the target of " + key.name() + " is not known");
        }
        List<String> same = new ArrayList<>();
        Map<Integer, Optional<String>> fixed = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            Column column = target.column(key.targetColumns().get(i)).orElseThrow();
            fixed.put(column.number(), Optional.of(row.get(i)));
            same.add(
                    Quoted.name(column.name())
                            + " = "
                            + Quoted.value(row.get(i), column.typeName()));
        }
        String there =
                transaction.one(
                        "SELECT count(*) FROM "
                                + Quoted.name(target)
                                + " WHERE "
                                + String.join(" AND ", same));
        if (!there.equals("0")) {
            return false;
        }
        insert(target, fixed, depth + 1);
        return true;
    }

    private List<Constraint> keys(Relation relation) {
        return catalog.constraintsOf(relation.oid()).stream()
                .filter(each -> each.kind() == Constraint.Kind.FOREIGN_KEY)
                .toList();
    }

    private static List<String> names(Relation relation, List<Integer> columns) {
        return columns.stream()
                .map(each -> Quoted.name(relation.column(each).orElseThrow().name()))
                .toList();
    }

    private static List<String> texts(List<String> columns) {
        return columns.stream().map(each -> each + "::text").toList();
    }
}
