package dev.holdfast.rls.expression;

import java.util.List;
import java.util.Optional;

/**
 * An expression in which every name is resolved to what PostgreSQL resolved it to. What is not one
 * of the forms here is {@link Other}: nobody may take it for something else.
 */
public sealed interface Expression {

    /**
     * A column of a row.
     *
     * @param table which entry of the query's range, 1-based; 1 outside of queries
     * @param number of the column; 0 is the whole row, less than 0 a system column
     * @param levelsUp how many queries further out the range is
     */
    record ColumnOf(int table, int number, int levelsUp, long type) implements Expression {}

    /**
     * A constant.
     *
     * @param hex its bytes as the server holds them, or empty for NULL
     */
    record Literal(long type, Optional<String> hex) implements Expression {}

    /** An argument of the function whose body this is, 1-based. */
    record Argument(int number, long type) implements Expression {}

    /** The column of a subquery that a comparison is asked for, 1-based. */
    record SubqueryColumn(int number, long type) implements Expression {}

    /**
     * A function's result.
     *
     * @param collation by which it compares texts, or 0
     */
    record Call(long function, List<Expression> arguments, long type, boolean set, long collation)
            implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * An operator's result.
     *
     * @param collation by which it compares texts, or 0
     */
    record Operation(long operator, List<Expression> arguments, long type, long collation)
            implements Expression {
        public Operation {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code scalar = ANY (array)}, or ALL. */
    record OverArray(
            long operator, boolean any, Expression scalar, Expression array, long collation)
            implements Expression {}

    /** AND, OR. */
    record Junction(boolean all, List<Expression> parts) implements Expression {
        public Junction {
            parts = List.copyOf(parts);
        }
    }

    /** NOT. */
    record Negation(Expression of) implements Expression {}

    /**
     * IS NULL, IS NOT NULL.
     *
     * @param row whether the argument is a row, all of whose fields count
     */
    record NullTest(Expression of, boolean negated, boolean row) implements Expression {}

    /** IS TRUE and its kin. */
    record TruthTest(Expression of, Truth truth, boolean negated) implements Expression {}

    /** What a {@link TruthTest} asks for. */
    enum Truth {
        TRUE,
        FALSE,
        UNKNOWN
    }

    /** IS DISTINCT FROM. */
    record Distinct(long operator, Expression left, Expression right, long collation)
            implements Expression {}

    /** NULLIF. */
    record NullIf(long operator, Expression left, Expression right, long type, long collation)
            implements Expression {}

    /** COALESCE. */
    record Coalesce(List<Expression> parts, long type) implements Expression {
        public Coalesce {
            parts = List.copyOf(parts);
        }
    }

    /** CASE; one with a value to compare has {@link CaseValue} in its conditions. */
    record Case(Optional<Expression> of, List<When> whens, Expression otherwise, long type)
            implements Expression {
        public Case {
            whens = List.copyOf(whens);
        }
    }

    /** WHEN … THEN. */
    record When(Expression condition, Expression result) {}

    /** The value that the CASE around is asked for. */
    record CaseValue(long type) implements Expression {}

    /** {@code ARRAY[…]}. */
    record ArrayOf(List<Expression> items, long type) implements Expression {
        public ArrayOf {
            items = List.copyOf(items);
        }
    }

    /** The same bytes as another type. */
    record Relabel(Expression of, long type) implements Expression {}

    /** Written as text and read again as another type. */
    record ThroughText(Expression of, long type) implements Expression {}

    /** Each element of an array cast. */
    record ArrayCast(Expression of, long type) implements Expression {}

    /** A value of a domain: its base type's, checked. */
    record ToDomain(Expression of, long type) implements Expression {}

    /** CURRENT_USER and its kin, by the number of {@code SQLValueFunctionOp}. */
    record SessionValue(int which, long type) implements Expression {}

    /** {@code EXISTS (query)}. */
    record Exists(Query query) implements Expression {}

    /** {@code … IN (query)}: the test holds {@link SubqueryColumn}s. */
    record Among(Query query, Expression test, boolean any) implements Expression {}

    /** The one value of a query, NULL when there is no row. */
    record ScalarOf(Query query, long type) implements Expression {}

    /** {@code ARRAY(query)}. */
    record ArrayFrom(Query query, long type) implements Expression {}

    /** Anything else, with what is inside of it. */
    record Other(String kind, List<Expression> inside, long type) implements Expression {
        public Other {
            inside = List.copyOf(inside);
        }
    }
}
