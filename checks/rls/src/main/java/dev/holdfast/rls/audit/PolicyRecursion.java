package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pitfall 28: policies that ask one another. */
final class PolicyRecursion implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "policy-recursion",
                    "Policies ask one another without end",
                    Severity.MEDIUM,
                    "A SELECT policy of the table asks a table whose policies come back to "
                            + "it; PostgreSQL ends such a query with error 42P17, infinite recursion.",
                    "Nothing leaks: the table cannot be read. The usual remedy, a SECURITY "
                            + "DEFINER function, is a way around policies of its own.",
                    "Ask a table whose policies do not ask back, or a SECURITY DEFINER "
                            + "function that answers for the calling user only.",
                    Explained.cwe(674),
                    Explained.manual("sql-createpolicy"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        Map<Long, Set<Long>> edges = new LinkedHashMap<>();
        for (Policy policy : scene.catalog().policies()) {
            Relation table = scene.catalog().relations().get(policy.relation());
            if (table == null
                    || !table.rowSecurity()
                    || !policy.command().concerns(Command.SELECT)) {
                continue;
            }
            for (long role : scene.roles()) {
                if (scene.access().speaksOf(policy, role)
                        && scene.access().enforcement(role, table) == Enforcement.ENFORCED) {
                    scene.expressions().of(policy).stream()
                            .flatMap(each -> scene.guards().relations(each).keySet().stream())
                            .forEach(each ->
                                    edges.computeIfAbsent(
                                                    policy.relation(), _ -> new LinkedHashSet<>())
                                            .add(each));
                }
            }
        }
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.guarded()) {
            List<Long> cycle = cycle(table.oid(), edges);
            if (!cycle.isEmpty()) {
                List<String> names =
                        cycle.stream()
                                .map(each -> scene.catalog().relations().get(each))
                                .filter(java.util.Objects::nonNull)
                                .map(Relation::fullName)
                                .toList();
                found.add(
                        Found.of(
                                        table.fullName(),
                                        table.fullName(),
                                        "policies ask one another without end: "
                                                + String.join(" > ", names))
                                .with("tables", names));
            }
        }
        return found;
    }

    /** A way from a table to itself, or nothing. */
    private static List<Long> cycle(long start, Map<Long, Set<Long>> edges) {
        Map<Long, List<Long>> ways = new LinkedHashMap<>();
        List<Long> open = new ArrayList<>(List.of(start));
        ways.put(start, List.of(start));
        while (!open.isEmpty()) {
            long at = open.removeFirst();
            for (long next : edges.getOrDefault(at, Set.of())) {
                List<Long> way = new ArrayList<>(ways.getOrDefault(at, List.of()));
                way.add(next);
                if (next == start) {
                    return way;
                }
                if (ways.putIfAbsent(next, List.copyOf(way)) == null) {
                    open.add(next);
                }
            }
        }
        return List.of();
    }
}
