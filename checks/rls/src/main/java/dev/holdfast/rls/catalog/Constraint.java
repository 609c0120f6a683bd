package dev.holdfast.rls.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A constraint of a table (pg_constraint).
 *
 * @param columns the numbers of its columns
 * @param target the referenced table of a foreign key, else 0
 * @param targetColumns its columns, in the order of {@code columns}
 * @param onDelete {@code a} nothing, {@code r} restrict, {@code c} cascade, {@code n} set null,
 *     {@code d} set default
 * @param validated whether it holds of every row at every moment: it is validated and not
 *     DEFERRABLE, its triggers are on and its index is whole
 * @param expression of a CHECK
 */
public record Constraint(
        String name,
        Kind kind,
        long relation,
        List<Integer> columns,
        long target,
        List<Integer> targetColumns,
        char onDelete,
        char onUpdate,
        boolean validated,
        Optional<Stored> expression) {
    public Constraint {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /**
     * Whether a foreign key changes or removes rows when the row that they refer to goes or changes
     * (CASCADE, SET NULL, SET DEFAULT).
     */
    public boolean acts() {
        return kind == Kind.FOREIGN_KEY
                && ("cnd".indexOf(onDelete) >= 0 || "cnd".indexOf(onUpdate) >= 0);
    }

    /** What a constraint demands. */
    public enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        FOREIGN_KEY,
        CHECK,
        EXCLUSION,
        NOT_NULL
    }
}
