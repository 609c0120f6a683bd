package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Rule;
import dev.holdfast.rls.catalog.Type;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Query;
import dev.holdfast.rls.expression.QueryReader;
import dev.holdfast.rls.expression.Types;
import dev.holdfast.rls.tree.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which tables a query takes one row of each from, in the order in which {@link Layout} asks for
 * them. Queries of another kind have none: outer joins, aggregates, unknown functions.
 */
final class Slots {
    private static final int DEEPEST = 8;

    private final Universe universe;
    private final List<Long> tables = new ArrayList<>();
    private final int depth;

    private Slots(Universe universe, int depth) {
        this.universe = universe;
        this.depth = depth;
    }

    static Optional<List<Long>> of(Query query, Universe universe, int depth) {
        Slots slots = new Slots(universe, depth);
        return slots.query(query, 0) ? Optional.of(List.copyOf(slots.tables)) : Optional.empty();
    }

    private boolean query(Query query, int nested) {
        return query.beyond().isEmpty() && nested < DEEPEST && from(query, query.from(), nested);
    }

    private boolean from(Query query, Query.From from, int nested) {
        return switch (from) {
            case Query.From.Entry entry -> entry(query.range().get(entry.table() - 1), nested);
            case Query.From.Join join ->
                    join.type() == Query.JoinType.INNER
                            && from(query, join.left(), nested)
                            && from(query, join.right(), nested);
            case Query.From.Product product ->
                    product.parts().stream().allMatch(each -> from(query, each, nested));
        };
    }

    private boolean entry(Query.Range range, int nested) {
        return switch (range) {
            case Query.Range.OfRelation it -> relation(it.relation(), nested);
            case Query.Range.OfQuery it -> query(it.query(), nested + 1);
            case Query.Range.OfFunctions it -> functions(it.functions(), nested);
            case Query.Range.OfResult _ -> true;
            case Query.Range.OfValues _, Query.Range.OfJoin _, Query.Range.OfOther _ -> false;
        };
    }

    private boolean relation(long oid, int nested) {
        Relation relation = universe.catalog().relations().get(oid);
        if (relation == null) {
            return false;
        }
        if (relation.kind().isTable()) {
            return tables.add(oid);
        }
        Optional<Query> view = view(universe, relation);
        return view.isPresent() && query(view.get(), nested + 1);
    }

    private boolean functions(List<Expression> functions, int nested) {
        if (functions.size() != 1
                || !(functions.getFirst() instanceof Expression.Call call)
                || depth + nested >= DEEPEST) {
            return false;
        }
        Query body = universe.bodies().get(call.function());
        Function function = universe.catalog().functions().get(call.function());
        return body != null
                && function != null
                && isReadable(call, function, body, universe.catalog())
                && query(body, nested + 1);
    }

    /**
     * Whether the rows of a function are those of its body: it gives a set (otherwise there is
     * always one row), and its columns are numbered as those of the body (a dropped column of a
     * table keeps its number).
     */
    static boolean isReadable(
            Expression.Call call, Function function, Query body, Catalog catalog) {
        if (!call.set()
                || !function.returnsSet()
                || function.strict()
                || !catalog.isDeterministic(call.collation())) {
            return false;
        }
        Type type = catalog.types().get(function.returnType());
        if (type == null || type.kind() == 'd') {
            return false;
        }
        Constants constants = new Constants(catalog);
        if (type.kind() != 'c') {
            return body.targets().size() == 1
                    && constants.isOneFamily(
                            Types.of(body.targets().getFirst()), function.returnType());
        }
        List<Column> columns =
                catalog.allRelations().stream()
                        .filter(each ->
                                each.schema().equals(type.schema())
                                        && each.name().equals(type.name()))
                        .findFirst()
                        .map(Relation::columns)
                        .orElse(List.of());
        return !columns.isEmpty()
                && columns.size() == body.targets().size()
                && columns.getLast().number() == columns.size()
                // What is not of the declared type is cast to it, and may be another value then.
                && columns.stream()
                        .allMatch(each ->
                                constants.isOneFamily(
                                        Types.of(body.targets().get(each.number() - 1)),
                                        each.type()));
    }

    /** What a view selects. */
    static Optional<Query> view(Universe universe, Relation relation) {
        if (relation.kind() != Relation.Kind.VIEW) {
            return Optional.empty();
        }
        for (Rule each : universe.catalog().rules()) {
            if (each.view() == relation.oid() && each.event() == '1') {
                List<Query> queries = QueryReader.all(TreeReader.read(each.action()));
                return queries.size() == 1 ? Optional.of(queries.getFirst()) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
