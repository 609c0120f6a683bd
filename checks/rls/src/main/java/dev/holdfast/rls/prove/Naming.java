package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Operator;
import dev.holdfast.rls.expression.Expression;

/** Names what could not be looked into, for people. */
final class Naming {

    private Naming() {}

    static String of(Expression expression, Catalog catalog) {
        return switch (expression) {
            case Expression.Call call -> function(call.function(), catalog);
            case Expression.Operation it -> operator(it.operator(), catalog);
            case Expression.OverArray it -> operator(it.operator(), catalog) + " ANY";
            case Expression.NullIf _ -> "NULLIF";
            case Expression.ThroughText _ -> "a cast through text";
            case Expression.ArrayOf _ -> "ARRAY[…]";
            case Expression.ArrayCast _ -> "a cast of an array";
            case Expression.ArrayFrom _ -> "ARRAY(SELECT …)";
            case Expression.SessionValue _ -> "a value of the session";
            case Expression.NullTest _ -> "IS NULL of a row";
            case Expression.Distinct _ -> "IS DISTINCT FROM";
            case Expression.Other other -> other.kind();
            case Expression.ColumnOf _,
                    Expression.Literal _,
                    Expression.Argument _,
                    Expression.SubqueryColumn _,
                    Expression.Junction _,
                    Expression.Negation _,
                    Expression.TruthTest _,
                    Expression.Coalesce _,
                    Expression.Case _,
                    Expression.CaseValue _,
                    Expression.Relabel _,
                    Expression.ToDomain _,
                    Expression.Exists _,
                    Expression.Among _,
                    Expression.ScalarOf _ ->
                    "an expression";
        };
    }

    static String function(long oid, Catalog catalog) {
        Function function = catalog.functions().get(oid);
        return function == null ? "function " + oid : function.schema() + "." + function.name();
    }

    private static String operator(long oid, Catalog catalog) {
        Operator operator = catalog.operators().get(oid);
        return "operator " + (operator == null ? oid : operator.name());
    }
}
