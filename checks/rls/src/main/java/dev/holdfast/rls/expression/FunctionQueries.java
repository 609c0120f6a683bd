package dev.holdfast.rls.expression;

import dev.holdfast.rls.tree.BadTree;
import dev.holdfast.rls.tree.TreeReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bodies of functions that are one query each. */
public final class FunctionQueries {

    private FunctionQueries() {}

    /**
     * The queries by function; what cannot be read, or is more than one query, is left out.
     *
     * @param bodies node trees by function
     */
    public static Map<Long, Query> of(Map<Long, String> bodies) {
        Map<Long, Query> queries = new LinkedHashMap<>();
        bodies.forEach((oid, tree) -> {
            try {
                List<Query> all = QueryReader.all(TreeReader.read(tree));
                if (all.size() == 1) {
                    queries.put(oid, all.getFirst());
                }
            } catch (BadTree unknown) {
                // Such a function stays one of which nothing is known.
            }
        });
        return queries;
    }
}
