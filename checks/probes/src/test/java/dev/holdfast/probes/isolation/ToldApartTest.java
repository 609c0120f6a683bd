package dev.holdfast.probes.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.loopback.Asked;
import dev.holdfast.probes.loopback.Given;
import dev.holdfast.probes.loopback.LoopbackServer;
import dev.holdfast.probes.loopback.LoopbackWire;
import dev.holdfast.probes.loopback.Sessions;
import dev.holdfast.probes.target.IsolationRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals that everybody gets, and queries that nobody may ask. */
class ToldApartTest {
    private static final String PATH = "/api/orders/1001";
    private static final String OWN = "/api/orders/2002";
    private static final Given ORDER = Given.ok("{\"note\":\"order of A\"}");
    private static final Map<String, Field> CALLERS =
            Map.of(
                    "user-a", new Field("Authorization", "Bearer canary-secret-a"),
                    "user-b", new Field("Authorization", "Bearer canary-secret-b"));

    private static List<Observation> run(Function<Asked, Given> service, Route... more)
            throws InterruptedException {
        List<Route> routes = new ArrayList<>(List.of(more));
        routes.add(
                route(
                        PATH,
                        new IsolationRules(
                                "user-a", List.of("user-b", "anonymous"), "order of A")));
        try (LoopbackServer server = new LoopbackServer(service)) {
            LoopbackWire wire = LoopbackWire.to(server, CALLERS, Set.of(Intent.PASSIVE));
            return new IsolationProbe()
                    .run(Sessions.of(wire, Optional.empty(), routes))
                    .observations();
        }
    }

    private static Route route(String path, IsolationRules rules) {
        return new Route(
                path,
                RouteClass.API,
                List.of("GET"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(rules),
                "");
    }

    private static Route ofUserB() {
        return route(OWN, new IsolationRules("user-b", List.of("anonymous"), "order of B"));
    }

    private static boolean by(Asked asked, String caller) {
        return asked.fields().first("Authorization").orElse("").endsWith("-" + caller);
    }

    private static boolean at(Asked asked, String path) {
        return asked.path().split("\\?", 2)[0].equals(path);
    }

    /** Answers everybody who may not see it in the same words. */
    private static Function<Asked, Given> alike(int status, boolean knowsB) {
        return asked ->
                by(asked, "a") && at(asked, PATH)
                        ? ORDER
                        : knowsB && by(asked, "b") && at(asked, OWN)
                                ? Given.ok("order of B")
                                : Given.of(status, "{\"detail\":\"no\"}");
    }

    private static Outcome other(List<Observation> seen) {
        return Sessions.of(seen, "isolation.other-user").stream()
                .filter(one -> one.subject().contains(PATH))
                .filter(one -> one.finding().key().equals("user-b"))
                .map(one -> one.finding().outcome())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void passesNoRefusalThatEverybodyGets(int status) throws InterruptedException {
        List<Observation> seen = run(alike(status, false));

        assertEquals(Outcome.UNKNOWN, other(seen));
        assertEquals(Set.of("isolation.other-user"), Sessions.ids(seen, Outcome.UNKNOWN));
        String message = Sessions.of(seen, "isolation.other-user").getFirst().finding().message();
        assertTrue(message.contains("renew the secret of user-b"), message);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void passesItWhereAnotherRouteKnowsTheUser(int status) throws InterruptedException {
        List<Observation> seen = run(alike(status, true), ofUserB());

        assertEquals(Outcome.PASS, other(seen));
        assertEquals(Set.of(), Sessions.ids(seen, Outcome.UNKNOWN));
        assertEquals(Set.of(), Sessions.ids(seen, Outcome.FAIL));
    }

    @Test
    void passesARefusalInOtherWordsThanNobodyGets() throws InterruptedException {
        List<Observation> seen =
                run(asked ->
                        by(asked, "b")
                                ? Given.of(403, "not yours")
                                : alike(403, false).apply(asked));

        assertEquals(Outcome.PASS, other(seen));
        assertEquals(Set.of(), Sessions.ids(seen, Outcome.UNKNOWN));
    }

    @Test
    void passesARefusalThatNamesTheWayInForOthers() throws InterruptedException {
        for (Given refusal :
                List.of(
                        Given.of(403, "no")
                                .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\""),
                        Given.of(404, "<a href=/login>Sign in</a><h1>Not found</h1>"))) {
            List<Observation> seen =
                    run(asked -> by(asked, "b") ? refusal : alike(401, false).apply(asked));

            assertEquals(Outcome.PASS, other(seen));
        }
    }

    @Test
    void passesNoRefusalWhoseFieldSaysThatTheTokenIsNotValid() throws InterruptedException {
        Given refusal =
                Given.of(403, "no").with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        List<Observation> seen =
                run(asked -> by(asked, "b") ? refusal : alike(401, false).apply(asked));

        assertEquals(Outcome.UNKNOWN, other(seen));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"detail\":\"Invalid token.\"}",
                "{\"error\":\"token_expired\"}",
                "Your session has ended",
                "Please sign in."
            })
    void passesNoRefusalThatSaysThatTheUserIsNotKnown(String words) throws InterruptedException {
        List<Observation> seen =
                run(asked ->
                        by(asked, "b") ? Given.of(403, words) : alike(403, false).apply(asked));

        assertEquals(Outcome.UNKNOWN, other(seen));
    }

    @Test
    void tellsNobodyApartByWordsThatAreOthersEachTime() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        List<Observation> seen =
                run(asked ->
                        by(asked, "a")
                                ? alike(403, false).apply(asked)
                                : Given.of(
                                        403, "no: " + (char) ('a' + count.incrementAndGet() % 26)));

        assertEquals(Outcome.UNKNOWN, other(seen));
    }

    @Test
    void callsNoServiceThatRefusesTheQueryACache() throws InterruptedException {
        List<Observation> seen =
                run(asked ->
                        asked.path().startsWith(PATH + "?")
                                ? Given.of(400, "no such parameter")
                                : by(asked, "b") && at(asked, PATH)
                                        ? ORDER
                                        : alike(404, false).apply(asked));

        assertEquals(Outcome.FAIL, other(seen));
        assertEquals(Set.of("isolation.other-user"), Sessions.ids(seen, Outcome.FAIL));
    }

    @Test
    void saysNothingOfAnUnknownUserBehindACache() throws InterruptedException {
        AtomicReference<Optional<Given>> kept = new AtomicReference<>(Optional.empty());
        List<Observation> seen =
                run(asked -> {
                    boolean plain = asked.path().equals(PATH) && asked.method().equals("GET");
                    if (plain && by(asked, "a")) {
                        kept.set(Optional.of(ORDER));
                    }
                    return plain && kept.get().isPresent()
                            ? kept.get().get()
                            : alike(404, false).apply(asked);
                });

        assertEquals(Outcome.UNKNOWN, other(seen));
        assertEquals(Set.of("isolation.cached-copy"), Sessions.ids(seen, Outcome.FAIL));
    }
}
