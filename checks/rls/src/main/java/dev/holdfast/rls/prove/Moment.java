package dev.holdfast.rls.prove;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.expression.FunctionQueries;
import dev.holdfast.rls.expression.Query;
import java.util.Map;

/**
 * A catalogue that is asked about, before or after a change.
 *
 * @param bodies of functions that are one query, by the function's oid
 */
public record Moment(EffectiveAccess access, Map<Long, Query> bodies) {
    public Moment {
        bodies = Map.copyOf(bodies);
    }

    /** A catalogue with the bodies of its functions as node trees. */
    public static Moment of(Catalog catalog, Map<Long, String> bodies) {
        return new Moment(new EffectiveAccess(catalog), FunctionQueries.of(bodies));
    }

    /** The catalogue. */
    public Catalog catalog() {
        return access.catalog();
    }
}
