package dev.holdfast.rls.expression;

import dev.holdfast.rls.expression.Query.From;
import dev.holdfast.rls.expression.Query.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Goes through everything that is inside of an expression, its queries too. */
public final class Inside {
    private final Visitor visitor;

    private Inside(Visitor visitor) {
        this.visitor = visitor;
    }

    /** What is done with each part. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * A part.
         *
         * @param queries the queries around it, the innermost last
         */
        void at(Expression part, List<Query> queries);

        /** A query, before its parts. */
        default void in(Query query) {}
    }

    /** Visits an expression and all its parts. */
    public static void each(Expression expression, Visitor visitor) {
        new Inside(visitor).go(expression, List.of());
    }

    /** The relation whose column that is; empty for the policy's own row and what is not known. */
    public static OptionalLong relation(Expression.ColumnOf column, List<Query> queries) {
        int at = queries.size() - 1 - column.levelsUp();
        if (at < 0 || at >= queries.size()) {
            return OptionalLong.empty();
        }
        List<Range> range = queries.get(at).range();
        return column.table() >= 1
                        && column.table() <= range.size()
                        && range.get(column.table() - 1) instanceof Range.OfRelation it
                ? OptionalLong.of(it.relation())
                : OptionalLong.empty();
    }

    /** Whether it is a column of the row that the policy is asked for. */
    public static boolean isOfRow(Expression.ColumnOf column, List<Query> queries) {
        return column.levelsUp() == queries.size();
    }

    private void go(Expression expression, List<Query> queries) {
        visitor.at(expression, queries);
        children(expression).forEach(each -> go(each, queries));
        switch (expression) {
            case Expression.Exists it -> query(it.query(), queries);
            case Expression.Among it -> query(it.query(), queries);
            case Expression.ScalarOf it -> query(it.query(), queries);
            case Expression.ArrayFrom it -> query(it.query(), queries);
            default -> {}
        }
    }

    private void query(Query query, List<Query> around) {
        visitor.in(query);
        List<Query> queries = new ArrayList<>(around);
        queries.add(query);
        query.targets().forEach(each -> go(each, queries));
        from(query.from(), queries);
        for (Range each : query.range()) {
            switch (each) {
                case Range.OfQuery it -> query(it.query(), queries);
                case Range.OfFunctions it -> it.functions().forEach(call -> go(call, queries));
                case Range.OfValues it ->
                        it.rows().forEach(row -> row.forEach(value -> go(value, queries)));
                case Range.OfRelation _, Range.OfJoin _, Range.OfResult _, Range.OfOther _ -> {}
            }
        }
    }

    private void from(From from, List<Query> queries) {
        switch (from) {
            case From.Entry _ -> {}
            case From.Join it -> {
                it.on().ifPresent(each -> go(each, queries));
                from(it.left(), queries);
                from(it.right(), queries);
            }
            case From.Product it -> {
                it.where().ifPresent(each -> go(each, queries));
                it.parts().forEach(each -> from(each, queries));
            }
        }
    }

    /** The expressions right below one, queries left out. */
    public static List<Expression> children(Expression expression) {
        return switch (expression) {
            case Expression.Call it -> it.arguments();
            case Expression.Operation it -> it.arguments();
            case Expression.OverArray it -> List.of(it.scalar(), it.array());
            case Expression.Junction it -> it.parts();
            case Expression.Negation it -> List.of(it.of());
            case Expression.NullTest it -> List.of(it.of());
            case Expression.TruthTest it -> List.of(it.of());
            case Expression.Distinct it -> List.of(it.left(), it.right());
            case Expression.NullIf it -> List.of(it.left(), it.right());
            case Expression.Coalesce it -> it.parts();
            case Expression.Case it -> choice(it);
            case Expression.ArrayOf it -> it.items();
            case Expression.Relabel it -> List.of(it.of());
            case Expression.ThroughText it -> List.of(it.of());
            case Expression.ArrayCast it -> List.of(it.of());
            case Expression.ToDomain it -> List.of(it.of());
            case Expression.Among it -> List.of(it.test());
            case Expression.Other it -> it.inside();
            case Expression.ColumnOf _,
                    Expression.Literal _,
                    Expression.Argument _,
                    Expression.SubqueryColumn _,
                    Expression.CaseValue _,
                    Expression.SessionValue _,
                    Expression.Exists _,
                    Expression.ScalarOf _,
                    Expression.ArrayFrom _ ->
                    List.of();
        };
    }

    private static List<Expression> choice(Expression.Case it) {
        List<Expression> all = new ArrayList<>();
        it.of().ifPresent(all::add);
        for (Expression.When each : it.whens()) {
            all.add(each.condition());
            all.add(each.result());
        }
        all.add(it.otherwise());
        return all;
    }
}
