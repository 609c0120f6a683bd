package dev.holdfast.rls.access;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Dependency;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The ways around policies. A view asks its relations with its owner's rights, one with {@code
 * security_invoker} always with those of whoever runs the query, also inside another view
 * (sql-createview, rules-privileges); a materialized view holds what its owner saw; a child that is
 * asked directly knows its own policies only (ddl-inherit).
 */
public final class WaysAround {
    private final EffectiveAccess access;
    private final Catalog catalog;
    private final Map<Long, Set<Long>> reads = new HashMap<>();
    private final FunctionReach functions;

    /** The ways that an access model has. */
    public WaysAround(EffectiveAccess access) {
        this.access = access;
        catalog = access.catalog();
        functions = new FunctionReach(catalog);
        Map<Long, Rule> selects =
                catalog.rules().stream()
                        .filter(each -> each.event() == '1')
                        .collect(Collectors.toMap(Rule::oid, each -> each));
        for (Dependency each : catalog.dependencies()) {
            Rule rule = selects.get(each.dependent());
            if (each.kind() == Dependency.Kind.RULE
                    && rule != null
                    && each.relation() != 0
                    && each.relation() != rule.view()) {
                reads.computeIfAbsent(rule.view(), _ -> new TreeSet<>()).add(each.relation());
            }
        }
    }

    /** What functions reach. */
    public FunctionReach functions() {
        return functions;
    }

    /** The relations that a view's query names. */
    public Set<Long> readBy(Relation view) {
        return reads.getOrDefault(view.oid(), Set.of());
    }

    /** All ways that a role has. */
    public List<WayAround> of(long role) {
        List<WayAround> ways = new ArrayList<>();
        for (Relation each : catalog.allRelations()) {
            switch (each.kind()) {
                case VIEW -> throughView(role, each, ways::add);
                case MATERIALIZED_VIEW -> throughMaterialized(role, each, ways::add);
                case TABLE, PARTITIONED_TABLE -> throughChild(role, each, ways::add);
                case FOREIGN_TABLE, SEQUENCE -> {}
            }
        }
        new FunctionWays(access, functions).of(role).forEach(ways::add);
        return ways;
    }

    private List<String> privileges(long role, Relation relation) {
        return access.held(role, relation).stream()
                .filter(each -> each.privilege().command().filter(relation::takes).isPresent())
                .map(each -> each.privilege().name())
                .toList();
    }

    private void throughView(long role, Relation view, Consumer<WayAround> found) {
        List<String> privileges = privileges(role, view);
        if (!privileges.isEmpty()) {
            walk(role, view, privileges, new LinkedHashSet<>(), new HashSet<>(), found);
        }
    }

    private void walk(
            long role,
            Relation view,
            List<String> privileges,
            Set<String> chain,
            Set<String> told,
            Consumer<WayAround> found) {
        if (!chain.add(view.fullName())) {
            return;
        }
        long actor = view.isInvokersView() ? role : view.owner();
        for (long oid : readBy(view)) {
            Relation below = catalog.relations().get(oid);
            if (below == null || access.held(actor, below, Privilege.SELECT).isEmpty()) {
                continue;
            }
            if (below.kind() == Relation.Kind.VIEW) {
                walk(role, below, privileges, chain, told, found);
            } else if (below.kind().isTable()
                    && actor != role
                    && told.add(below.fullName() + " " + actor)) {
                found.accept(
                        new WayAround(
                                WayAround.Kind.VIEW,
                                role,
                                chain.iterator().next(),
                                List.copyOf(chain),
                                below,
                                catalog.roleName(actor),
                                access.enforcement(actor, below),
                                privileges,
                                true));
            }
        }
        chain.remove(view.fullName());
    }

    private void throughMaterialized(long role, Relation view, Consumer<WayAround> found) {
        if (access.held(role, view, Privilege.SELECT).isEmpty()) {
            return;
        }
        Set<Long> tables = new LinkedHashSet<>();
        below(view, tables, new HashSet<>());
        for (long oid : tables) {
            Relation table = catalog.relations().get(oid);
            if (table != null) {
                found.accept(
                        new WayAround(
                                WayAround.Kind.MATERIALIZED_VIEW,
                                role,
                                view.fullName(),
                                List.of(view.fullName()),
                                table,
                                catalog.roleName(view.owner()),
                                access.enforcement(view.owner(), table),
                                List.of("SELECT"),
                                true));
            }
        }
    }

    /** The tables below a view, through views of views. */
    private void below(Relation view, Set<Long> tables, Set<Long> seen) {
        for (long oid : readBy(view)) {
            Relation each = catalog.relations().get(oid);
            if (each != null && seen.add(oid)) {
                if (each.kind().isTable()) {
                    tables.add(oid);
                } else {
                    below(each, tables, seen);
                }
            }
        }
    }

    /** The tables whose rows a view shows, through views of views. */
    public List<Relation> tablesOf(Relation view) {
        Set<Long> tables = new LinkedHashSet<>();
        below(view, tables, new HashSet<>());
        return tables.stream()
                .map(each -> catalog.relations().get(each))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private void throughChild(long role, Relation child, Consumer<WayAround> found) {
        List<String> privileges = privileges(role, child);
        if (privileges.isEmpty() || access.enforcement(role, child) == Enforcement.ENFORCED) {
            return;
        }
        for (Relation parent : ancestors(child)) {
            if (access.enforcement(role, parent) == Enforcement.ENFORCED) {
                found.accept(
                        new WayAround(
                                WayAround.Kind.CHILD,
                                role,
                                child.fullName(),
                                List.of(child.fullName()),
                                parent,
                                catalog.roleName(role),
                                access.enforcement(role, child),
                                privileges,
                                true));
            }
        }
    }

    /** The tables that a table is a child or a partition of, the nearest first. */
    public List<Relation> ancestors(Relation child) {
        Set<Long> found = new LinkedHashSet<>();
        List<Long> open = new ArrayList<>(List.of(child.oid()));
        while (!open.isEmpty()) {
            long next = open.removeFirst();
            for (Catalog.Inheritance each : catalog.inheritances()) {
                if (each.child() == next && found.add(each.parent())) {
                    open.add(each.parent());
                }
            }
        }
        return found.stream()
                .map(each -> catalog.relations().get(each))
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
