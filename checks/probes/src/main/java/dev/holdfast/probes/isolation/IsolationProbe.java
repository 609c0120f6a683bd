package dev.holdfast.probes.isolation;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.util.ArrayList;
import java.util.List;

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
        for (Route route : session.target().routes()) {
            if (route.isolation().isPresent()) {
                seen.addAll(new ObjectTrial(session.wire(), route, route.isolation().get()).run());
            }
        }
        if (seen.isEmpty()) {
            String key = "probes.targets." + session.target().name() + ".routes[].isolation";
            seen.add(
                    new Observation(
                            Finding.notApplicable(
                                    IsolationChecks.OTHER, "the policy says no " + key),
                            "GET",
                            "/",
                            "/",
                            RouteClass.API));
        }
        return Seen.of(seen);
    }
}
