package dev.holdfast.probes.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.exhibit.Tone;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.target.HeaderExpectation;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.verdict.Rules;
import dev.holdfast.probes.wire.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A real server on this machine, by every kind of answer. */
class HeadersProbeTest {
    private static final List<Route> ROUTES =
            List.of(
                    Route.of("/", RouteClass.PAGE),
                    Route.of("/login", RouteClass.LOGIN),
                    Targets.of("/account", RouteClass.AUTHENTICATED, "user-a"),
                    Route.of("/logout", RouteClass.LOGOUT),
                    Route.of("/app.js", RouteClass.ASSET),
                    Targets.of("/api/me", RouteClass.API, "user-a"));

    private final HeadersProbe probe = new HeadersProbe(PolicyJudge.NONE, Frames::of, true);

    @Test
    void findsHardenedServiceAllGreen() throws Exception {
        try (Shop shop = new Shop(true)) {
            Seen seen = run(new SocketWire(shop.address(), "shop.example.com"), false);
            assertEquals(Set.of(), bad(seen));
            assertTrue(
                    seen.observations().stream()
                            .anyMatch(each -> each.finding().outcome() == Outcome.PASS));
        }
    }

    @Test
    void findsEveryPlantedFaultAndNothingElse() throws Exception {
        try (Shop shop = new Shop(false)) {
            Seen seen = run(new SocketWire(shop.address(), "shop.example.com"), false);
            assertEquals(
                    new TreeSet<>(
                            Set.of(
                                    "headers.x-powered-by GET /",
                                    "headers.x-powered-by GET /login",
                                    "headers.x-powered-by GET /account",
                                    "headers.x-powered-by GET /logout",
                                    "headers.x-powered-by GET /app.js",
                                    "headers.x-powered-by GET /api/me",
                                    "headers.x-powered-by GET /api/me without credentials",
                                    "headers.clear-site-data GET /logout",
                                    "headers.strict-transport-security GET /app.js",
                                    "headers.cache-control GET /api/me",
                                    "headers.cache-control-shared GET /api/me",
                                    "headers.x-content-type-options GET /holdfast-no-such-path"
                                            + " no such path",
                                    "headers.error-details GET /holdfast-no-such-path"
                                            + " no such path")),
                    bad(seen));
        }
    }

    @Test
    void showsRouteClassByHeader() throws Exception {
        try (Shop shop = new Shop(false)) {
            Exhibit table =
                    run(new SocketWire(shop.address(), "shop.example.com"), false)
                            .exhibits()
                            .getFirst();
            assertEquals("HSTS", table.columns().getFirst());
            Set<String> groups =
                    table.rows().stream().map(Exhibit.Row::name).collect(Collectors.toSet());
            assertTrue(groups.containsAll(Set.of("page", "login", "error", "redirect", "api")));
            Exhibit.Row asset =
                    table.rows().stream()
                            .filter(row -> row.name().equals("asset"))
                            .findFirst()
                            .orElseThrow();
            assertEquals("missing", asset.cells().getFirst().words());
            assertEquals(Tone.OPEN, asset.cells().getFirst().tone());
        }
    }

    /** Of one page: its policy is in the table, and is told by one probe of a run alone. */
    @Test
    void showsPoliciesAlsoWhenAnotherProbeTellsThem() throws Exception {
        PolicyJudge bad =
                (exchange, routeClass) ->
                        List.of(
                                Finding.fail(
                                        Rules.rule(
                                                "csp.inline-script",
                                                "Inline",
                                                Severity.HIGH,
                                                "It runs.",
                                                "Injected script runs.",
                                                "Send a policy.",
                                                "CWE-693"),
                                        "inline script runs"));
        for (boolean telling : List.of(true, false)) {
            try (Shop shop = new Shop(true)) {
                Seen seen =
                        new HeadersProbe(bad, Frames::of, telling)
                                .run(
                                        Targets.session(
                                                false,
                                                new SocketWire(shop.address(), "shop.example.com"),
                                                ROUTES));
                assertEquals(
                        telling,
                        seen.observations().stream()
                                .anyMatch(each -> each.finding().message().contains("inline")));
                Exhibit brief = seen.exhibits().getFirst();
                int column = brief.columns().indexOf("CSP");
                assertTrue(
                        brief.rows().stream()
                                .anyMatch(row ->
                                        Set.of("bad", "missing")
                                                .contains(row.cells().get(column).words())));
            }
        }
    }

