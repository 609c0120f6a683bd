package dev.holdfast.probes.cors;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.verdict.Observation;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks every route with right and wrong origins, as a browser would, and says which of them could
 * read the answers (Fetch standard, CORS protocol). At most 36 requests a route.
 */
public final class CorsProbe implements Probe {
    @Override
    public String name() {
        return "cors";
    }

    @Override
    public List<CheckInfo> rules() {
        return CorsChecks.ALL;
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        List<Observation> seen = new ArrayList<>();
        for (Route route : session.target().routes()) {
            seen.addAll(
                    RouteVerdict.of(new RouteTrial(session.wire(), session.target(), route).run()));
        }
        return Seen.of(seen);
    }
}
