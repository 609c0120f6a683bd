package dev.holdfast.probes.cors;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.loopback.Asked;
import dev.holdfast.probes.loopback.Given;
import dev.holdfast.probes.loopback.LoopbackServer;
import dev.holdfast.probes.loopback.LoopbackWire;
import dev.holdfast.probes.loopback.Sessions;
import dev.holdfast.probes.target.CallerIdentity;
import dev.holdfast.probes.target.CorsRules;
import dev.holdfast.probes.target.RateLimitRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Runs the probe against one service on loopback. */
record CorsBench(
        Optional<CorsRules> rules,
        List<String> methods,
        RouteClass routeClass,
        Set<Intent> allowed) {
    static final CorsRules LIST = new CorsRules(List.of(CorsService.APP), true);
    static final Field COOKIE = new Field("Cookie", "session=a");

    /** The usual: one allowed origin with credentials, GET. */
    static CorsBench usual() {
        return new CorsBench(
                Optional.of(LIST), List.of("GET"), RouteClass.API, Set.of(Intent.values()));
    }

    CorsBench saying(CorsRules other) {
        return new CorsBench(Optional.of(other), methods, routeClass, allowed);
    }

    CorsBench silent() {
        return new CorsBench(Optional.empty(), methods, routeClass, allowed);
    }

    CorsBench answering(String... others) {
        return new CorsBench(rules, List.of(others), routeClass, allowed);
    }

    CorsBench of(RouteClass other) {
        return new CorsBench(rules, methods, other, allowed);
    }

    CorsBench allowing(Intent... intents) {
        return new CorsBench(rules, methods, routeClass, Set.of(intents));
    }

    Run run(Function<Asked, Given> service) throws InterruptedException {
        return run(
                service,
                Map.of("user-a", new CallerIdentity("user-a", "Cookie", "A")),
                Map.of("user-a", COOKIE));
    }

    Run run(
            Function<Asked, Given> service,
            Map<String, CallerIdentity> identities,
            Map<String, Field> callers)
            throws InterruptedException {
        return run(service, identities, callers, Optional.empty());
    }

    /** The same with a rate limit in the policy. */
    Run limited(Function<Asked, Given> service, RateLimitRules limit) throws InterruptedException {
        return run(
                service,
                Map.of("user-a", new CallerIdentity("user-a", "Cookie", "A")),
                Map.of("user-a", COOKIE),
                Optional.of(limit));
    }

    private Run run(
            Function<Asked, Given> service,
            Map<String, CallerIdentity> identities,
            Map<String, Field> callers,
            Optional<RateLimitRules> limit)
            throws InterruptedException {
        Route route = route("/data", Optional.empty(), limit);
        try (LoopbackServer server = new LoopbackServer(service)) {
            LoopbackWire wire = LoopbackWire.to(server, callers, allowed);
            return new Run(
                    new CorsProbe()
                            .run(Sessions.of(wire, rules, List.of(route), identities))
                            .observations(),
                    server.asked());
        }
    }

    /** A route of which the policy says nothing, beside one of which it says who may. */
    Run beside(CorsRules other, Function<Asked, Given> service) throws InterruptedException {
        List<Route> routes =
                List.of(
                        route("/data", Optional.empty(), Optional.empty()),
                        route("/other", Optional.of(other), Optional.empty()));
        try (LoopbackServer server = new LoopbackServer(service)) {
            LoopbackWire wire = LoopbackWire.to(server, Map.of("user-a", COOKIE), allowed);
            List<Observation> seen =
                    new CorsProbe()
                            .run(
                                    Sessions.of(
                                            wire,
                                            Optional.empty(),
                                            routes,
                                            Map.of(
                                                    "user-a",
                                                    new CallerIdentity("user-a", "Cookie", "A"))))
                            .observations();
            return new Run(
                    seen.stream().filter(each -> each.route().equals("/data")).toList(),
                    server.asked());
        }
    }

    private Route route(String path, Optional<CorsRules> cors, Optional<RateLimitRules> limit) {
        return new Route(
                path,
                routeClass,
                methods,
                Optional.empty(),
                cors,
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit,
                Optional.empty(),
                "");
    }

    /** What came of it. */
    record Run(List<Observation> seen, List<Asked> asked) {
        Set<String> failed() {
            return Sessions.ids(seen, Outcome.FAIL);
        }

        Set<String> unknown() {
            return Sessions.ids(seen, Outcome.UNKNOWN);
        }

        Observation only(String id, Outcome outcome) {
            List<Observation> found =
                    Sessions.of(seen, id).stream()
                            .filter(each -> each.finding().outcome() == outcome)
                            .toList();
            if (found.size() != 1) {
                throw new AssertionError(id + " " + outcome + ": " + found);
            }
            return found.getFirst();
        }
    }
}
