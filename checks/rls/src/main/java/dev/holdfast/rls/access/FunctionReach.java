package dev.holdfast.rls.access;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Dependency;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which relations a function gets at. Bodies in standard SQL have dependencies in the catalogue;
 * bodies that are strings have none, so that the names in their text tell only what they may reach.
 */
public final class FunctionReach {
    private static final long TRIGGER = 2279;
    private static final long EVENT_TRIGGER = 3838;
    private static final int DEEPEST = 8;

    private final Catalog catalog;
    private final Map<String, List<Relation>> relations = new HashMap<>();
    private final Map<String, List<Function>> functions = new HashMap<>();
    private final Map<Long, List<Dependency>> dependencies = new HashMap<>();
    private final Map<Long, Map<Long, Boolean>> known = new ConcurrentHashMap<>();

    FunctionReach(Catalog catalog) {
        this.catalog = catalog;
        for (Relation each : catalog.allRelations()) {
            relations.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each);
        }
        for (Function each : catalog.functions().values()) {
            if (each.oid() >= 16384) {
                functions.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each);
            }
        }
        for (Dependency each : catalog.dependencies()) {
            if (each.kind() == Dependency.Kind.FUNCTION) {
                dependencies.computeIfAbsent(each.dependent(), _ -> new ArrayList<>()).add(each);
            }
        }
    }

    /** Whether it is run by triggers only, and never by a query. */
    public static boolean isTrigger(Function function) {
        return function.returnType() == TRIGGER || function.returnType() == EVENT_TRIGGER;
    }

    /** The oids of the relations, each with whether that is certain. */
    public Map<Long, Boolean> of(Function function) {
        Map<Long, Boolean> before = known.get(function.oid());
        if (before != null) {
            return before;
        }
        Map<Long, Boolean> found = new LinkedHashMap<>();
        follow(function, true, 0, new HashSet<>(), found);
        known.put(function.oid(), Map.copyOf(found));
        return found;
    }

    /** The functions that the text of a body may call, by their names. */
    public List<Function> named(Function function) {
        SearchPath path = SearchPath.of(function);
        return function.body().isPresent()
                ? List.of()
                : SqlNames.in(function.source()).stream()
                        .flatMap(each -> functionsOf(each, path).stream())
                        .distinct()
                        .toList();
    }

    private void follow(
            Function function,
            boolean certain,
            int depth,
            Set<Long> seen,
            Map<Long, Boolean> found) {
        if (depth > DEEPEST || !seen.add(function.oid())) {
            return;
        }
        for (Dependency each : dependencies.getOrDefault(function.oid(), List.of())) {
            if (each.relation() != 0) {
                found.merge(each.relation(), certain, Boolean::logicalOr);
            }
            Function called = catalog.functions().get(each.function());
            if (called != null) {
                follow(called, certain, depth + 1, seen, found);
            }
        }
        if (function.body().isEmpty()) {
            SearchPath path = SearchPath.of(function);
            for (SqlNames.Name name : SqlNames.in(function.source())) {
                relationsOf(name, path).forEach(each -> found.putIfAbsent(each.oid(), false));
                functionsOf(name, path)
                        .forEach(each -> follow(each, false, depth + 1, seen, found));
            }
        }
    }

    private List<Relation> relationsOf(SqlNames.Name name, SearchPath path) {
        if (catalog.schemas().containsKey(name.qualifier())) {
            return relations.getOrDefault(name.name(), List.of()).stream()
                    .filter(each -> each.schema().equals(name.qualifier()))
                    .toList();
        }
        // table.column, and alias.column of an alias that is called like a table
        String table = name.qualifier().isEmpty() ? name.name() : name.qualifier();
        return relations.getOrDefault(table, List.of()).stream()
                .filter(each -> path.sees(each.schema()))
                .toList();
    }

    private List<Function> functionsOf(SqlNames.Name name, SearchPath path) {
        return name.called()
                ? functions.getOrDefault(name.name(), List.of()).stream()
                        .filter(each ->
                                name.qualifier().isEmpty()
                                        ? path.sees(each.schema())
                                        : each.schema().equals(name.qualifier()))
                        .toList()
                : List.of();
    }
}
