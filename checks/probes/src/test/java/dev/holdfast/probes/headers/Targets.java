package dev.holdfast.probes.headers;

import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.CallerIdentity;
import dev.holdfast.probes.target.CookieExpectation;
import dev.holdfast.probes.target.HeaderExpectation;
import dev.holdfast.probes.target.Limits;
import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.wire.Wire;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Targets as tests need them. */
public final class Targets {
    private Targets() {}

    /** A session with that target. */
    public static Session session(boolean production, Wire wire, List<Route> routes) {
        Target target =
                new Target(
                        "staging",
                        "https",
                        "shop.example.com",
                        443,
                        production ? "production" : "staging",
                        production,
                        Optional.of("web"),
                        Network.LOOPBACK,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Limits.USUAL,
                        "asvs-l2",
                        Map.of(),
                        Optional.empty(),
                        Map.of("user-a", new CallerIdentity("user-a", "Authorization", "A_TOKEN")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        routes);
        return new Session(
                target,
                wire,
                wire,
                wire,
                false,
                variable -> Optional.empty(),
                Clock.systemUTC(),
                new SplittableRandom(1));
    }

    /** A route that an identity asks for. */
    public static Route of(String path, RouteClass routeClass, String identity) {
        return new Route(
                path,
                routeClass,
                List.of("GET"),
                Optional.of(identity),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** A route with expectations. */
    public static Route expecting(
            String path,
            RouteClass routeClass,
            List<HeaderExpectation> headers,
            Map<String, CookieExpectation> cookies) {
        return new Route(
                path,
                routeClass,
                List.of("GET"),
                Optional.empty(),
                Optional.empty(),
                headers,
                cookies,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "holdfast.yaml:9:7");
    }
}
