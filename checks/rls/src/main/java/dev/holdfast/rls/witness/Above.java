package dev.holdfast.rls.witness;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Tables that a table refers to, with how many keys lie between. Their rows are put in before its
 * own: what a row refers to would else be made for it, with whatever the example does not say.
 */
final class Above {
    private final Map<Long, Integer> distances = new HashMap<>();

    Above(Catalog catalog, Relation relation) {
        distances.put(relation.oid(), 0);
        Deque<Long> open = new ArrayDeque<>(distances.keySet());
        while (!open.isEmpty()) {
            long at = open.remove();
            for (Constraint each : catalog.constraintsOf(at)) {
                if (each.kind() == Constraint.Kind.FOREIGN_KEY
                        && !distances.containsKey(each.target())) {
                    distances.put(each.target(), distances.getOrDefault(at, 0) + 1);
                    open.add(each.target());
                }
            }
        }
    }

    /** How far above it is; 0 for the table itself and for all that it does not refer to. */
    int distance(Relation relation) {
        return distances.getOrDefault(relation.oid(), 0);
    }
}
