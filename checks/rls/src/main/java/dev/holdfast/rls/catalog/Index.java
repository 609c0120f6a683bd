package dev.holdfast.rls.catalog;

import java.util.List;

/**
 * An index (pg_index).
 *
 * @param columns the numbers of its key columns in their order; 0 for an expression
 * @param whole whether it holds every row: it has no WHERE
 */
public record Index(
        String name,
        long relation,
        List<Integer> columns,
        boolean unique,
        boolean primary,
        boolean valid,
        boolean whole) {
    public Index {
        columns = List.copyOf(columns);
    }
}
