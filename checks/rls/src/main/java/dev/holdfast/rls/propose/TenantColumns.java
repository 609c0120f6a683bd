package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** By which columns rows belong to a tenant. */
final class TenantColumns {
    private final Tables tables;
    private final Set<Comparison> comparisons;
    private final Reasons reasons;
    // What speaks for a column: the policies that compare it, and whether a key says so.
    private final Map<Relation, Map<Column, Set<Long>>> asked = new LinkedHashMap<>();
    private final Map<Relation, Map<Column, String>> keys = new LinkedHashMap<>();

    TenantColumns(Tables tables, Set<Comparison> comparisons, Reasons reasons) {
        this.tables = tables;
        this.comparisons = comparisons;
        this.reasons = reasons;
    }

    /**
     * Columns by which rows belong to somebody.
     *
     * @param columns of all tables
     * @param tables those with a column of another name
     */
    record Found(List<String> columns, Map<String, String> tables) {
        Found {
            columns = List.copyOf(columns);
        }
    }

    /** Those of members' tenants. */
    Found of(MembersTable.Found members) {
        for (Comparison each : comparisons) {
            if (each instanceof Comparison.WithMembers it
                    && it.members().equals(members.table())
                    && it.tenant().equals(members.tenant())
                    && it.user().equals(members.user())) {
                ask(it.relation(), it.column(), it.policy().oid());
            }
        }
        key(members.table(), members.tenant(), "it is where members' tenants stand");
        tables.targets(members.table(), members.tenant()).forEach(this::referring);
        if (tables.isKey(members.table(), members.tenant())) {
            referring(new Tables.Target(members.table(), members.tenant()));
        }
        return found();
    }

    /** Those that a session's tenants are compared with. */
    Found of(SaysWho session) {
        for (Comparison each : comparisons) {
            if (each instanceof Comparison.WithSession it && it.who().equals(session)) {
                ask(it.relation(), it.column(), it.policy().oid());
            }
        }
        Set<Tables.Target> targets = new LinkedHashSet<>();
        asked.forEach((relation, columns) ->
                columns.keySet().forEach(each -> targets.addAll(tables.targets(relation, each))));
        targets.stream()
                .filter(each -> !tables.isOfUsers(each.relation()))
                .forEach(this::referring);
        return found();
    }

