package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.solve.Formula;
import java.util.Map;

/**
 * A row of a table that may be there.
 *
 * @param number in the order in which rows are made
 * @param present holds when the table has it
 * @param columns what is in it, by the number of the column
 */
record Row(int number, Relation relation, Formula present, Map<Integer, Item> columns) {
    Row {
        columns = Map.copyOf(columns);
    }
}
