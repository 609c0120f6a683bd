package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.tenancy.Parent;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which tables have rows that belong to a tenant by the row that they refer to: those with one
 * foreign key to such a table and no column of their own that says it.
 */
final class Parents {
    private static final String KEY = "tenant.parents.";

    private final Tables tables;
    private final Tenancy tenancy;
    private final Predicate<Relation> otherwise;
    private final Reasons reasons;

    /**
     * A search.
     *
     * @param tenancy with its tenant columns
     * @param otherwise tables of which something else says whose their rows are
     */
    Parents(Tables tables, Tenancy tenancy, Predicate<Relation> otherwise, Reasons reasons) {
        this.tables = tables;
        this.tenancy = tenancy;
        this.otherwise = otherwise;
        this.reasons = reasons;
    }

    /** The referring column by the table. */
    Map<String, String> find() {
        Map<Relation, Column> single = single(reaching());
        while (single.keySet().removeIf(each -> !leads(each, single))) {
            // What led through it leads nowhere now.
        }
        Map<String, String> parents = new LinkedHashMap<>();
        single.forEach((table, column) -> {
            parents.put(table.fullName(), column.name());
            reasons.add(
                    KEY + table.fullName(),
                    "the only key to a table whose rows belong to a tenant, "
                            + keys(table, column).getFirst().relation().fullName());
        });
        return parents;
    }

    private boolean hasTenant(Relation table) {
        return tenancy.tenant(table).isPresent();
    }

    /** Tables that lead to a tenant by any keys. */
    private Set<Relation> reaching() {
        Set<Relation> reaching = new LinkedHashSet<>();
        tables.all().stream().filter(this::hasTenant).forEach(reaching::add);
        boolean grown = !reaching.isEmpty();
        while (grown) {
            List<Relation> more =
                    tables.all().stream()
                            .filter(each -> !reaching.contains(each) && !otherwise.test(each))
                            .filter(each -> !columns(each, reaching).isEmpty())
                            .toList();
            grown = reaching.addAll(more);
        }
        return reaching;
    }

    private List<Parent> keys(Relation table, Column column) {
        return Parent.references(table, column, tables.catalog());
    }

    private List<Column> columns(Relation table, Set<Relation> to) {
        return table.columns().stream()
                .filter(each ->
                        keys(table, each).stream()
                                .anyMatch(key ->
                                        !key.relation().equals(table)
                                                && to.contains(key.relation())))
                .toList();
    }

    private Map<Relation, Column> single(Set<Relation> reaching) {
        Map<Relation, Column> single = new LinkedHashMap<>();
        for (Relation each : reaching) {
            List<Column> columns = columns(each, reaching);
            if (!hasTenant(each)
                    && columns.size() == 1
                    && keys(each, columns.getFirst()).size() == 1) {
                single.put(each, columns.getFirst());
            }
        }
        return single;
    }

    private boolean leads(Relation table, Map<Relation, Column> single) {
        Map<String, String> named = new LinkedHashMap<>();
        single.forEach((each, column) -> named.put(each.fullName(), column.name()));
        return Parent.chain(table, tenancy.with(Map.of(), named), tables.catalog()).isPresent();
    }
}
