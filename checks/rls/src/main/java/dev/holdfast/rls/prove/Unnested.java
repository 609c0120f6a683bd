package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Query;
import java.util.List;
import java.util.Optional;

/**
 * {@code x IN (SELECT unnest(array))}, which is true when {@code x = ANY (array)} is.
 *
 * @param array as it stands inside of the subquery
 */
record Unnested(long operator, long collation, Expression value, Expression array) {

    /** The comparison with the array, when it is one. */
    static Optional<Unnested> of(Expression.Among it, Catalog catalog) {
        if (!it.any()
                || !(it.test() instanceof Expression.Operation test)
                || test.arguments().size() != 2
                || !(bare(test.arguments().get(1)) instanceof Expression.SubqueryColumn)) {
            return Optional.empty();
        }
        return array(it.query(), catalog)
                .map(array ->
                        new Unnested(
                                test.operator(),
                                test.collation(),
                                test.arguments().getFirst(),
                                array));
    }

    private static Expression bare(Expression expression) {
        return expression instanceof Expression.Relabel relabel ? bare(relabel.of()) : expression;
    }

    private static Optional<Expression> array(Query query, Catalog catalog) {
        boolean alone =
                query.beyond().isEmpty()
                        && query.range().size() == 1
                        && query.from() instanceof Query.From.Product product
                        && product.parts().equals(List.of(new Query.From.Entry(1)))
                        && product.where().isEmpty()
                        && query.targets().size() == 1
                        && bare(query.targets().getFirst()) instanceof Expression.ColumnOf column
                        && column.table() == 1
                        && column.number() == 1
                        && column.levelsUp() == 0;
        if (!alone
                || !(query.range().getFirst() instanceof Query.Range.OfFunctions functions)
                || functions.functions().size() != 1
                || !(functions.functions().getFirst() instanceof Expression.Call call)
                || call.arguments().size() != 1) {
            return Optional.empty();
        }
        Function function = catalog.functions().get(call.function());
        return function != null
                        && function.schema().equals("pg_catalog")
                        && function.name().equals("unnest")
                ? Optional.of(call.arguments().getFirst())
                : Optional.empty();
    }
}
