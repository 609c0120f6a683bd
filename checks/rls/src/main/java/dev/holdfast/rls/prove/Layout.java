package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Query;
import dev.holdfast.rls.expression.Types;
import dev.holdfast.rls.solve.Formula;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts rows where a query takes them from, and says what must hold for the query to have them. */
final class Layout {
    private static final int DEEPEST = 8;

    private final Encoding encoding;

    Layout(Encoding encoding) {
        this.encoding = encoding;
    }

    /**
     * A row of a query.
     *
     * @param scope where its columns are evaluated
     * @param holds yes: it may be one; not yes: it may be none
     */
    record Placed(Scope scope, Kleene holds) {}

    /** Who says which row stands for a table. */
    @FunctionalInterface
    interface Chooser {
        Row row(Relation relation);
    }

    /** A new row of which nothing is known. */
    Row fresh(Relation relation) {
        return encoding.rows().stored(relation);
    }

    /** Places rows for all that a query selects from. */
    Placed place(Query query, Scope scope, Chooser chooser) {
        Placed empty = new Placed(scope.inside(joins(query)), Kleene.TRUE);
        Placed placed = from(query, query.from(), empty, chooser);
        if (query.beyond().isEmpty()) {
            return placed;
        }
        return beyond(query, placed);
    }

    /** Grouping, limits and the rest let no row through that was not there, but for aggregates. */
    private Placed beyond(Query query, Placed placed) {
        encoding.ground().leaveOpen("a query with " + String.join(", ", query.beyond()));
        boolean onlyFewer =
                query.beyond().stream()
                        .allMatch(each -> each.equals("limitCount") || each.equals("limitOffset"));
        Formula maybe = encoding.ground().atom("row");
        return onlyFewer
                ? new Placed(
                        placed.scope(),
                        new Kleene(placed.holds().yes(), Formula.TRUE, Formula.FALSE))
                : new Placed(
                        placed.scope().inside(Map.of()),
                        new Kleene(maybe, Formula.TRUE, Formula.FALSE));
    }

    /** Columns of a row of the query. */
    List<Item> targets(Query query, Placed placed) {
        boolean known =
                query.beyond().stream()
                        .allMatch(each -> each.equals("limitCount") || each.equals("limitOffset"));
        List<Item> items = new ArrayList<>();
        for (Expression each : query.targets()) {
            items.add(
                    known
                            ? encoding.values().item(each, placed.scope())
                            : encoding.unknown("a column of a query", Types.of(each)));
        }
        return items;
    }

    private static Map<Integer, Source> joins(Query query) {
        Map<Integer, Source> joins = new HashMap<>();
        for (int i = 0; i < query.range().size(); i++) {
            if (query.range().get(i) instanceof Query.Range.OfJoin join) {
                joins.put(i + 1, new Source.OfJoin(join.columns()));
            }
        }
        return joins;
    }

    private Placed from(Query query, Query.From from, Placed before, Chooser chooser) {
        return switch (from) {
            case Query.From.Entry entry ->
                    entry(query.range().get(entry.table() - 1), entry.table(), before, chooser);
            case Query.From.Join join -> join(query, join, before, chooser);
            case Query.From.Product product -> {
                Placed placed = before;
                for (Query.From each : product.parts()) {
                    placed = from(query, each, placed, chooser);
                }
                yield condition(placed, product.where());
            }
        };
    }

    private Placed condition(Placed placed, Optional<Expression> condition) {
        return condition
                .map(each ->
                        new Placed(
                                placed.scope(),
                                placed.holds().and(encoding.truths().of(each, placed.scope()))))
                .orElse(placed);
    }

    private Placed join(Query query, Query.From.Join join, Placed before, Chooser chooser) {
        if (join.type() == Query.JoinType.INNER) {
            Placed left = from(query, join.left(), before, chooser);
            return condition(from(query, join.right(), left, chooser), join.on());
        }
        return outer(query, join, before, chooser);
    }

    /** Of a side that may be missing its row is there and fits, or it is all NULL. */
    private Placed outer(Query query, Query.From.Join join, Placed before, Chooser chooser) {
        encoding.ground().leaveOpen("an outer join");
        Kleene kept = before.holds();
        Placed start = new Placed(before.scope(), Kleene.TRUE);
        Placed left = from(query, join.left(), start, chooser);
        Placed right = from(query, join.right(), new Placed(left.scope(), Kleene.TRUE), chooser);
        Kleene on = condition(new Placed(right.scope(), Kleene.TRUE), join.on()).holds();
        Formula leftThere =
                join.type() == Query.JoinType.LEFT
                        ? Formula.TRUE
                        : encoding.ground().atom("left side");
        Formula rightThere =
                join.type() == Query.JoinType.RIGHT
                        ? Formula.TRUE
                        : encoding.ground().atom("right side");
        Formula fits =
                Formula.and(
                        Formula.or(leftThere, rightThere),
                        Formula.implies(leftThere, left.holds().yes()),
                        Formula.implies(rightThere, right.holds().yes()),
                        Formula.implies(Formula.and(leftThere, rightThere), on.yes()));
        Scope scope = right.scope();
        for (int each : entries(join.left())) {
            scope = missing(scope, each, leftThere);
        }
        for (int each : entries(join.right())) {
            scope = missing(scope, each, rightThere);
        }
        return new Placed(scope, kept.and(new Kleene(fits, Formula.TRUE, Formula.FALSE)));
    }

