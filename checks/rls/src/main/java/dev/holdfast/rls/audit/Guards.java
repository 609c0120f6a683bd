package dev.holdfast.rls.audit;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Dependency;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Query;
import dev.holdfast.rls.expression.Query.Range;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What policies rest on: which columns of their row, which other relations. */
public final class Guards {
    private final Catalog catalog;
    private final PolicyExpressions expressions;

    Guards(Catalog catalog, PolicyExpressions expressions) {
        this.catalog = catalog;
        this.expressions = expressions;
    }

    /** The numbers of the columns of its row that an expression looks at. */
    public Set<Integer> columns(Expression expression) {
        Set<Integer> columns = new TreeSet<>();
        Inside.each(
                expression,
                (part, queries) -> {
                    if (part instanceof Expression.ColumnOf column
                            && Inside.isOfRow(column, queries)
                            && column.number() > 0) {
                        columns.add(column.number());
                    }
                });
        return columns;
    }

    /** The numbers of the columns that the policies of a relation look at. */
    public Set<Integer> columns(Relation relation) {
        Set<Integer> columns = new TreeSet<>();
        for (Policy each : catalog.policiesOf(relation.oid())) {
            expressions.of(each).forEach(it -> columns.addAll(columns(it)));
        }
        return columns;
    }

    /** The relations that an expression asks, each with the columns of it that are looked at. */
    public Map<Long, Set<Integer>> relations(Expression expression) {
        Map<Long, Set<Integer>> found = new LinkedHashMap<>();
        Set<Query> seen = new HashSet<>();
        Inside.each(
                expression,
                (part, queries) -> {
                    for (Query query : queries) {
                        if (seen.add(query)) {
                            for (Range each : query.range()) {
                                if (each instanceof Range.OfRelation it) {
                                    found.computeIfAbsent(it.relation(), _ -> new TreeSet<>());
                                }
                            }
                        }
                    }
                    if (part instanceof Expression.ColumnOf column && column.number() > 0) {
                        Inside.relation(column, queries)
                                .ifPresent(it ->
                                        found.computeIfAbsent(it, _ -> new TreeSet<>())
                                                .add(column.number()));
                    }
                });
        return found;
    }

    /**
     * The relations that a policy asks: those of its expressions, and those that only its
     * dependencies tell of, as inside of WITH.
     */
    public Set<Long> relations(Policy policy) {
        Set<Long> found = new LinkedHashSet<>();
        expressions.of(policy).forEach(it -> found.addAll(relations(it).keySet()));
        for (Dependency each : dependencies(policy)) {
            if (each.relation() != 0 && each.relation() != policy.relation()) {
                found.add(each.relation());
            }
        }
        return found;
    }

    /** The functions, not PostgreSQL's own, that a policy calls. */
    public Set<Long> functions(Policy policy) {
        Set<Long> found = new LinkedHashSet<>();
        for (Dependency each : dependencies(policy)) {
            if (each.function() != 0) {
                found.add(each.function());
            }
        }
        return found;
    }

    private List<Dependency> dependencies(Policy policy) {
        return catalog.dependencies().stream()
                .filter(each ->
                        each.kind() == Dependency.Kind.POLICY && each.dependent() == policy.oid())
                .toList();
    }
}
