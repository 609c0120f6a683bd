package dev.holdfast.rls.expression;

import java.util.List;
import java.util.Optional;

/**
 * A SELECT.
 *
 * @param range what it selects from, by number from 1; joins have numbers, too
 * @param from how these are joined
 * @param targets what it gives, hidden columns left out
 * @param beyond what it has that this record does not tell: GROUP BY, LIMIT, WITH, UNION, …; a
 *     query with any of it is not known by the rest alone
 */
public record Query(List<Range> range, From from, List<Expression> targets, List<String> beyond) {
    public Query {
        range = List.copyOf(range);
        targets = List.copyOf(targets);
        beyond = List.copyOf(beyond);
    }

    /** What can be selected from. */
    public sealed interface Range {

        /** A relation. */
        record OfRelation(long relation) implements Range {}

        /** A query in FROM. */
        record OfQuery(Query query) implements Range {}

        /** A function in FROM, or several at once. */
        record OfFunctions(List<Expression> functions) implements Range {
            public OfFunctions {
                functions = List.copyOf(functions);
            }
        }

        /** VALUES. */
        record OfValues(List<List<Expression>> rows) implements Range {
            public OfValues {
                rows = List.copyOf(rows);
            }
        }

        /**
         * A join: its columns are those of its sides.
         *
         * @param columns what each of its columns is
         */
        record OfJoin(List<Expression> columns) implements Range {
            public OfJoin {
                columns = List.copyOf(columns);
            }
        }

        /** The row for which a query has no table. */
        record OfResult() implements Range {}

        /** Something else. */
        record OfOther(String kind) implements Range {}
    }

    /** Where rows come from. */
    public sealed interface From {

        /** One entry of the range. */
        record Entry(int table) implements From {}

        /**
         * A join.
         *
         * @param type INNER, LEFT, …
         */
        record Join(JoinType type, From left, From right, Optional<Expression> on)
                implements From {}

        /** Several at once, and what must hold of them. */
        record Product(List<From> parts, Optional<Expression> where) implements From {
            public Product {
                parts = List.copyOf(parts);
            }
        }
    }

    /** Of {@code JoinType} in src/include/nodes/nodes.h. */
    public enum JoinType {
        INNER,
        LEFT,
        FULL,
        RIGHT,
        OTHER
    }
}
