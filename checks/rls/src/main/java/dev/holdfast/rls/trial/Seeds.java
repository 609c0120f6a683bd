package dev.holdfast.rls.trial;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.seed.Budget;
import dev.holdfast.rls.seed.NotSeeded;
import dev.holdfast.rls.seed.Place;
import dev.holdfast.rls.seed.Quoted;
import dev.holdfast.rls.seed.Seeder;
import dev.holdfast.rls.seed.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A row of each tenant in each table, linked with the other rows of the same tenant. */
final class Seeds {
    // pg_type.dat
    private static final long BOOLEAN = 16;
    private static final List<String> HIGHEST =
            List.of("owner", "admin", "OWNER", "ADMIN", "Owner", "Admin");

    private final Catalog catalog;
    private final Transaction transaction;
    private final Belongings belongings;
    private final Seeder seeder;
    private final Suggestions suggestions;
    private final Shapes shapes;
    private final Budget budget;
    private final Map<List<Object>, Seed> seeds = new HashMap<>();
    private final Set<List<Object>> under = new HashSet<>();
    private final Map<String, String> failed = new HashMap<>();

    Seeds(
            Catalog catalog,
            Transaction transaction,
            Belongings belongings,
            Shapes shapes,
            Budget budget,
            Suggestions suggestions) {
        this.budget = budget;
        this.suggestions = suggestions;
        this.catalog = catalog;
        this.transaction = transaction;
        this.belongings = belongings;
        this.shapes = shapes;
        this.seeder = new Seeder(transaction, catalog);
    }

    /**
     * A row.
     *
     * @param identity what columns hold by which it belongs to somebody
     * @param columns all columns as text, by number, without those that are NULL or empty
     */
    record Seed(
            Relation relation,
            Place place,
            Map<Integer, String> identity,
            Map<Integer, String> columns) {
        Seed {
            identity = Map.copyOf(identity);
            columns = Map.copyOf(columns);
        }

        /** The condition of rows that belong to the same one, and not to the other. */
        String condition(Seed other) {
            List<String> ways = new ArrayList<>();
            identity.forEach((number, text) -> {
                if (!text.equals(other.identity().get(number))) {
                    ways.add(
                            Quoted.name(relation.column(number).orElseThrow().name())
                                    + "::text = "
                                    + Quoted.text(text));
                }
            });
            return ways.isEmpty() ? "FALSE" : "(" + String.join(" OR ", ways) + ")";
        }

        /** What a column holds, where NULL is an empty text. */
        String text(int column) {
            return columns.getOrDefault(column, "");
        }
    }

    Seeder seeder() {
        return seeder;
    }

    Map<String, String> failed() {
        return Map.copyOf(failed);
    }

    Optional<Seed> of(Relation relation, Identity whose) {
        return Optional.ofNullable(seeds.get(key(relation, whose)));
    }

    private static List<Object> key(Relation relation, Identity whose) {
        return List.of(relation.oid(), whose.name());
    }

    /** Makes the row, and first those that it refers to. */
    Optional<Seed> make(Relation relation, Identity whose) throws SQLException {
        List<Object> key = key(relation, whose);
        if (seeds.containsKey(key) || !under.add(key)) {
            return of(relation, whose);
        }
        Optional<String> spent = budget.spent(relation.fullName());
        if (spent.isPresent()) {
            failed.put(relation.fullName(), spent.get());
            return Optional.empty();
        }
        try {
            Map<Integer, String> identity = identity(relation, whose);
            Map<Integer, Optional<String>> fixed = new HashMap<>();
            identity.forEach((number, text) -> fixed.put(number, Optional.of(text)));
            highest(relation, fixed);
            Place place = suggested(relation, fixed);
            seeds.put(key, new Seed(relation, place, identity, columns(relation, place)));
        } catch (NotSeeded refused) {
            failed.put(relation.fullName(), refused.reason());
        } finally {
            under.remove(key);
        }
        return of(relation, whose);
    }

    /** Another row of somebody, in which every flag is set; empty where there can be none. */
    Optional<Seed> flagged(Relation relation, Identity whose) throws SQLException {
        Map<Integer, String> identity = identity(relation, whose);
        Map<Integer, Optional<String>> fixed = new HashMap<>();
        for (Column each : relation.columns()) {
            if (each.type() == BOOLEAN && !each.generated()) {
                fixed.put(each.number(), Optional.of("true"));
            }
        }
        if (fixed.isEmpty()) {
            return Optional.empty();
        }
        identity.forEach((number, text) -> fixed.put(number, Optional.of(text)));
        try {
            Place place = seeder.insert(relation, fixed);
            return Optional.of(new Seed(relation, place, identity, columns(relation, place)));
        } catch (NotSeeded once) {
            return Optional.empty();
        }
    }

