package dev.holdfast.rls.prove;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.expression.Query;
import java.util.Map;

/**
 * What policies speak of.
 *
 * @param bodies of functions that are one query, by the function's oid
 * @param spec the expressions of the tenancy spec
 * @param volatility of what policies call
 */
record Universe(
        Catalog catalog,
        EffectiveAccess access,
        Map<Long, Query> bodies,
        Session session,
        SpecTrees spec,
        Volatility volatility) {
    Universe {
        bodies = Map.copyOf(bodies);
    }

    /** One whose policies are looked through for volatile functions, which takes a while. */
    Universe(
            Catalog catalog,
            EffectiveAccess access,
            Map<Long, Query> bodies,
            Session session,
            SpecTrees spec) {
        this(catalog, access, bodies, session, spec, Volatility.of(catalog, bodies));
    }

    /** The same for another session. */
    Universe with(Session other) {
        return new Universe(catalog, access, bodies, other, spec, volatility);
    }
}
