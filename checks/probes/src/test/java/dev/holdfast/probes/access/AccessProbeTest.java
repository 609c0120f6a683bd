package dev.holdfast.probes.access;

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
import dev.holdfast.probes.target.AccessRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Observation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessProbeTest {
    private static final String PATH = "/admin/users";
    private static final Given PAGE = Given.ok("<h1>all customers</h1>");
    private static final AccessRules RULES =
            new AccessRules(List.of("admin"), List.of("anonymous", "user-a"), "all customers");
    private static final Map<String, Field> CALLERS =
            Map.of(
                    "admin", new Field("Authorization", "Bearer canary-secret-admin"),
                    "user-a", new Field("Authorization", "Bearer canary-secret-a"),
                    "user-b", new Field("Authorization", "Bearer canary-secret-b"));

    private record Run(List<Observation> seen, List<Asked> asked) {
        Set<String> ids(Outcome outcome) {
            return Sessions.ids(seen, outcome);
        }
    }

    private static Run run(Function<Asked, Given> service) throws InterruptedException {
        return run(service, Optional.of(RULES), List.of("GET", "POST"), Intent.values());
    }

    private static Run run(
            Function<Asked, Given> service,
            Optional<AccessRules> rules,
            List<String> methods,
            Intent... allowed)
            throws InterruptedException {
        Route route =
                new Route(
                        PATH,
                        RouteClass.ADMIN,
                        methods,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        rules,
                        Optional.empty(),
                        Optional.empty(),
                        "");
        try (LoopbackServer server = new LoopbackServer(service)) {
            LoopbackWire wire = LoopbackWire.to(server, CALLERS, Set.of(allowed));
            return new Run(
                    new AccessProbe()
                            .run(Sessions.of(wire, Optional.empty(), List.of(route)))
                            .observations(),
                    server.asked());
        }
    }

    private static String caller(Asked asked) {
        String value = asked.fields().first("Authorization").orElse("");
        return value.substring(value.lastIndexOf('-') + 1);
    }

    /** A service that checks the caller behind the path. */
    private static Given good(Asked asked) {
        String path = asked.path().split("\\?", 2)[0];
        if (path.equals("/")) {
            return Given.ok("<h1>Welcome</h1>");
        }
        if (!path.equals(PATH)) {
            return Given.of(404, "no such page");
        }
        if (caller(asked).isEmpty()) {
            return Given.of(401, "who are you?");
        }
        if (!caller(asked).equals("admin")) {
            return Given.of(403, "not you");
        }
        return asked.method().equals("GET") || asked.method().equals("HEAD")
                ? PAGE
                : Given.of(405, "");
    }

    private static Function<Asked, Given> but(Predicate<Asked> hole, Given answer) {
        return asked -> hole.test(asked) && !caller(asked).equals("admin") ? answer : good(asked);
    }

    private static Predicate<Asked> path(String path) {
        return asked -> asked.path().equals(path);
    }

    private static Predicate<Asked> get(Predicate<Asked> also) {
        return also.and(asked -> asked.method().equals("GET"));
    }

    static Stream<Arguments> faults() {
        Predicate<Asked> plain = path(PATH);
        return Stream.of(
                Arguments.of(
                        "access.method", but(plain.and(one -> one.method().equals("POST")), PAGE)),
                Arguments.of(
                        "access.method",
                        but(
                                plain.and(one -> one.method().equals("POST")),
                                Given.of(201, "{\"made\":7}"))),
                Arguments.of(
                        "access.method", but(plain.and(one -> one.method().equals("HEAD")), PAGE)),
                Arguments.of(
                        "access.method-override",
                        but(one -> one.has("X-HTTP-Method-Override", "GET"), PAGE)),
                Arguments.of(
                        "access.method-override",
                        but(one -> one.has("X-Method-Override", "GET"), PAGE)),
                Arguments.of("access.method-override", but(path(PATH + "?_method=GET"), PAGE)),
                Arguments.of(
                        "access.method-override",
                        but(one -> one.body().equals("_method=GET"), PAGE)),
                Arguments.of(
                        "access.path-header", but(one -> one.has("X-Original-URL", PATH), PAGE)),
                Arguments.of(
                        "access.path-header", but(one -> one.has("X-Rewrite-URL", PATH), PAGE)),
                Arguments.of(
                        "access.address-header",
                        but(plain.and(one -> one.has("X-Forwarded-For", "127.0.0.1")), PAGE)),
                Arguments.of(
                        "access.address-header",
                        but(plain.and(one -> one.fields().has("Forwarded")), PAGE)),
                spelling("/admin/users/"),
                spelling("//admin/users"),
                spelling("/admin//users"),
                spelling("/./admin/users"),
                spelling("/x/../admin/users"),
                spelling("/x/..;/admin/users"),
                spelling("/admin;x/users"),
                spelling("/admin/users;x"),
                spelling("/admin/users/..;/"),
                spelling("/admin%2fusers"),
                spelling("/admin%252fusers"),
                spelling("/%2e/admin/users"),
                spelling("/%61dmin/users"),
                spelling("/%2561dmin/users"),
                spelling("/ADMIN/USERS"),
                spelling("/admin/Users"),
                spelling("/admin/users.json"),
                spelling("/admin/users?"),
                spelling("/admin/users%20"),
                spelling("/admin/users%09"),
                spelling("/admin/users%00"),
                spelling("/admin\\users"));
    }

    private static Arguments spelling(String path) {
        return Arguments.of("access.path-variant", but(get(path(path)), PAGE));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("faults")
    void findsTheWayInAndNoOther(String id, Function<Asked, Given> service)
            throws InterruptedException {
        Run run = run(service);

        assertEquals(Set.of(id), run.ids(Outcome.FAIL));
        assertEquals(Set.of(), run.ids(Outcome.UNKNOWN));
        assertEquals(
                2,
                Sessions.of(run.seen(), id).stream()
                        .filter(one -> one.finding().outcome() == Outcome.FAIL)
                        .count());
    }

    @Test
    void passesAServiceThatChecksBehindThePath() throws InterruptedException {
        Run run = run(AccessProbeTest::good);

        assertEquals(Set.of(), run.ids(Outcome.FAIL));
        assertEquals(Set.of(), run.ids(Outcome.UNKNOWN));
        assertEquals(
                Set.of(
                        "access.allowed-identity",
                        "access.anonymous",
                        "access.denied-identity",
                        "access.method",
                        "access.method-override",
                        "access.path-header",
                        "access.address-header",
                        "access.path-variant"),
                run.ids(Outcome.PASS));
        assertTrue(run.asked().size() <= 150, () -> run.asked().size() + " requests");
    }

    @Test
    void passesAnApplicationThatAnswersEveryUnknownPathWithItsFirstPage()
            throws InterruptedException {
        Given first = Given.ok("<script src=/app.js></script>");
        Run run =
                run(asked -> {
                    Given given = good(asked);
                    return given.status() == 404 ? first : given;
                });

        assertEquals(Set.of(), run.ids(Outcome.FAIL));
        assertEquals(Set.of(), run.ids(Outcome.UNKNOWN));
    }

    @Test
    void takesARedirectToThePathItselfForARefusal() throws InterruptedException {
        Run run =
                run(asked ->
                        asked.path().equals(PATH + "/")
                                ? Given.of(301, "").with("Location", "https://x.test" + PATH)
                                : good(asked));

        assertEquals(Set.of(), run.ids(Outcome.UNKNOWN));
    }

    @Test
    void findsThatNobodyInParticularIsLetIn() throws InterruptedException {
        Run run = run(but(path(PATH).and(one -> caller(one).isEmpty()), PAGE));

        assertEquals(Set.of("access.anonymous"), run.ids(Outcome.FAIL));
        assertEquals(
                "nobody (no identity) was answered 200 with the canary",
                Sessions.of(run.seen(), "access.anonymous").getFirst().finding().message());
    }

    @Test
    void findsThatADeniedUserIsLetIn() throws InterruptedException {
        Run run = run(but(path(PATH).and(one -> caller(one).equals("a")), PAGE));

        assertEquals(Set.of("access.denied-identity"), run.ids(Outcome.FAIL));
    }

    @Test
    void triesTheTricksAsOneUserAndSaysSoOfTheOthers() throws InterruptedException {
        AccessRules three =
                new AccessRules(
                        List.of("admin"),
                        List.of("user-a", "user-b", "anonymous"),
                        "all customers");
        Run run = run(AccessProbeTest::good, Optional.of(three), List.of("GET"), Intent.values());

        assertEquals(1, run.asked().stream().filter(one -> caller(one).equals("b")).count());
        assertTrue(
                Sessions.of(run.seen(), "access.path-variant").stream()
                        .anyMatch(one ->
                                one.finding().outcome() == Outcome.NOT_APPLICABLE
                                        && one.finding().message().contains("user-b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "form", "guard", "busy", "down", "other page"})
    void passesNoBarrier(String kind) throws InterruptedException {
        Given barrier =
                switch (kind) {
                    case "redirect" -> Given.redirect("/login?next=/admin/users");
                    case "form" -> Given.ok("<form><input type=\"PASSWORD\" name=p></form>");
                    case "guard" -> Given.of(403, "Request blocked. Incident ID 12");
                    case "busy" -> Given.of(429, "");
                    case "down" -> Given.of(500, "");
                    default -> Given.ok("<h1>Something else</h1>");
                };
        Run run = run(asked -> caller(asked).equals("admin") ? good(asked) : barrier);

        assertEquals(Set.of(), run.ids(Outcome.FAIL));
        assertEquals(Set.of("access.allowed-identity"), run.ids(Outcome.PASS));
        assertTrue(
                run.ids(Outcome.UNKNOWN)
                        .containsAll(Set.of("access.anonymous", "access.denied-identity")));
    }

    @Test
    void knowsNothingWithoutTheCanaryOfAnAllowedAnswer() throws InterruptedException {
        Run run = run(asked -> Given.of(403, ""));

        assertEquals(Set.of(), run.ids(Outcome.PASS));
        assertEquals(
                Set.of("access.allowed-identity", "access.anonymous", "access.denied-identity"),
                run.ids(Outcome.UNKNOWN));
        assertEquals(1, run.asked().size());
    }

    @Test
    void knowsNothingWhenTheCanaryIsNoSecret() throws InterruptedException {
        AccessRules users = new AccessRules(List.of("admin"), List.of("user-a"), "all customers");
        Run run = run(asked -> PAGE, Optional.of(users), List.of("GET"), Intent.values());

        assertEquals(Set.of("access.denied-identity"), run.ids(Outcome.UNKNOWN));
        assertEquals(Set.of(), run.ids(Outcome.FAIL));
    }

    @Test
    void sendsNothingButLooksWhereNothingElseIsAllowed() throws InterruptedException {
        Run run =
                run(
                        AccessProbeTest::good,
                        Optional.of(RULES),
                        List.of("GET", "POST", "DELETE"),
                        Intent.PASSIVE);

        assertTrue(
                run.asked().stream().allMatch(one -> Set.of("GET", "HEAD").contains(one.method())));
        assertTrue(
                run.asked().stream()
                        .map(Asked::path)
                        .allMatch(Set.of(PATH, "/", "/holdfast-no-such-page")::contains));
        assertEquals(Set.of(), run.ids(Outcome.UNKNOWN));
        assertEquals(
                Set.of(
                        "access.method",
                        "access.method-override",
                        "access.path-header",
                        "access.address-header",
                        "access.path-variant"),
                run.ids(Outcome.NOT_APPLICABLE));
        assertFalse(run.ids(Outcome.PASS).contains("access.path-variant"));
    }

    @Test
    void deletesNothingUnlessTheTargetLetsIt() throws InterruptedException {
        Run run =
                run(
                        AccessProbeTest::good,
                        Optional.of(RULES),
                        List.of("GET", "DELETE", "PUT"),
                        Intent.PASSIVE,
                        Intent.FORGED);

        assertTrue(run.asked().stream().noneMatch(one -> one.method().equals("DELETE")));
        assertTrue(run.asked().stream().anyMatch(one -> one.method().equals("PUT")));
    }

    @Test
    void namesTheKeyThatIsMissing() throws InterruptedException {
        Run run = run(AccessProbeTest::good, Optional.empty(), List.of("GET"), Intent.values());

        assertEquals(
                "the policy says no access at route /admin/users"
                        + " (probes.targets.test.routes[].access)",
                run.seen().getFirst().finding().message());
        assertEquals(List.of(), run.asked());
    }

    @Test
    void tellsObservationsApartAndShowsNoSecret() throws InterruptedException {
        Run run = run(AccessProbeTest::good);

        Set<List<String>> identities = new HashSet<>();
        for (Observation one : run.seen()) {
            List<String> identity =
                    List.of(one.finding().rule().id().value(), one.subject(), one.finding().key());
            assertTrue(identities.add(identity), identity::toString);
        }
        assertFalse(run.seen().toString().toLowerCase(Locale.ROOT).contains("canary-secret"));
    }

    @Test
    void sendsSpellingsByteForByte() throws InterruptedException {
        Run run = run(AccessProbeTest::good);

        List<String> paths = run.asked().stream().map(Asked::path).toList();
        assertTrue(paths.containsAll(PathVariants.of(PATH)), paths::toString);
    }
}