    /** Columns by which a row belongs to somebody, and what is in them. */
    Map<Integer, String> identity(Relation relation, Identity whose) throws SQLException {
        Map<Integer, String> identity = new HashMap<>();
        for (Column each : relation.columns()) {
            belongings
                    .of(relation, each)
                    .ifPresent(kind ->
                            identity.put(
                                    each.number(),
                                    kind == Belongings.Whose.USERS
                                            ? whose.user(each.type(), catalog, shapes)
                                            : whose.tenant(each.type(), catalog, shapes)));
        }
        for (Constraint each : belongings.keys(relation)) {
            Relation target = catalog.relations().get(each.target());
            if (target == null || target.oid() == relation.oid() || !belongings.owned(target)) {
                continue;
            }
            Optional<Seed> parent = make(target, whose);
            for (int i = 0; parent.isPresent() && i < each.columns().size(); i++) {
                String text = parent.get().columns().get(each.targetColumns().get(i));
                if (text != null) {
                    identity.putIfAbsent(each.columns().get(i), text);
                }
            }
        }
        relation.columns().stream()
                .filter(each -> each.generated())
                .forEach(each -> identity.remove(each.number()));
        return identity;
    }

    /** What a new row of somebody holds, which is not put in. */
    Map<Integer, Optional<String>> next(Relation relation, Identity whose)
            throws SQLException, NotSeeded {
        Map<Integer, Optional<String>> fixed = new HashMap<>();
        identity(relation, whose).forEach((number, text) -> fixed.put(number, Optional.of(text)));
        try {
            return seeder.rehearse(relation, fixed);
        } catch (NotSeeded refused) {
            // Its key is the user's own, so that there can be no second row.
            throw new NotSeeded("there is no second row for one user: " + refused.reason());
        }
    }

    /** First as its owner would see it; where the table takes no such row, as it may be. */
    private Place suggested(Relation relation, Map<Integer, Optional<String>> fixed)
            throws SQLException, NotSeeded {
        Map<Integer, Optional<String>> more = new HashMap<>(suggestions.of(relation));
        more.putAll(fixed);
        if (more.equals(fixed)) {
            return insert(relation, fixed);
        }
        try {
            return seeder.insert(relation, more);
        } catch (NotSeeded refused) {
            return insert(relation, fixed);
        }
    }

    private Place insert(Relation relation, Map<Integer, Optional<String>> fixed)
            throws SQLException, NotSeeded {
        try {
            return seeder.insert(relation, fixed);
        } catch (NotSeeded first) {
            Map<Integer, Optional<String>> less = new HashMap<>(fixed);
            boolean changed =
                    less.keySet().removeIf(each -> !relation.column(each).orElseThrow().notNull());
            if (!changed) {
                throw first;
            }
            return seeder.insert(relation, less);
        }
    }

    /** Of a column that says what somebody may do the most. */
    private void highest(Relation relation, Map<Integer, Optional<String>> fixed)
            throws SQLException {
        Optional<Column> role = relation.column("role");
        if (role.isEmpty() || fixed.containsKey(role.get().number())) {
            return;
        }
        List<String> written = new ArrayList<>();
        for (Constraint each : catalog.constraintsOf(relation.oid())) {
            each.expression()
                    .filter(_ -> each.columns().contains(role.get().number()))
                    .ifPresent(one ->
                            written.addAll(dev.holdfast.rls.seed.TypeValues.written(one.text())));
        }
        boolean label =
                Optional.ofNullable(catalog.types().get(role.get().type()))
                        .filter(each -> each.kind() == 'e')
                        .isPresent();
        for (String each : HIGHEST) {
            if ((label || written.contains(each))
                    && seeder.values().reads(each, role.get().typeName())) {
                fixed.put(role.get().number(), Optional.of(each));
                return;
            }
        }
    }

    private Map<Integer, String> columns(Relation relation, Place place) throws SQLException {
        List<String> names =
                relation.columns().stream()
                        .map(each -> Quoted.name(each.name()) + "::text")
                        .toList();
        List<String> row =
                transaction
                        .rows(
                                "SELECT %s FROM %s WHERE %s"
                                        .formatted(
                                                String.join(", ", names),
                                                Quoted.name(relation),
                                                place.condition()))
                        .getFirst();
        Map<Integer, String> columns = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                columns.put(relation.columns().get(i).number(), row.get(i));
            }
        }
        return columns;
    }
}