    private static Scope missing(Scope scope, int table, Formula there) {
        Source source = scope.levels().getFirst().get(table);
        return source == null || there.equals(Formula.TRUE)
                ? scope
                : scope.with(table, new Source.Missing(source, there));
    }

    private static List<Integer> entries(Query.From from) {
        return switch (from) {
            case Query.From.Entry entry -> List.of(entry.table());
            case Query.From.Join join -> {
                List<Integer> all = new ArrayList<>(entries(join.left()));
                all.addAll(entries(join.right()));
                yield all;
            }
            case Query.From.Product product ->
                    product.parts().stream().flatMap(each -> entries(each).stream()).toList();
        };
    }

    private Placed entry(Query.Range range, int table, Placed before, Chooser chooser) {
        return switch (range) {
            case Query.Range.OfRelation it -> relation(it.relation(), table, before, chooser);
            case Query.Range.OfQuery it ->
                    query(it.query(), before.scope(), before.scope(), table, before, chooser);
            case Query.Range.OfFunctions it -> functions(it.functions(), table, before, chooser);
            case Query.Range.OfValues it -> values(it, table, before);
            case Query.Range.OfResult _ -> before;
            case Query.Range.OfJoin _ -> before;
            case Query.Range.OfOther it -> opaque(it.kind(), table, before);
        };
    }

    private Placed opaque(String what, int table, Placed before) {
        encoding.ground().leaveOpen(what);
        return new Placed(
                before.scope().with(table, new Source.Opaque()),
                before.holds()
                        .and(
                                new Kleene(
                                        encoding.ground().atom(what),
                                        Formula.TRUE,
                                        Formula.FALSE)));
    }

    private Placed relation(long oid, int table, Placed before, Chooser chooser) {
        Relation relation = encoding.universe().catalog().relations().get(oid);
        if (relation == null) {
            return opaque("relation " + oid, table, before);
        }
        if (relation.kind().isTable()) {
            Row row = chooser.row(relation);
            Scope scope = before.scope();
            Kleene there =
                    Kleene.of(row.present())
                            .and(
                                    encoding.visibility()
                                            .reaches(
                                                    row,
                                                    Command.SELECT,
                                                    scope.role(),
                                                    scope.user(),
                                                    scope.depth()));
            return new Placed(scope.with(table, new Source.OfRow(row)), before.holds().and(there));
        }
        Optional<Query> view = Slots.view(encoding.universe(), relation);
        Role owner = encoding.universe().catalog().roles().get(relation.owner());
        if (view.isEmpty() || owner == null || before.scope().depth() >= DEEPEST) {
            return opaque(relation.fullName(), table, before);
        }
        Role as = relation.isInvokersView() ? before.scope().user() : owner;
        return query(view.get(), before.scope().view(as), before.scope(), table, before, chooser);
    }

    /**
     * A query in FROM.
     *
     * @param within where its own names are looked up
     * @param scope where its row gets a name
     */
    private Placed query(
            Query query, Scope within, Scope scope, int table, Placed before, Chooser chooser) {
        Placed inner = place(query, within, chooser);
        return new Placed(
                scope.with(table, new Source.OfItems(targets(query, inner))),
                before.holds().and(inner.holds()));
    }

    private Placed functions(
            List<Expression> functions, int table, Placed before, Chooser chooser) {
        if (functions.size() == 1
                && functions.getFirst() instanceof Expression.Call call
                && encoding.universe().bodies().containsKey(call.function())
                && before.scope().depth() < DEEPEST) {
            Function function = encoding.universe().catalog().functions().get(call.function());
            Query body = encoding.universe().bodies().get(call.function());
            if (function != null
                    && body != null
                    && Slots.isReadable(call, function, body, encoding.universe().catalog())) {
                List<Item> arguments =
                        call.arguments().stream()
                                .map(each -> encoding.values().item(each, before.scope()))
                                .toList();
                Role as = encoding.calls().executor(function, before.scope());
                return query(
                        body,
                        before.scope()
                                .body(
                                        arguments,
                                        as,
                                        Calls.collation(call.collation(), before.scope())),
                        before.scope(),
                        table,
                        before,
                        chooser);
            }
        }
        return opaque("a function in FROM", table, before);
    }

    /** One of the rows that are written down. */
    private Placed values(Query.Range.OfValues values, int table, Placed before) {
        List<Item> items = new ArrayList<>();
        for (Expression each : values.rows().getFirst()) {
            items.add(encoding.unknown("VALUES", Types.of(each)));
        }
        encoding.ground().leaveOpen("VALUES");
        return new Placed(
                before.scope().with(table, new Source.OfItems(items)),
                before.holds().and(new Kleene(Formula.TRUE, Formula.TRUE, Formula.FALSE)));
    }
}
