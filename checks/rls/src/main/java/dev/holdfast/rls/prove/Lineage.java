package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Catalog.Inheritance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Which relations hold each other's rows: partitions and children, and what they are parts of. */
public final class Lineage {
    private Lineage() {}

    /** The relation, and all whose rows it shows as its own. */
    public static Set<Long> below(Catalog catalog, long relation) {
        return follow(catalog, relation, Inheritance::parent, Inheritance::child);
    }

    /** The relation, those below it, and those that it is below: a row may be reached by any. */
    public static Set<Long> of(Catalog catalog, long relation) {
        Set<Long> all = new LinkedHashSet<>(below(catalog, relation));
        all.addAll(follow(catalog, relation, Inheritance::child, Inheritance::parent));
        return all;
    }

    private static Set<Long> follow(
            Catalog catalog,
            long start,
            ToLongFunction<Inheritance> from,
            ToLongFunction<Inheritance> to) {
        List<Inheritance> edges = catalog.inheritances();
        Set<Long> found = new LinkedHashSet<>(Set.of(start));
        Deque<Long> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            long at = open.remove();
            for (Inheritance each : edges) {
                if (from.applyAsLong(each) == at && found.add(to.applyAsLong(each))) {
                    open.add(to.applyAsLong(each));
                }
            }
        }
        return found;
    }
}
