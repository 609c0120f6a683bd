package dev.holdfast.probes.isolation;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.answer.KnownCallers;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.IsolationRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a user's object as its owner, then as others and as nobody (T-5). Only looks: every
 * request is a GET or a HEAD of a configured identity or of nobody.
 */
public final class IsolationProbe implements Probe {
    @Override
    public String name() {
        return "isolation";
    }

    @Override
    public List<CheckInfo> rules() {
        return IsolationChecks.ALL;
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        List<Observation> seen = new ArrayList<>();
        String routes = "probes.targets." + session.target().name() + ".routes[]";
        KnownCallers known = new KnownCallers(session);
        for (Route route : session.target().routes()) {
            Optional<String> lacking = route.isolation().flatMap(IsolationProbe::lacking);
            if (lacking.isPresent()) {
                String where = " at route " + route.path() + " (" + routes + ".isolation)";
                seen.add(missing(route, "the policy says no " + lacking.get() + where));
            } else if (route.isolation().isPresent()) {
                seen.addAll(new ObjectTrial(session, known, route, route.isolation().get()).run());
            }
        }
        if (seen.isEmpty()) {
            seen.add(
                    missing(
                            Route.of("/", RouteClass.API),
                            "the policy says no " + routes + ".isolation"));
        }
        return Seen.of(seen);
    }

    /** The key without which nothing can be said. */
    private static Optional<String> lacking(IsolationRules rules) {
        boolean nobody = rules.others().stream().allMatch(rules.owner()::equals);
        return rules.canary().isBlank()
                ? Optional.of("isolation.canary")
                : nobody ? Optional.of("isolation.others") : Optional.empty();
    }

    private static Observation missing(Route route, String why) {
        return new Observation(
                Finding.notApplicable(IsolationChecks.OTHER, why),
                "GET",
                route.path(),
                route.path(),
                route.routeClass());
    }
}
