package dev.holdfast.probes.loopback;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.CallerIdentity;
import dev.holdfast.probes.target.CorsRules;
import dev.holdfast.probes.target.Limits;
import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.wire.Wire;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Sessions of tests, and what is read out of what a probe saw. */
public final class Sessions {
    private Sessions() {}

    /** A session with a target called {@code test} at {@code https://shop.example.com}. */
    public static Session of(Wire wire, Optional<CorsRules> cors, List<Route> routes) {
        return of(wire, cors, routes, List.of("admin", "user-a", "user-b"));
    }

    /** A session of a target with those identities, each with an Authorization field. */
    public static Session of(
            Wire wire, Optional<CorsRules> cors, List<Route> routes, List<String> identities) {
        Map<String, CallerIdentity> all = new LinkedHashMap<>();
        for (String name : identities) {
            all.put(name, new CallerIdentity(name, "Authorization", "TOKEN"));
        }
        return of(wire, cors, routes, all);
    }

    /** A session of a target with those identities. */
    public static Session of(
            Wire wire,
            Optional<CorsRules> cors,
            List<Route> routes,
            Map<String, CallerIdentity> identities) {
        Target target =
                new Target(
                        "test",
                        "https",
                        "shop.example.com",
                        443,
                        "staging",
                        false,
                        Optional.empty(),
                        Network.LOOPBACK,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Limits.USUAL,
                        "owasp",
                        Map.of(),
                        cors,
                        identities,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        routes);
        return new Session(
                target,
                wire,
                wire,
                wire,
                true,
                variable -> Optional.empty(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                new Random(1));
    }

    /** The ids with an observation of that outcome. */
    public static Set<String> ids(List<Observation> seen, Outcome outcome) {
        Set<String> ids = new TreeSet<>();
        for (Observation each : seen) {
            if (each.finding().outcome() == outcome) {
                ids.add(each.finding().rule().id().value());
            }
        }
        return ids;
    }

    /** The observations of that id. */
    public static List<Observation> of(List<Observation> seen, String id) {
        return seen.stream().filter(each -> each.finding().rule().id().value().equals(id)).toList();
    }
}
