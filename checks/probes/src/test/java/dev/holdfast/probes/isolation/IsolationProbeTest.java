package dev.holdfast.probes.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolationProbeTest {
    private static final String PATH = "/api/orders/1001";
    private static final Given ORDER = Given.ok("{\"note\":\"order of A\"}").with("ETag", "\"v7\"");
    private static final Given NONE = Given.of(404, "{\"error\":\"not found\"}");
    private static final Map<String, Field> CALLERS =
            Map.of(
                    "user-a", new Field("Authorization", "Bearer canary-secret-a"),
                    "user-b", new Field("Authorization", "Bearer canary-secret-b"));

    private record Run(List<Observation> seen, List<Asked> asked) {
        Set<String> ids(Outcome outcome) {
            return Sessions.ids(seen, outcome);
        }
    }

    private static Run run(Function<Asked, Given> service) throws InterruptedException {
        return run(
                service,
                Optional.of(
                        new IsolationRules(
                                "user-a", List.of("user-b", "anonymous"), "order of A")));
    }

    private static Run run(Function<Asked, Given> service, Optional<IsolationRules> rules)
            throws InterruptedException {
        Route route =
                new Route(
                        PATH,
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
                        rules,
                        "");
        try (LoopbackServer server = new LoopbackServer(service)) {
            // Only what looks is allowed, as in production.
            LoopbackWire wire = LoopbackWire.to(server, CALLERS, Set.of(Intent.PASSIVE));
            return new Run(
                    new IsolationProbe()
                            .run(Sessions.of(wire, Optional.empty(), List.of(route)))
                            .observations(),
                    server.asked());
        }
    }

    private static String caller(Asked asked) {
        String value = asked.fields().first("Authorization").orElse("");
        return value.endsWith("-a") ? "a" : value.endsWith("-b") ? "b" : "";
    }

    /** Keeps users apart. */
    private static Given good(Asked asked) {
        String caller = caller(asked);
        if (caller.isEmpty()) {
            return Given.of(401, "");
        }
        return switch (asked.path().split("\\?", 2)[0]) {
            case "/api/orders" -> Given.ok(caller.equals("a") ? "[order of A]" : "[]");
            case PATH -> caller.equals("a") ? ORDER : NONE;
            default -> NONE;
        };
    }

    @Test
    void passesAServiceThatKeepsUsersApart() throws InterruptedException {
        Run run = run(IsolationProbeTest::good);

        assertEquals(Set.of(), run.ids(Outcome.FAIL));
        assertEquals(Set.of(), run.ids(Outcome.UNKNOWN));
        assertEquals(
                Set.of(
                        "isolation.owner",
                        "isolation.other-user",
                        "isolation.anonymous",
                        "isolation.cached-copy",
                        "isolation.conditional",
                        "isolation.head",
                        "isolation.list"),
                run.ids(Outcome.PASS));
        // One more than is said of each caller: nobody is asked what user-b was.
        assertEquals(11, run.asked().size());
    }

    @Test
    void findsThatAnotherUserSeesTheObject() throws InterruptedException {
        Run run =
                run(asked ->
                        caller(asked).equals("b") && asked.path().startsWith(PATH)
                                ? ORDER
                                : good(asked));

        assertEquals(Set.of("isolation.other-user"), run.ids(Outcome.FAIL));
        assertEquals(Set.of(), run.ids(Outcome.UNKNOWN));
    }

    @Test
    void findsThatNobodySeesTheObject() throws InterruptedException {
        Run run =
                run(asked ->
                        caller(asked).isEmpty() && asked.path().startsWith(PATH)
                                ? ORDER
                                : good(asked));

        assertEquals(Set.of("isolation.anonymous"), run.ids(Outcome.FAIL));
    }

    @Test
    void findsACopyThatACacheHandsOut() throws InterruptedException {
        AtomicReference<Optional<Given>> kept = new AtomicReference<>(Optional.empty());
        Run run =
                run(asked -> {
                    boolean plain = asked.path().equals(PATH) && asked.method().equals("GET");
                    if (plain && caller(asked).equals("a")) {
                        kept.set(Optional.of(ORDER));
                    }
                    return plain && kept.get().isPresent() ? kept.get().get() : good(asked);
                });

        assertEquals(Set.of("isolation.cached-copy"), run.ids(Outcome.FAIL));
        assertEquals(2, Sessions.of(run.seen(), "isolation.cached-copy").size());
    }

    @Test
    void findsThatAConditionalRequestTellsOfTheObject() throws InterruptedException {
        Run run =
                run(asked ->
                        asked.has("If-None-Match", "\"v7\"") ? Given.of(304, "") : good(asked));

        assertEquals(Set.of("isolation.conditional"), run.ids(Outcome.FAIL));
    }

    @Test
    void asksWithTheDateWhenThereIsNoTag() throws InterruptedException {
        Run run =
                run(asked -> {
                    Given given = good(asked);
                    if (asked.fields().has("If-Modified-Since")) {
                        return Given.of(304, "");
                    }
                    return given.equals(ORDER)
                            ? Given.ok(ORDER.body())
                                    .with("Last-Modified", "Sun, 01 Nov 2026 00:00:00 GMT")
                            : given;
                });

        assertEquals(Set.of("isolation.conditional"), run.ids(Outcome.FAIL));
    }

    @Test
    void findsThatHeadTellsOfTheObject() throws InterruptedException {
        Run run = run(asked -> asked.method().equals("HEAD") ? ORDER : good(asked));

        assertEquals(Set.of("isolation.head"), run.ids(Outcome.FAIL));
    }

    @Test
    void findsTheObjectInTheListOfAnother() throws InterruptedException {
        Run run =
                run(asked ->
                        asked.path().equals("/api/orders") && caller(asked).equals("b")
                                ? Given.ok("[order of A, order of B]")
                                : good(asked));

        assertEquals(Set.of("isolation.list"), run.ids(Outcome.FAIL));
    }

    @Test
    void saysNothingOfAListThatDoesNotShowTheObjectToItsOwner() throws InterruptedException {
        Run run =
                run(asked -> asked.path().equals("/api/orders") ? Given.of(404, "") : good(asked));

        assertTrue(run.ids(Outcome.NOT_APPLICABLE).contains("isolation.list"));
        assertFalse(run.ids(Outcome.PASS).contains("isolation.list"));
    }

    @Test
    void knowsNothingWithoutTheOwnersCanary() throws InterruptedException {
        Run run = run(asked -> NONE);

        assertEquals(Set.of("isolation.owner", "isolation.other-user"), run.ids(Outcome.UNKNOWN));
        assertEquals(Set.of(), run.ids(Outcome.PASS));
        assertEquals(1, run.asked().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "form", "guard", "down", "own data"})
    void passesNoBarrier(String kind) throws InterruptedException {
        Given barrier =
                switch (kind) {
                    case "redirect" -> Given.redirect("/login");
                    case "form" -> Given.ok("<form><input name=p type='password'></form>");
                    case "guard" -> Given.of(403, "captcha").with("cf-mitigated", "challenge");
                    case "down" -> Given.of(503, "");
                    default -> Given.ok("{\"note\":\"order of B\"}");
                };
        Run run = run(asked -> caller(asked).equals("a") ? good(asked) : barrier);

        assertEquals(Set.of(), run.ids(Outcome.FAIL));
        assertTrue(
                run.ids(Outcome.UNKNOWN)
                        .containsAll(Set.of("isolation.other-user", "isolation.anonymous")));
        assertEquals(
                kind.equals("own data")
                        ? Set.of("isolation.owner", "isolation.list")
                        : Set.of("isolation.owner"),
                run.ids(Outcome.PASS));
    }

    @Test
    void namesTheKeyThatIsMissing() throws InterruptedException {
        Run run = run(IsolationProbeTest::good, Optional.empty());

        assertEquals(
                "the policy says no probes.targets.test.routes[].isolation",
                run.seen().getFirst().finding().message());
        assertEquals(Set.of("isolation.other-user"), run.ids(Outcome.NOT_APPLICABLE));
        assertEquals(List.of(), run.asked());
    }

    @Test
    void passesNobodyWhoseSecretTheServiceDoesNotKnow() throws InterruptedException {
        Run run = run(asked -> caller(asked).equals("b") ? Given.of(401, "expired") : good(asked));

        assertEquals(Set.of("isolation.other-user", "isolation.list"), run.ids(Outcome.UNKNOWN));
        assertTrue(run.ids(Outcome.PASS).contains("isolation.anonymous"));
        assertEquals(Set.of(), run.ids(Outcome.FAIL));
        String message =
                Sessions.of(run.seen(), "isolation.other-user").getFirst().finding().message();
        assertTrue(message.contains("renew the secret of user-b"), message);
    }

    @Test
    void saysNothingWhereThereIsNobodyElse() throws InterruptedException {
        for (List<String> others : List.of(List.<String>of(), List.of("user-a"))) {
            Run run =
                    run(
                            IsolationProbeTest::good,
                            Optional.of(new IsolationRules("user-a", others, "order of A")));

            assertEquals(Set.of(), run.ids(Outcome.PASS));
            String message = run.seen().getFirst().finding().message();
            assertTrue(message.contains("isolation.others"), message);
            assertEquals(List.of(), run.asked());
        }
    }

    @Test
    void takesNoAnswerForTheCanaryThatIsMissing() throws InterruptedException {
        Run run =
                run(
                        IsolationProbeTest::good,
                        Optional.of(new IsolationRules("user-a", List.of("user-b"), "")));

        assertEquals(Set.of(), run.ids(Outcome.FAIL));
        assertEquals(Set.of("isolation.other-user"), run.ids(Outcome.NOT_APPLICABLE));
        String message = run.seen().getFirst().finding().message();
        assertTrue(message.contains("isolation.canary"), message);
    }

    @Test
    void tellsObservationsApartAndShowsNoSecret() throws InterruptedException {
        Run run = run(asked -> ORDER);

        Set<List<String>> identities = new HashSet<>();
        for (Observation one : run.seen()) {
            List<String> identity =
                    List.of(one.finding().rule().id().value(), one.subject(), one.finding().key());
            assertTrue(identities.add(identity), identity::toString);
        }
        assertFalse(run.seen().toString().contains("canary-secret"));
        assertFalse(run.seen().toString().contains("order of A"), "an object's data");
    }
}
