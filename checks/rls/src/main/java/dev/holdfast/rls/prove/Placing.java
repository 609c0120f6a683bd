package dev.holdfast.rls.prove;

import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Query;
import dev.holdfast.rls.expression.Types;
import dev.holdfast.rls.solve.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Queries inside of expressions. That a query has a row is said of rows made for it; that it has
 * none, of all rows that a question speaks of: there may be more, so that less is demanded than
 * holds.
 */
final class Placing {
    private final Encoding encoding;
    private final Layout layout;

    Placing(Encoding encoding) {
        this.encoding = encoding;
        this.layout = new Layout(encoding);
    }

    /** EXISTS. */
    Kleene exists(Query query, Scope scope) {
        Formula some = some(query, scope, _ -> Formula.TRUE);
        Formula none = none(query, scope, _ -> Formula.FALSE);
        return new Kleene(some, none, Formula.FALSE);
    }

    /** {@code IN}, {@code = ANY}, {@code <> ALL} and the like over a query. */
    Kleene among(Expression.Among it, Scope scope) {
        Optional<Unnested> array = Unnested.of(it, encoding.universe().catalog());
        if (array.isPresent()) {
            Kleene element =
                    new Arrays(encoding, layout, this)
                            .element(
                                    new Arrays.Comparison(
                                            array.get().operator(),
                                            Calls.collation(array.get().collation(), scope)),
                                    encoding.values().item(array.get().value(), scope),
                                    encoding.values()
                                            .item(array.get().array(), scope.inside(Map.of())));
            // Of no array at all IN is false where = ANY is NULL.
            return new Kleene(element.yes(), element.notYes(), element.neither());
        }
        Function<Layout.Placed, Kleene> test =
                placed ->
                        encoding.truths()
                                .of(it.test(), scope.comparing(layout.targets(it.query(), placed)));
        Formula someYes = some(it.query(), scope, each -> test.apply(each).yes());
        Formula someNo = some(it.query(), scope, each -> test.apply(each).no());
        Formula someNull = some(it.query(), scope, each -> test.apply(each).neither());
        if (it.any()) {
            Formula allNo = none(it.query(), scope, each -> test.apply(each).no());
            return new Kleene(someYes, allNo, someNull);
        }
        Formula allYes = none(it.query(), scope, each -> test.apply(each).yes());
        return new Kleene(allYes, someNo, someNull);
    }

    /** The one value of a query. */
    Item scalar(Expression.ScalarOf it, Scope scope) {
        return value(it.query(), scope, it.type());
    }

    /** The value of a query that is a function's body or stands where a value does. */
    Item value(Query query, Scope scope, long type) {
        if (query.targets().isEmpty()) {
            return encoding.unknown("a query without a column", type);
        }
        if (isOneRow(query)) {
            Layout.Placed placed = layout.place(query, scope, layout::fresh);
            return layout.targets(query, placed).getFirst();
        }
        return type == Types.BOOL ? truth(query, scope) : other(query, scope);
    }

    /** A query without a table and without a condition always has one row. */
    private static boolean isOneRow(Query query) {
        return query.beyond().isEmpty()
                && query.from() instanceof Query.From.Product product
                && product.parts().isEmpty()
                && product.where().isEmpty();
    }

    private Item truth(Query query, Scope scope) {
        Function<Layout.Placed, Kleene> target =
                placed -> truthOf(layout.targets(query, placed).getFirst());
        return new Item.Truth(
                new Kleene(
                        some(query, scope, each -> target.apply(each).yes()),
                        some(query, scope, each -> target.apply(each).no()),
                        Formula.or(
                                some(query, scope, each -> target.apply(each).neither()),
                                none(query, scope, _ -> Formula.FALSE))));
    }

    private Kleene truthOf(Item item) {
        return switch (item) {
            case Item.Truth truth -> truth.kleene();
            case Item.Plain _ -> encoding.ground().kleene("a value as a truth value");
        };
    }

    private Item other(Query query, Scope scope) {
        Ground ground = encoding.ground();
        Term result = ground.term("subquery");
        ground.fact(
                Formula.implies(
                        Formula.not(result.isNull()),
                        some(
                                query,
                                scope,
                                placed -> {
                                    Term target =
                                            encoding.values()
                                                    .term(layout.targets(query, placed).getFirst());
                                    return Formula.and(
                                            Formula.not(target.isNull()),
                                            Formula.same(target.value(), result.value()));
                                })));
        ground.fact(
                Formula.implies(
                        result.isNull(),
                        Formula.or(
                                none(query, scope, _ -> Formula.FALSE),
                                some(
                                        query,
                                        scope,
                                        placed ->
                                                encoding.values()
                                                        .term(
                                                                layout.targets(query, placed)
                                                                        .getFirst())
                                                        .isNull()))));
        return new Item.Plain(result);
    }

    /** {@code = ANY} over an array. */
    Kleene overArray(Expression.OverArray it, Scope scope) {
        return new Arrays(encoding, layout, this).of(it, scope);
    }

    /** Holds when the query may have a row of which something holds. */
    Formula some(Query query, Scope scope, Function<Layout.Placed, Formula> of) {
        Layout.Placed placed = layout.place(query, scope, layout::fresh);
        return Formula.and(placed.holds().yes(), of.apply(placed));
    }

    /**
     * Holds when of every row of the query something may hold.
     *
     * @param of what else may hold of a row that the query has
     */
    Formula none(Query query, Scope scope, Function<Layout.Placed, Formula> of) {
        Optional<List<Long>> tables = Slots.of(query, encoding.universe(), scope.depth());
        if (tables.isEmpty()) {
            encoding.ground().leaveOpen("that a query has no row");
            return encoding.ground().atom("no row");
        }
        if (!query.beyond().isEmpty()) {
            encoding.ground().leaveOpen("a query with " + String.join(", ", query.beyond()));
            return encoding.ground().atom("no row");
        }
        return encoding.ground()
                .forAll(
                        "for all",
                        tables.get(),
                        rows -> {
                            List<Row> open = new ArrayList<>(rows);
                            Layout.Placed placed =
                                    layout.place(
                                            query,
                                            scope,
                                            // A row more than is asked for says less, never more.
                                            each ->
                                                    open.isEmpty()
                                                            ? layout.fresh(each)
                                                            : open.removeFirst());
                            return Formula.or(placed.holds().notYes(), of.apply(placed));
                        });
    }
}