    @Test
    void onlyLooksInProduction() throws Exception {
        try (Shop shop = new Shop(true)) {
            SocketWire wire = new SocketWire(shop.address(), "shop.example.com");
            run(wire, true);
            assertTrue(wire.sent().stream().allMatch(each -> each.intent() == Intent.PASSIVE));
            assertTrue(
                    wire.sent().stream()
                            .filter(each -> each.path().equals("/logout"))
                            .allMatch(each -> each.identity().isEmpty()));
        }
    }

    @Test
    void saysUnknownWhenNothingIsAnswered() throws Exception {
        Seen seen =
                probe.run(
                        Targets.session(
                                true,
                                request ->
                                        new Reply.Unanswered(
                                                Reply.Reason.TIMED_OUT, "no whole answer in time"),
                                ROUTES));
        assertFalse(seen.observations().isEmpty());
        assertTrue(
                seen.observations().stream()
                        .allMatch(each -> each.finding().outcome() == Outcome.UNKNOWN));
    }

    @Test
    void saysUnknownWhenRouteIsNotWhatItsClassPromises() throws Exception {
        try (Shop shop = new Shop(true)) {
            Seen seen =
                    probe.run(
                            Targets.session(
                                    true,
                                    new SocketWire(shop.address(), "shop.example.com"),
                                    List.of(Route.of("/account", RouteClass.AUTHENTICATED))));
            assertTrue(
                    seen.observations().stream()
                            .anyMatch(each ->
                                    each.finding().outcome() == Outcome.UNKNOWN
                                            && each.finding().message().contains("no identity")));
        }
    }

    @Test
    void namesThePlaceOfThePolicyThatIsNotMet() throws Exception {
        try (Shop shop = new Shop(true)) {
            Route route =
                    Targets.expecting(
                            "/",
                            RouteClass.PAGE,
                            List.of(
                                    new HeaderExpectation(
                                            "Referrer-Policy",
                                            false,
                                            List.of("no-referrer"),
                                            List.of(),
                                            "holdfast.yaml:12:9"),
                                    new HeaderExpectation(
                                            "X-Team",
                                            false,
                                            List.of(),
                                            List.of(),
                                            "holdfast.yaml:13:9")),
                            Map.of());
            Seen seen =
                    probe.run(
                            Targets.session(
                                    true,
                                    new SocketWire(shop.address(), "shop.example.com"),
                                    List.of(route)));
            List<String> messages =
                    seen.observations().stream()
                            .filter(each -> each.finding().outcome() == Outcome.FAIL)
                            .filter(each -> each.path().equals("/"))
                            .map(each -> each.finding().message())
                            .toList();
            assertEquals(2, messages.size(), messages::toString);
            assertTrue(messages.stream().anyMatch(each -> each.contains("holdfast.yaml:12:9")));
            assertTrue(messages.stream().anyMatch(each -> each.contains("holdfast.yaml:13:9")));
        }
    }

    @Test
    void knowsEveryIdAndRepeatsNoIdentity() throws Exception {
        Set<String> known = new HashSet<>();
        probe.rules().forEach(rule -> assertTrue(known.add(rule.id().value())));
        try (Shop shop = new Shop(false)) {
            Seen seen = run(new SocketWire(shop.address(), "shop.example.com"), false);
            Set<String> identities = new HashSet<>();
            for (Observation each : seen.observations()) {
                assertTrue(known.contains(each.finding().rule().id().value()));
                assertTrue(
                        identities.add(
                                each.finding().rule().id() + each.subject() + each.finding().key()),
                        each::subject);
            }
        }
    }

    private Seen run(SocketWire wire, boolean production) throws InterruptedException {
        return probe.run(Targets.session(production, wire, ROUTES));
    }

    private static Set<String> bad(Seen seen) {
        return seen.observations().stream()
                .filter(each ->
                        switch (each.finding().outcome()) {
                            case FAIL, UNKNOWN, ERROR -> true;
                            default -> false;
                        })
                .map(each ->
                        (each.finding().rule().id()
                                        + " "
                                        + each.subject()
                                        + " "
                                        + each.finding().key())
                                .strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
