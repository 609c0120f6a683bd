package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.expression.Types;
import dev.holdfast.rls.solve.Formula;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes rows of which nothing is known but what their table's columns say. */
final class RowMaker {
    private final Encoding encoding;

    RowMaker(Encoding encoding) {
        this.encoding = encoding;
    }

    /** A row that the table may have. */
    Row stored(Relation relation) {
        return row(relation, encoding.ground().atom("in " + relation.fullName()));
    }

    /** A row that somebody wants to write. */
    Row written(Relation relation) {
        return row(relation, Formula.FALSE);
    }

    private Row row(Relation relation, Formula present) {
        Map<Integer, Item> columns = new HashMap<>();
        for (Column each : relation.columns()) {
            columns.put(each.number(), item(relation, each));
        }
        return encoding.ground().row(relation, present, columns);
    }

    private Item item(Relation relation, Column column) {
        Ground ground = encoding.ground();
        String name = relation.fullName() + "." + column.name();
        if (encoding.universe().catalog().baseType(column.type()) == Types.BOOL) {
            Kleene any = ground.kleene(name);
            return new Item.Truth(isThere(relation, column) ? Kleene.of(ground.atom(name)) : any);
        }
        return new Item.Plain(
                isThere(relation, column)
                        ? new Term(ground.value(name), Formula.FALSE, Optional.empty())
                        : ground.term(name));
    }

    /** A parent's NOT NULL may be its own only, and rows of its children count as its rows. */
    private boolean isThere(Relation relation, Column column) {
        return column.notNull()
                && (relation.kind() != Relation.Kind.TABLE
                        || encoding.universe().catalog().inheritances().stream()
                                .noneMatch(each -> each.parent() == relation.oid()));
    }
}
