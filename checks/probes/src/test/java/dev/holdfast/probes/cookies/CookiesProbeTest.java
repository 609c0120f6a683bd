package dev.holdfast.probes.cookies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.headers.Shop;
import dev.holdfast.probes.headers.SocketWire;
import dev.holdfast.probes.headers.Targets;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.wire.Reply;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The cookies of a real server on this machine. */
class CookiesProbeTest {
    private static final List<Route> ROUTES =
            List.of(Route.of("/", RouteClass.PAGE), Route.of("/login", RouteClass.LOGIN));

    @Test
    void findsHardenedServiceAllGreen() throws Exception {
        assertEquals(Set.of(), failing(true));
    }

    @Test
    void findsPlantedFaults() throws Exception {
        assertEquals(
                Set.of(
                        "cookies.secure GET /login",
                        "cookies.http-only GET /login",
                        "cookies.same-site GET /login",
                        "cookies.lifetime GET /login"),
                failing(false));
    }

    @Test
    void saysUnknownWhenNothingIsAnswered() throws Exception {
        Seen seen =
                new CookiesProbe()
                        .run(
                                Targets.session(
                                        true,
                                        request ->
                                                new Reply.Unanswered(
                                                        Reply.Reason.STOPPED, "stopped"),
                                        ROUTES));
        assertEquals(
                List.of(Outcome.UNKNOWN, Outcome.UNKNOWN),
                seen.observations().stream().map(each -> each.finding().outcome()).toList());
    }

    private static Set<String> failing(boolean hardened) throws Exception {
        try (Shop shop = new Shop(hardened)) {
            SocketWire wire = new SocketWire(shop.address(), "shop.example.com");
            return new CookiesProbe()
                    .run(Targets.session(true, wire, ROUTES)).observations().stream()
                            .filter(each -> each.finding().outcome() == Outcome.FAIL)
                            .map(each -> each.finding().rule().id() + " " + each.subject())
                            .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
