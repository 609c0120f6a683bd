package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** By which columns rows belong to a user. */
final class OwnerColumns {
    private static final String KEY = "owner.columns";

    private final Tables tables;
    private final Reasons reasons;
    // The policies that compare a column with the user.
    private final Map<Relation, Map<Column, Set<Long>>> asked = new LinkedHashMap<>();
    private final Map<String, String> own = new LinkedHashMap<>();

    OwnerColumns(
            Tables tables, Set<Comparison> comparisons, Identities identities, Reasons reasons) {
        this.tables = tables;
        this.reasons = reasons;
        for (Comparison each : comparisons) {
            if (each instanceof Comparison.WithSession it
                    && !it.several()
                    && !identities.isTenant(it.who())) {
                asked.computeIfAbsent(it.relation(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(it.column(), _ -> new LinkedHashSet<>())
                        .add(it.policy().oid());
            }
        }
    }

    /**
     * Columns by which rows belong to a user.
     *
     * @param tables those with a column whose name means something else elsewhere
     */
    record Found(List<String> columns, Map<String, String> tables) {
        /** None of them. */
        static final Found NOTHING = new Found(List.of(), Map.of());
    }

    /**
     * The columns that policies compare, else those that refer to users, else those so called.
     *
     * @param ofTenant whether a table's rows belong to a tenant already
     */
    Found find(Predicate<Relation> ofTenant) {
        List<Relation> alone = tables.all().stream().filter(ofTenant.negate()).toList();
        boolean hasTenants = alone.size() < tables.all().size();
        Map<String, List<Relation>> byPolicy = named(alone, this::isAsked);
        Map<String, List<Relation>> byKey = named(alone, tables::refersToUsers);
        List<String> columns = new ArrayList<>();
        addSafe(byPolicy, columns, "policies compare it with who asks");
        if (hasTenants) {
            reasonsOfOthers(byKey, columns);
        } else {
            addSafe(byKey, columns, "it refers to the users, which no policy asks");
        }
        if (columns.isEmpty() && !hasTenants) {
            addSafe(
                    named(alone, (_, column) -> Words.isOwner(column.name())),
                    columns,
                    "by its name alone");
        }
        sayWhoElseHas(ofTenant, columns, byPolicy, byKey);
        own.keySet().removeIf(each -> !isAlone(each, columns));
        return new Found(columns, own);
    }

    private boolean isAlone(String table, List<String> columns) {
        return tables.all().stream()
                .filter(each -> each.fullName().equals(table))
                .noneMatch(each -> decided(each, columns));
    }

    /** Whether a column says something of a table. */
    @FunctionalInterface
    private interface Speaks {
        boolean of(Relation relation, Column column);
    }

    private boolean isAsked(Relation relation, Column column) {
        return asked.getOrDefault(relation, Map.of()).containsKey(column);
    }

    /**
     * Whether a policy by which rows are seen compares a column with the user. What only policies
     * for writing compare is an author: others see the row, too.
     */
    boolean decidesWhoSees(Relation relation) {
        Set<Long> seeing =
                tables.catalog().policiesOf(relation.oid()).stream()
                        .filter(each -> each.command().concerns(Command.SELECT))
                        .map(Policy::oid)
                        .collect(Collectors.toSet());
        return asked.getOrDefault(relation, Map.of()).values().stream()
                .flatMap(Set::stream)
                .anyMatch(each -> seeing.isEmpty() || seeing.contains(each));
    }

    /** Names what policies compare of tables whose rows belong to a tenant by another row. */
    void sayAuthors(Set<String> ofParents) {
        asked.forEach((relation, columns) -> {
            if (ofParents.contains(relation.fullName())) {
                columns.keySet()
                        .forEach(each ->
                                reasons.add(
                                        "tenant.parents." + relation.fullName(),
                                        "or is a row its %s's alone? policies for writing compare"
                                                        .formatted(each.name())
                                                + " that with who asks"));
            }
        });
    }

    private static Map<String, List<Relation>> named(List<Relation> relations, Speaks speaks) {
        Map<String, List<Relation>> named = new TreeMap<>();
        for (Relation relation : relations) {
            for (Column column : relation.columns()) {
                if (speaks.of(relation, column)) {
                    named.computeIfAbsent(column.name(), _ -> new ArrayList<>()).add(relation);
                }
            }
        }
        return named;
    }

    private void addSafe(Map<String, List<Relation>> named, List<String> columns, String because) {
        named.entrySet().stream()
                .sorted((one, other) ->
                        Integer.compare(other.getValue().size(), one.getValue().size()))
                .forEach(each -> {
                    String name = each.getKey();
                    boolean adds =
                            each.getValue().stream().anyMatch(table -> !decided(table, columns));
                    if (columns.contains(name) || !adds) {
                        return;
                    }
                    List<String> elsewhere = meansElse(name, each.getValue(), columns);
                    List<String> of = each.getValue().stream().map(Relation::fullName).toList();
                    if (elsewhere.isEmpty()) {
                        columns.add(name);
                        reasons.add(KEY, name + ": " + because + ", of " + Words.few(of));
                    } else {
                        of.forEach(table -> {
                            own.putIfAbsent(table, name);
                            reasons.add(
                                    "owner.tables." + table,
                                    because
                                            + "; in "
                                            + Words.few(elsewhere)
                                            + " that name means something else");
                        });
                    }
                });
    }

    private static boolean decided(Relation table, List<String> columns) {
        return columns.stream().anyMatch(each -> table.column(each).isPresent());
    }

    /** Tables that nothing is known of, and whose column of that name is a key. */
    private List<String> meansElse(String name, List<Relation> known, List<String> columns) {
        return tables.all().stream()
                .filter(each -> !known.contains(each) && !decided(each, columns))
                .filter(each ->
                        each.column(name)
                                .filter(it ->
                                        tables.isKey(each, it) || tables.refersElsewhere(each, it))
                                .isPresent())
                .map(Relation::fullName)
                .toList();
    }

    private void reasonsOfOthers(Map<String, List<Relation>> byKey, List<String> columns) {
        byKey.forEach((name, relations) -> {
            if (!columns.contains(name)) {
                reasons.add(
                        KEY,
                        "or does %s say whose a row is, too? it refers to the users, of %s"
                                .formatted(
                                        name,
                                        Words.few(
                                                relations.stream()
                                                        .map(Relation::fullName)
                                                        .toList())));
            }
        });
    }

    private void sayWhoElseHas(
            Predicate<Relation> ofTenant,
            List<String> columns,
            Map<String, List<Relation>> byPolicy,
            Map<String, List<Relation>> byKey) {
        for (String name : columns) {
            List<String> both =
                    tables.all().stream()
                            .filter(each -> ofTenant.test(each) && each.column(name).isPresent())
                            .map(Relation::fullName)
                            .toList();
            if (!both.isEmpty()) {
                reasons.add(
                        KEY,
                        "%s has %s and a tenant: a row must then be the session's by both"
                                .formatted(Words.few(both), name));
            }
            List<String> others =
                    tables.all().stream()
                            .filter(each -> !ofTenant.test(each) && each.column(name).isPresent())
                            .filter(each ->
                                    !byPolicy.getOrDefault(name, List.of()).contains(each)
                                            && !byKey.getOrDefault(name, List.of()).contains(each))
                            .map(Relation::fullName)
                            .toList();
            if (!others.isEmpty()) {
                reasons.add(KEY, name + ": by its name alone, of " + Words.few(others));
            }
        }
    }
}
