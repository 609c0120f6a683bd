package dev.holdfast.rls.expression;

/** Which type an expression has, by oid; 0 where the tree does not say. */
public final class Types {
    /** The type of truth values (pg_type.dat). */
    public static final long BOOL = 16;

    private Types() {}

    /** The type of an expression. */
    public static long of(Expression expression) {
        return switch (expression) {
            case Expression.ColumnOf it -> it.type();
            case Expression.Literal it -> it.type();
            case Expression.Argument it -> it.type();
            case Expression.SubqueryColumn it -> it.type();
            case Expression.Call it -> it.type();
            case Expression.Operation it -> it.type();
            case Expression.NullIf it -> it.type();
            case Expression.Coalesce it -> it.type();
            case Expression.Case it -> it.type();
            case Expression.CaseValue it -> it.type();
            case Expression.ArrayOf it -> it.type();
            case Expression.Relabel it -> it.type();
            case Expression.ThroughText it -> it.type();
            case Expression.ArrayCast it -> it.type();
            case Expression.ToDomain it -> it.type();
            case Expression.SessionValue it -> it.type();
            case Expression.ScalarOf it -> it.type();
            case Expression.ArrayFrom it -> it.type();
            case Expression.Other it -> it.type();
            case Expression.OverArray _,
                    Expression.Junction _,
                    Expression.Negation _,
                    Expression.NullTest _,
                    Expression.TruthTest _,
                    Expression.Distinct _,
                    Expression.Exists _,
                    Expression.Among _ ->
                    BOOL;
        };
    }
}
