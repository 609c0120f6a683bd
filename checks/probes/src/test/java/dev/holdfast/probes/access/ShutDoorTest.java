package dev.holdfast.probes.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.loopback.Asked;
import dev.holdfast.probes.loopback.Given;
import dev.holdfast.probes.loopback.LoopbackServer;
import dev.holdfast.probes.loopback.LoopbackWire;
import dev.holdfast.probes.loopback.Sessions;
import dev.holdfast.probes.target.AccessRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like a shut door and is none, and ways in that guards forget. */
class ShutDoorTest {
    private static final String PATH = "/admin/users";
    private static final Given PAGE = Given.ok("<h1>all customers</h1>");
    private static final AccessRules RULES =
            new AccessRules(List.of("admin"), List.of("anonymous", "user-a"), "all customers");
    private static final Map<String, Field> CALLERS =
            Map.of(
                    "admin", new Field("Authorization", "Bearer canary-secret-admin"),
                    "user-a", new Field("Authorization", "Bearer canary-secret-a"),
                    "user-b", new Field("Authorization", "Bearer canary-secret-b"));

    private static List<Observation> run(
            Function<Asked, Given> service, AccessRules rules, Route... others)
            throws InterruptedException {
        try (LoopbackServer server = new LoopbackServer(service)) {
            return run(server, rules, others);
        }
    }

    private static List<Observation> run(LoopbackServer server, AccessRules rules, Route... others)
            throws InterruptedException {
        List<Route> routes = new ArrayList<>(List.of(others));
        routes.add(route(PATH, RouteClass.ADMIN, Optional.empty(), Optional.of(rules)));
        LoopbackWire wire = LoopbackWire.to(server, CALLERS);
        return new AccessProbe().run(Sessions.of(wire, Optional.empty(), routes)).observations();
    }

