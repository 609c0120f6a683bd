package dev.holdfast.rls.audit;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Dependency;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.demand.PolicyExpressions;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Inside;
import dev.holdfast.rls.expression.Query;
import dev.holdfast.rls.expression.Query.Range;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What policies rest on: which columns of their row, which other relations. */
public final class Guards {
    private final Catalog catalog;
    private final PolicyExpressions expressions;
    private final Map<Long, List<Dependency>> dependencies;
    private final Map<Long, Set<Integer>> ofRelation = new HashMap<>();
    // To compare expressions by value would go through them once more.
    private final IdentityHashMap<Expression, Set<Integer>> columns = new IdentityHashMap<>();
    private final IdentityHashMap<Expression, Map<Long, Set<Integer>>> relations =
            new IdentityHashMap<>();

    Guards(Catalog catalog, PolicyExpressions expressions) {
        this.catalog = catalog;
        this.expressions = expressions;
        dependencies =
                catalog.dependencies().stream()
                        .filter(each -> each.kind() == Dependency.Kind.POLICY)
                        .collect(Collectors.groupingBy(Dependency::dependent));
    }

    /** The numbers of the columns of its row that an expression looks at. */
    public Set<Integer> columns(Expression expression) {
        return columns.computeIfAbsent(expression, Guards::columnsIn);
    }

    private static Set<Integer> columnsIn(Expression expression) {
        Set<Integer> found = new TreeSet<>();
        Inside.each(
                expression,
                (part, queries) -> {
                    if (part instanceof Expression.ColumnOf column
                            && Inside.isOfRow(column, queries)
                            && column.number() > 0) {
                        found.add(column.number());
                    }
                });
        return Collections.unmodifiableSet(found);
    }

    /** The numbers of the columns that the policies of a relation look at. */
    public Set<Integer> columns(Relation relation) {
        return ofRelation.computeIfAbsent(
                relation.oid(),
                oid -> {
                    Set<Integer> found = new TreeSet<>();
                    for (Policy each : catalog.policiesOf(oid)) {
                        expressions.of(each).forEach(it -> found.addAll(columns(it)));
                    }
                    return Collections.unmodifiableSet(found);
                });
    }

    /** The relations that an expression asks, each with the columns of it that are looked at. */
    public Map<Long, Set<Integer>> relations(Expression expression) {
        return relations.computeIfAbsent(expression, Guards::relationsIn);
    }

    private static Map<Long, Set<Integer>> relationsIn(Expression expression) {
        Map<Long, Set<Integer>> found = new LinkedHashMap<>();
        Inside.each(
                expression,
                new Inside.Visitor() {
                    @Override
                    public void in(Query query) {
                        for (Range each : query.range()) {
                            if (each instanceof Range.OfRelation it) {
                                found.computeIfAbsent(it.relation(), _ -> new TreeSet<>());
                            }
                        }
                    }

                    @Override
                    public void at(Expression part, List<Query> queries) {
                        if (part instanceof Expression.ColumnOf column && column.number() > 0) {
                            Inside.relation(column, queries)
                                    .ifPresent(it ->
                                            found.computeIfAbsent(it, _ -> new TreeSet<>())
                                                    .add(column.number()));
                        }
                    }
                });
        return Collections.unmodifiableMap(found);
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
        return dependencies.getOrDefault(policy.oid(), List.of());
    }
}
