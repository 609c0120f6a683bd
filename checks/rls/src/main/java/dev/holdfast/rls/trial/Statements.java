package dev.holdfast.rls.trial;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.seed.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The commands that are tried at a table, as statements. */
final class Statements {
    private final Catalog catalog;
    private final Relation relation;

    Statements(Catalog catalog, Relation relation) {
        this.catalog = catalog;
        this.relation = relation;
    }

    /**
     * Those that aim at a row that is there.
     *
     * @param seed the row
     * @param mine what the columns of whoever acts hold, by which rows belong to him
     */
    Map<String, String> at(Seeds.Seed seed, Map<Integer, String> mine) {
        Map<String, String> all = new LinkedHashMap<>();
        String name = Quoted.name(relation);
        String where = " WHERE " + key(seed);
        touch(seed)
                .ifPresent(change -> {
                    String blind = "UPDATE " + name + " SET " + change;
                    all.put("UPDATE", blind + where);
                    all.put("UPDATE without WHERE", blind);
                    all.put("UPDATE … RETURNING", blind + where + " RETURNING *");
                    all.put(
                            "MERGE",
                            "MERGE INTO %s AS t USING (SELECT 1) AS s ON %s WHEN MATCHED THEN UPDATE SET %s"
                                    .formatted(name, qualified(seed), change));
                });
        String take = assignments(mine);
        if (!take.isEmpty()) {
            all.put("UPDATE that takes the row", "UPDATE " + name + " SET " + take + where);
            all.put("UPDATE that takes all rows", "UPDATE " + name + " SET " + take);
        }
        all.put("DELETE", "DELETE FROM " + name + where);
        all.put("DELETE without WHERE", "DELETE FROM " + name);
        all.put("DELETE … RETURNING", "DELETE FROM " + name + where + " RETURNING *");
        all.put(
                "MERGE that deletes",
                "MERGE INTO %s AS t USING (SELECT 1) AS s ON %s WHEN MATCHED THEN DELETE"
                        .formatted(name, qualified(seed)));
        return all;
    }

    /** Those that put a new row in. */
    Map<String, String> insert(Map<Integer, Optional<String>> row) {
        Map<String, String> all = new LinkedHashMap<>();
        String insert = inserting(row);
        all.put("INSERT", insert);
        all.put("INSERT … RETURNING", insert + " RETURNING *");
        all.put("INSERT … ON CONFLICT DO NOTHING", insert + " ON CONFLICT DO NOTHING");
        return all;
    }

    /** An upsert that meets a row that is there. */
    Optional<String> upsert(Seeds.Seed seed) {
        List<Integer> key = keyColumns();
        Optional<String> change = touch(seed);
        if (key.isEmpty() || change.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Optional<String>> row = new TreeMap<>();
        seed.columns().forEach((number, text) -> row.put(number, Optional.of(text)));
        String names =
                key.stream()
                        .map(each -> Quoted.name(relation.column(each).orElseThrow().name()))
                        .collect(Collectors.joining(", "));
        return Optional.of(
                inserting(row) + " ON CONFLICT (" + names + ") DO UPDATE SET " + change.get());
    }

    /** Changes one's own row so that it belongs to somebody else. */
    Optional<String> restamp(Seeds.Seed own, Map<Integer, String> theirs) {
        String change = assignments(theirs);
        return change.isEmpty() ? Optional.empty() : Optional.of(update(own, change));
    }

    /** The same for all that the session reaches, of which it need see nothing afterwards. */
    Optional<String> restampAll(Map<Integer, String> theirs) {
        String change = assignments(theirs);
        return change.isEmpty()
                ? Optional.empty()
                : Optional.of("UPDATE %s SET %s".formatted(Quoted.name(relation), change));
    }

    /** Changes some columns of one's own row, keys too. */
    String move(Seeds.Seed own, Map<Integer, String> columns) {
        return update(own, assignments(columns, List.of()));
    }

    private String update(Seeds.Seed own, String change) {
        return "UPDATE %s SET %s WHERE %s".formatted(Quoted.name(relation), change, key(own));
    }

    private String assignments(Map<Integer, String> identity) {
        return assignments(identity, keyColumns());
    }

    private String assignments(Map<Integer, String> identity, List<Integer> key) {
        return new TreeMap<>(identity)
                .entrySet().stream()
                        .filter(each -> !key.contains(each.getKey()))
                        .map(each -> {
                            Column column = relation.column(each.getKey()).orElseThrow();
                            return Quoted.name(column.name())
                                    + " = "
                                    + Quoted.value(each.getValue(), column.typeName());
                        })
                        .collect(Collectors.joining(", "));
    }

    /** A new row. */
    String inserting(Map<Integer, Optional<String>> row) {
        List<String> names = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        new TreeMap<>(row)
                .forEach((number, text) -> {
                    Column column = relation.column(number).orElseThrow();
                    if (!column.generated()) {
                        names.add(Quoted.name(column.name()));
                        texts.add(
                                text.map(each -> Quoted.value(each, column.typeName()))
                                        .orElse("NULL"));
                    }
                });
        return names.isEmpty()
                ? "INSERT INTO " + Quoted.name(relation) + " DEFAULT VALUES"
                : "INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(
                                Quoted.name(relation),
                                String.join(", ", names),
                                String.join(", ", texts));
    }

    /** One column as it is: even so the row is written anew. Keys stay out of it. */
    private Optional<String> touch(Seeds.Seed seed) {
        Set<Integer> bound = Set.copyOf(keyColumns());
        List<Column> columns =
                relation.columns().stream()
                        .filter(each -> !each.generated() && !bound.contains(each.number()))
                        .toList();
        Optional<Column> plain =
                columns.stream()
                        .filter(each -> !seed.identity().containsKey(each.number()))
                        .reduce((_, last) -> last)
                        .or(() -> columns.stream().findFirst());
        return plain.map(each -> {
            String text = seed.columns().get(each.number());
            return Quoted.name(each.name())
                    + " = "
                    + (text == null ? "NULL" : Quoted.value(text, each.typeName()));
        });
    }

    /** The columns of the primary key, or of another one. */
    List<Integer> keyColumns() {
        return key(Constraint.Kind.PRIMARY_KEY)
                .or(() -> key(Constraint.Kind.UNIQUE))
                .orElse(List.of());
    }

    private Optional<List<Integer>> key(Constraint.Kind kind) {
        return catalog.constraintsOf(relation.oid()).stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .map(Constraint::columns);
    }

    private String key(Seeds.Seed seed) {
        String key = key(seed, "");
        return key.isEmpty() ? seed.place().condition() : key;
    }

    private String qualified(Seeds.Seed seed) {
        String key = key(seed, "t.");
        return key.isEmpty()
                ? "t.tableoid = %d AND t.ctid = '%s'"
                        .formatted(seed.place().table(), seed.place().version())
                : key;
    }

    private String key(Seeds.Seed seed, String prefix) {
        List<String> parts = new ArrayList<>();
        for (int each : keyColumns()) {
            Column column = relation.column(each).orElseThrow();
            String text = seed.columns().get(each);
            if (text == null) {
                return "";
            }
            parts.add(
                    prefix
                            + Quoted.name(column.name())
                            + " = "
                            + Quoted.value(text, column.typeName()));
        }
        return String.join(" AND ", parts);
    }
}