    private static Route route(
            String path,
            RouteClass routeClass,
            Optional<String> identity,
            Optional<AccessRules> access) {
        return new Route(
                path,
                routeClass,
                List.of("GET"),
                identity,
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                access,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private static String caller(Asked asked) {
        String value = asked.fields().first("Authorization").orElse("");
        return value.substring(value.lastIndexOf('-') + 1);
    }

    /** A service that answers 401 to everybody whom it does not know. */
    private static Given good(Asked asked) {
        String path = asked.path().split("\\?", 2)[0];
        if (path.equals("/")) {
            return Given.ok("<h1>Welcome</h1>");
        }
        if (path.equals("/account")) {
            return caller(asked).isEmpty() ? Given.of(401, "") : Given.ok("<h1>Yours</h1>");
        }
        if (!path.equals(PATH)) {
            return Given.of(404, "no such page");
        }
        if (caller(asked).isEmpty()) {
            return Given.of(
                    401, "{\"error\":\"who are you?\",\"request\":\"" + asked.hashCode() + "\"}");
        }
        return !caller(asked).equals("admin")
                ? Given.of(403, "not you")
                : asked.method().equals("GET") ? PAGE : Given.of(405, "");
    }

    private static Function<Asked, Given> but(Predicate<Asked> hole, Given answer) {
        return asked -> hole.test(asked) && !caller(asked).equals("admin") ? answer : good(asked);
    }

    private static Given unknownUser(Asked asked) {
        return caller(asked).equals("a") ? Given.of(401, "who are you?") : good(asked);
    }

    private static Optional<Outcome> outcome(List<Observation> seen, String id, String key) {
        return Sessions.of(seen, id).stream()
                .filter(one -> one.finding().key().equals(key))
                .map(one -> one.finding().outcome())
                .findFirst();
    }

    @Test
    void passesNobodyWhoseSecretTheServiceDoesNotKnow() throws InterruptedException {
        List<Observation> seen = run(ShutDoorTest::unknownUser, RULES);

        assertEquals(
                Optional.of(Outcome.UNKNOWN), outcome(seen, "access.denied-identity", "user-a"));
        assertEquals(Optional.of(Outcome.PASS), outcome(seen, "access.anonymous", "anonymous"));
        assertEquals(
                Optional.of(Outcome.NOT_APPLICABLE),
                outcome(seen, "access.path-variant", "user-a"));
        String message = Sessions.of(seen, "access.denied-identity").getFirst().finding().message();
        assertTrue(message.contains("renew the secret of user-a"), message);
    }

    @Test
    void triesTheTricksAsTheNextUserWhenTheServiceDoesNotKnowTheFirst()
            throws InterruptedException {
        AccessRules two =
                new AccessRules(List.of("admin"), List.of("user-a", "user-b"), "all customers");
        List<Observation> seen = run(ShutDoorTest::unknownUser, two);

        assertEquals(Optional.of(Outcome.PASS), outcome(seen, "access.path-variant", "user-b"));
    }

    @Test
    void takes401ForARefusalWhereAnotherRouteAnswersTheUser() throws InterruptedException {
        Function<Asked, Given> service =
                asked ->
                        caller(asked).equals("a") && asked.path().startsWith("/admin")
                                ? Given.of(401, "not here")
                                : good(asked);
        List<Observation> seen = run(service, RULES, account());

        assertEquals(Optional.of(Outcome.PASS), outcome(seen, "access.denied-identity", "user-a"));
        assertEquals(Set.of(), Sessions.ids(seen, Outcome.UNKNOWN));
    }

    private static Route account() {
        AccessRules own = new AccessRules(List.of("user-a"), List.of(), "Yours");
        return route("/account", RouteClass.API, Optional.of("user-a"), Optional.of(own));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void passesNoRefusalThatEverybodyGetsUnlessAnotherRouteAnswersTheUser(int status)
            throws InterruptedException {
        Function<Asked, Given> service =
                asked ->
                        good(asked).status() == 401 || good(asked).status() == 403
                                ? Given.of(status, "{\"error\":\"no\"}")
                                : good(asked);

        assertEquals(
                Optional.of(Outcome.UNKNOWN),
                outcome(run(service, RULES), "access.denied-identity", "user-a"));
        assertEquals(
                Optional.of(Outcome.PASS),
                outcome(run(service, RULES, account()), "access.denied-identity", "user-a"));
    }

    @Test
    void takesNoPageThatAnyCookieGetsForASignOfLife() throws InterruptedException {
        Function<Asked, Given> service =
                asked ->
                        asked.path().equals("/account") && !caller(asked).isEmpty()
                                ? Given.ok("<p>Your session has ended.</p>")
                                : unknownUser(asked);
        Route page = route("/account", RouteClass.API, Optional.of("user-a"), Optional.empty());

        for (Route route : List.of(page, account())) {
            List<Observation> seen = run(service, RULES, route);

            assertEquals(
                    Optional.of(Outcome.UNKNOWN),
                    outcome(seen, "access.denied-identity", "user-a"));
        }
    }

    @Test
    void doesNotTakeAPublicCanaryForASignOfLife() throws InterruptedException {
        AccessRules own = new AccessRules(List.of("user-a"), List.of(), "Welcome");
        Route home = route("/", RouteClass.PAGE, Optional.of("user-a"), Optional.of(own));
        List<Observation> seen = run(ShutDoorTest::unknownUser, RULES, home);

        assertEquals(
                Optional.of(Outcome.UNKNOWN), outcome(seen, "access.denied-identity", "user-a"));
    }

    @Test
    void doesNotTakeAPublicPageForASignOfLife() throws InterruptedException {
        Route home = route("/", RouteClass.PAGE, Optional.of("user-a"), Optional.empty());
        List<Observation> seen = run(ShutDoorTest::unknownUser, RULES, home);

        assertEquals(
                Optional.of(Outcome.UNKNOWN), outcome(seen, "access.denied-identity", "user-a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"same words", "other words"})
    void passesNothingThatAGuardRefusedAfterAFewTries(String kind) throws InterruptedException {
        Map<String, Integer> refused = new ConcurrentHashMap<>();
        Given ban =
                kind.equals("same words")
                        ? Given.of(429, "later")
                        : Given.of(403, "too many violations, come back tomorrow");
        List<Observation> seen =
                run(
                        asked -> {
                            Given given = good(asked);
                            boolean admin = caller(asked).equals("admin");
                            if (!admin && refused.getOrDefault(caller(asked), 0) >= 3) {
                                return ban;
                            }
                            if (!admin && asked.path().endsWith("/admin/users/")) {
                                return PAGE;
                            }
                            if (given.status() == 401 || given.status() == 403) {
                                refused.merge(caller(asked), 1, Integer::sum);
                            }
                            return given;
                        },
                        RULES);

        Set<String> passed = Sessions.ids(seen, Outcome.PASS);
        assertFalse(passed.contains("access.path-variant"), passed::toString);
        assertFalse(passed.contains("access.method"), passed::toString);
        assertTrue(Sessions.ids(seen, Outcome.UNKNOWN).contains("access.path-variant"));
    }

    @Test
    void forgivesARefusalWithOtherWordsEachTime() throws InterruptedException {
        int[] count = new int[1];
        List<Observation> seen =
                run(
                        asked ->
                                good(asked).status() == 403
                                        ? Given.of(
                                                403,
                                                "not you: " + "abcdefgh".charAt(++count[0] % 8))
                                        : good(asked),
                        RULES);

        assertEquals(Set.of(), Sessions.ids(seen, Outcome.UNKNOWN));
    }

    @Test
    void passesNothingAfterWhichTheAllowedCallerIsShutOut() throws InterruptedException {
        int[] count = new int[1];
        List<Observation> seen =
                run(
                        asked ->
                                caller(asked).equals("admin") && ++count[0] > 1
                                        ? Given.of(403, "locked")
                                        : good(asked),
                        RULES);

        assertFalse(Sessions.ids(seen, Outcome.PASS).contains("access.path-variant"));
        assertTrue(Sessions.ids(seen, Outcome.UNKNOWN).contains("access.method"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 411, 413, 415, 422})
    void takesNoComplaintAboutTheBodyForARefusal(int status) throws InterruptedException {
        List<Observation> seen =
                run(
                        but(
                                one -> one.path().equals(PATH) && one.method().equals("POST"),
                                Given.of(status, "name is required")),
                        RULES);

        assertEquals(Optional.of(Outcome.UNKNOWN), outcome(seen, "access.method", "anonymous"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 501})
    void takesAnAnswerToAMethodThatNobodyKnowsForARefusal(int status) throws InterruptedException {
        List<Observation> seen =
                run(but(one -> one.method().equals("FOO"), Given.of(status, "")), RULES);

        assertEquals(Set.of(), Sessions.ids(seen, Outcome.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "FOO"})
    void findsAGuardThatListsMethods(String method) throws InterruptedException {
        List<Observation> seen =
                run(
                        but(one -> one.path().equals(PATH) && one.method().equals(method), PAGE),
                        RULES);

        assertEquals(Set.of("access.method"), Sessions.ids(seen, Outcome.FAIL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"True-Client-IP", "CF-Connecting-IP", "X-Forwarded-Host"})
    void findsAGuardThatBelievesAField(String field) throws InterruptedException {
        List<Observation> seen =
                run(but(one -> one.path().equals(PATH) && one.fields().has(field), PAGE), RULES);

        assertEquals(Set.of("access.address-header"), Sessions.ids(seen, Outcome.FAIL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/../admin/users",
                "/static/%2e%2e/admin/users",
                "/static/..;/admin/users",
                "/health/../admin/users"
            })
    void findsAGuardThatLetsThroughWhatBeginsPublicly(String path) throws InterruptedException {
        List<Observation> seen =
                run(
                        but(one -> one.path().equals(path), PAGE),
                        RULES,
                        Route.of("/static/app.js", RouteClass.ASSET),
                        Route.of("/health", RouteClass.HEALTH));

        assertEquals(Set.of("access.path-variant"), Sessions.ids(seen, Outcome.FAIL));
    }

    @Test
    void takesNoPageOfTheSameSizeForTheUsualOne() throws InterruptedException {
        Given shell = Given.ok("<p>" + "start the application ".repeat(20) + "</p>");
        Given list = Given.ok("<p>" + "Ann and Bob and others".repeat(20) + "</p>");
        List<Observation> seen =
                run(
                        asked -> {
                            Given given = good(asked);
                            return given.status() != 404
                                    ? given
                                    : asked.path().equals("/ADMIN/USERS") ? list : shell;
                        },
                        RULES);

        assertEquals(Set.of("access.path-variant"), Sessions.ids(seen, Outcome.UNKNOWN));
    }

    @Test
    void takesAPageWithItsAddressAndANonceForTheUsualOne() throws InterruptedException {
        int[] count = new int[1];
        List<Observation> seen =
                run(
                        asked -> {
                            Given given = good(asked);
                            return given.status() != 404
                                    ? given
                                    : Given.ok(
                                            "<script nonce=\"qN+zAbCd/efGhijkLmnO"
                                                    + ++count[0]
                                                    + "==\">start()</script> you asked for "
                                                    + asked.path());
                        },
                        RULES);

        assertEquals(Set.of(), Sessions.ids(seen, Outcome.UNKNOWN));
        assertEquals(Set.of(), Sessions.ids(seen, Outcome.FAIL));
    }

    @Test
    void saysNothingWhereNobodyIsDenied() throws InterruptedException {
        for (List<String> deny : List.of(List.<String>of(), List.of("admin"))) {
            List<Observation> seen =
                    run(
                            ShutDoorTest::good,
                            new AccessRules(List.of("admin"), deny, "all customers"));

            assertEquals(1, seen.size());
            assertEquals(Outcome.NOT_APPLICABLE, seen.getFirst().finding().outcome());
            String message = seen.getFirst().finding().message();
            assertTrue(message.contains("access.deny"), message);
        }
    }

    @Test
    void takesNoAnswerForTheCanaryThatIsMissing() throws InterruptedException {
        try (LoopbackServer server = new LoopbackServer(ShutDoorTest::good)) {
            List<Observation> seen =
                    run(server, new AccessRules(List.of("admin"), List.of("anonymous"), ""));

            assertEquals(Set.of(), Sessions.ids(seen, Outcome.FAIL));
            assertEquals(Set.of("access.anonymous"), Sessions.ids(seen, Outcome.NOT_APPLICABLE));
            String message = seen.getFirst().finding().message();
            assertTrue(message.contains("access.canary"), message);
            assertEquals(List.of(), server.asked());
        }
    }
}
