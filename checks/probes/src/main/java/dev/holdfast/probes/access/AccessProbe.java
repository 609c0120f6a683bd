package dev.holdfast.probes.access;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.answer.KnownCallers;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.AccessRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries to use the routes of administrators as those who may not (T-3): plainly, with other
 * methods, overrides, header fields and spellings of the path. What decides is the canary of an
 * answer to somebody who may.
 */
public final class AccessProbe implements Probe {
    @Override
    public String name() {
        return "access";
    }

    @Override
    public List<CheckInfo> rules() {
        return AccessChecks.ALL;
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        List<Observation> seen = new ArrayList<>();
        String routes = "probes.targets." + session.target().name() + ".routes[]";
        KnownCallers known = new KnownCallers(session);
        for (Route route : session.target().routes()) {
            Optional<String> lacking = route.access().flatMap(AccessProbe::lacking);
            if (lacking.isPresent()) {
                seen.add(
                        missing(
                                route,
                                "the policy says no "
                                        + lacking.get()
                                        + " at route "
                                        + route.path()
                                        + " ("
                                        + routes
                                        + ".access)"));
            } else if (route.access().isPresent()) {
                seen.addAll(new DoorTrial(session, known, route, route.access().get()).run());
            } else if (route.routeClass() == RouteClass.ADMIN) {
                seen.add(
                        missing(
                                route,
                                "the policy says no access at route "
                                        + route.path()
                                        + " ("
                                        + routes
                                        + ".access)"));
            }
        }
        if (seen.isEmpty()) {
            seen.add(
                    missing(
                            Route.of("/", RouteClass.ADMIN),
                            "the policy says no " + routes + ".access"));
        }
        return Seen.of(seen);
    }

    /** The key without which nothing can be said. */
    private static Optional<String> lacking(AccessRules rules) {
        boolean nobody = rules.deny().stream().allMatch(rules.allow()::contains);
        return rules.canary().isBlank()
                ? Optional.of("access.canary")
                : nobody ? Optional.of("access.deny") : Optional.empty();
    }

    private static Observation missing(Route route, String why) {
        return new Observation(
                Finding.notApplicable(AccessChecks.ANONYMOUS, why),
                "GET",
                route.path(),
                route.path(),
                route.routeClass());
    }
}
