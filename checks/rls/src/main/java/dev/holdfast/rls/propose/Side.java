package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.expression.Query;

/** What stands on one side of a comparison, casts aside. */
sealed interface Side {

    /** A column of the row that a policy is asked for. */
    record OfRow(Relation relation, Column column) implements Side {}

    /** A column of a row that a query takes from a table. */
    record OfTable(Place place, Relation relation, Column column) implements Side {}

    /** Where a query takes rows from. */
    record Place(Query query, int table) {}

    /**
     * The session.
     *
     * @param several whether it is one of several values
     */
    record OfSession(SaysWho who, boolean several) implements Side {}

    /** Anything else. */
    record Unknown() implements Side {}
}
