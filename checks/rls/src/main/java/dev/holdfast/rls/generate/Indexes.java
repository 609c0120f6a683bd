package dev.holdfast.rls.generate;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Index;
import dev.holdfast.rls.catalog.Relation;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Indexes that begin with a column that policies look at, and unique ones that keys refer to. */
final class Indexes {
    private static final int LONGEST_NAME = 63;

    private final Catalog catalog;
    private final Floor floor;
    private final Set<List<Object>> made = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    Indexes(Catalog catalog, Floor floor) {
        this.catalog = catalog;
        this.floor = floor;
        catalog.allRelations().forEach(each -> names.add(each.schema() + "." + each.name()));
        for (Index each : catalog.indexes()) {
            Relation of = catalog.relations().get(each.relation());
            if (of != null) {
                names.add(of.schema() + "." + each.name());
            }
        }
    }

    /** One for each column that the policies look at and no index begins with. */
    void write(Script script, Relation table) {
        for (Column each : floor.columns(table)) {
            if (!isLed(table, each)) {
                index(script, "INDEX", table, List.of(each));
            }
        }
    }

    private boolean isLed(Relation table, Column column) {
        return made.stream()
                        .anyMatch(each ->
                                each.getFirst().equals(table.oid())
                                        && each.get(1).equals(column.number()))
                || catalog.indexesOf(table.oid()).stream()
                        .anyMatch(each ->
                                each.valid()
                                        && each.whole()
                                        && !each.columns().isEmpty()
                                        && each.columns().getFirst() == column.number());
    }

    /** A unique one over these columns, unless there is one. */
    void unique(Script script, Relation table, List<Column> columns) {
        Set<Object> numbers = new HashSet<>(columns.stream().map(Column::number).toList());
        boolean there =
                catalog.indexesOf(table.oid()).stream()
                        .anyMatch(each ->
                                each.unique()
                                        && each.valid()
                                        && each.whole()
                                        && each.columns().size() == numbers.size()
                                        && numbers.containsAll(each.columns()));
        boolean madeBefore =
                made.stream()
                        .anyMatch(each ->
                                each.getFirst().equals(table.oid())
                                        && each.size() == numbers.size() + 1
                                        && numbers.containsAll(each.subList(1, each.size()))
                                        && numbers.size() > 1);
        if (!there && !madeBefore) {
            index(script, "UNIQUE INDEX", table, columns);
        }
    }

    private void index(Script script, String kind, Relation table, List<Column> columns) {
        List<Object> key = new java.util.ArrayList<>(List.of(table.oid()));
        columns.forEach(each -> key.add(each.number()));
        made.add(key);
        String name = name(table, columns.stream().map(Column::name).toList());
        script.statement(
                "CREATE "
                        + kind
                        + " IF NOT EXISTS "
                        + Names.of(name)
                        + " ON "
                        + Names.of(table)
                        + " ("
                        + Names.columns(columns)
                        + ")");
    }

    /** One that nothing else has: IF NOT EXISTS looks at the name alone. */
    private String name(Relation table, Collection<String> columns) {
        String whole = table.name() + "_" + String.join("_", columns);
        for (int i = 0; ; i++) {
            String end = "_idx" + (i == 0 ? "" : i);
            String name = cut(whole, LONGEST_NAME - end.length()) + end;
            if (names.add(table.schema() + "." + name)) {
                return name;
            }
        }
    }

    /** To a length in bytes, as PostgreSQL counts; what it cut itself would not be found again. */
    private static String cut(String name, int bytes) {
        String cut = name;
        while (cut.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > bytes) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}