    private void ask(Relation relation, Column column, long policy) {
        if (tables.all().contains(relation)) {
            asked.computeIfAbsent(relation, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(column, _ -> new LinkedHashSet<>())
                    .add(policy);
        }
    }

    private void key(Relation relation, Column column, String why) {
        if (tables.all().contains(relation)) {
            keys.computeIfAbsent(relation, _ -> new LinkedHashMap<>()).putIfAbsent(column, why);
        }
    }

    /** All that refers to the tenants, and the tenants themselves. */
    private void referring(Tables.Target tenants) {
        key(tenants.relation(), tenants.column(), "each of its rows is a tenant");
        for (Relation table : tables.all()) {
            for (Column column : table.columns()) {
                if (!table.equals(tenants.relation())
                        && tables.targets(table, column).contains(tenants)) {
                    key(table, column, "it refers to " + tenants.relation().fullName());
                }
            }
        }
    }

    private Found found() {
        Map<String, Column> chosen = new TreeMap<>();
        Map<String, Relation> relations = new TreeMap<>();
        Set<Relation> all = new LinkedHashSet<>(keys.keySet());
        all.addAll(asked.keySet());
        for (Relation each : all) {
            chosen.put(each.fullName(), choose(each));
            relations.put(each.fullName(), each);
        }
        List<String> columns = names(chosen);
        Map<String, String> others = new TreeMap<>();
        chosen.forEach((table, column) -> {
            Optional<String> first =
                    columns.stream()
                            .filter(each ->
                                    Optional.ofNullable(relations.get(table))
                                            .flatMap(it -> it.column(each))
                                            .isPresent())
                            .findFirst();
            if (!first.equals(Optional.of(column.name()))) {
                others.put(table, column.name());
                reasons.add("tenant.tables." + table, why(relations.get(table), column));
            }
        });
        say(columns, chosen, relations);
        return new Found(columns, others);
    }

    private Column choose(Relation relation) {
        List<Column> ranked =
                relation.columns().stream()
                        .filter(each -> weight(relation, each) > 0)
                        .sorted(Comparator.comparingInt(each -> -weight(relation, each)))
                        .toList();
        for (Column other : ranked.subList(1, ranked.size())) {
            reasons.add(
                    "tenant.columns",
                    "%s: %s, or is it %s?"
                            .formatted(
                                    relation.fullName(), ranked.getFirst().name(), other.name()));
        }
        return ranked.getFirst();
    }

    private int weight(Relation relation, Column column) {
        String why = keys.getOrDefault(relation, Map.of()).get(column);
        int key = why == null ? 0 : why.startsWith("it refers") ? 1 : 1_000_000;
        return key
                + 2 * asked.getOrDefault(relation, Map.of()).getOrDefault(column, Set.of()).size();
    }

    private String why(@Nullable Relation relation, Column column) {
        if (relation == null) {
            return "";
        }
        int policies = asked.getOrDefault(relation, Map.of()).getOrDefault(column, Set.of()).size();
        String key = keys.getOrDefault(relation, Map.of()).get(column);
        List<String> all = new ArrayList<>();
        if (policies > 0) {
            all.add(policies + (policies == 1 ? " policy compares it" : " policies compare it"));
        }
        if (key != null) {
            all.add(key);
        }
        return String.join("; ", all);
    }

    /** Names that several tables have, and that mean nothing else in any table. */
    private List<String> names(Map<String, Column> chosen) {
        Map<String, Integer> counts = new TreeMap<>();
        chosen.values().forEach(each -> counts.merge(each.name(), 1, Integer::sum));
        return counts.keySet().stream()
                .filter(each -> !meansElse(each, chosen))
                .filter(each -> counts.getOrDefault(each, 0) > 1 || !isOnlyKey(each, chosen))
                .sorted(Comparator.comparingInt((String each) -> -counts.getOrDefault(each, 0)))
                .toList();
    }

    private boolean isOnlyKey(String name, Map<String, Column> chosen) {
        return tables.all().stream()
                .filter(each -> name.equals(columnName(chosen.get(each.fullName()))))
                .allMatch(
                        each -> each.column(name).filter(it -> tables.isKey(each, it)).isPresent());
    }

    private static String columnName(@Nullable Column column) {
        return column == null ? "" : column.name();
    }

    /** Whether a table that nothing else is known of has such a column for something else. */
    private boolean meansElse(String name, Map<String, Column> chosen) {
        return tables.all().stream()
                .filter(each -> !chosen.containsKey(each.fullName()))
                .anyMatch(each ->
                        each.column(name)
                                .filter(it ->
                                        tables.isKey(each, it)
                                                || !tables.targets(each, it).isEmpty())
                                .isPresent());
    }

    private void say(
            List<String> columns, Map<String, Column> chosen, Map<String, Relation> relations) {
        for (String name : columns) {
            List<String> policies = new ArrayList<>();
            List<String> byKey = new ArrayList<>();
            chosen.forEach((table, column) -> {
                Relation relation = relations.get(table);
                if (relation != null && column.name().equals(name)) {
                    boolean compared = asked.getOrDefault(relation, Map.of()).containsKey(column);
                    (compared ? policies : byKey).add(table);
                }
            });
            if (!policies.isEmpty()) {
                reasons.add(
                        "tenant.columns", name + ": policies compare it of " + Words.few(policies));
            }
            if (!byKey.isEmpty()) {
                reasons.add(
                        "tenant.columns",
                        name + ": by keys, which no policy asks, of " + Words.few(byKey));
            }
            List<String> byName =
                    tables.all().stream()
                            .filter(each -> !chosen.containsKey(each.fullName()))
                            .filter(each -> each.column(name).isPresent())
                            .map(Relation::fullName)
                            .toList();
            if (!byName.isEmpty()) {
                reasons.add(
                        "tenant.columns", name + ": by its name alone, of " + Words.few(byName));
            }
        }
    }
}
