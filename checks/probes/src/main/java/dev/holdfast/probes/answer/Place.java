package dev.holdfast.probes.answer;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;

/** Where findings hold. */
public record Place(String method, String path, String route, RouteClass routeClass) {
    /** A route of the policy. */
    public static Place of(String method, Route route) {
        return new Place(method, route.path(), route.path(), route.routeClass());
    }

    /** A path that the policy names outside of its routes. */
    public static Place of(String method, String path, RouteClass routeClass) {
        return new Place(method, path, path, routeClass);
    }

    /**
     * What a probe says of a target of whose routes none has the key that it needs.
     *
     * @param key of a route: {@code jwt}
     */
    public static Observation without(
            String key, CheckInfo rule, String method, RouteClass routeClass, Session session) {
        return of(method, "/", routeClass)
                .saw(
                        Finding.notApplicable(
                                rule,
                                "no route under probes.targets."
                                        + session.target().name()
                                        + ".routes has the key "
                                        + key));
    }

    /** The finding at this place. */
    public Observation saw(Finding finding) {
        return new Observation(finding, method, path, route, routeClass);
    }
}
