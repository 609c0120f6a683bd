package dev.holdfast.rls.prove;

import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.solve.Formula;
import java.util.List;

/** What stands behind a number of a query's range. */
sealed interface Source {

    /** A row of a table. */
    record OfRow(Row row) implements Source {}

    /** A row of a query, of a function, of VALUES: its columns in order. */
    record OfItems(List<Item> items) implements Source {
        public OfItems {
            items = List.copyOf(items);
        }
    }

    /** A join, whose columns are those of its sides. */
    record OfJoin(List<Expression> columns) implements Source {
        public OfJoin {
            columns = List.copyOf(columns);
        }
    }

    /** The side of an outer join that may be missing. */
    record Missing(Source of, Formula there) implements Source {}

    /** Something of which nothing is known. */
    record Opaque() implements Source {}
}
