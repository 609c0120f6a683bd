package dev.holdfast.probes.cors;

import static dev.holdfast.probes.cors.CorsService.APP;
import static dev.holdfast.probes.cors.CorsService.always;
import static dev.holdfast.probes.cors.CorsService.letting;
import static dev.holdfast.probes.cors.CorsService.where;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.loopback.Asked;
import dev.holdfast.probes.loopback.Given;
import dev.holdfast.probes.loopback.Sessions;
import dev.holdfast.probes.target.RateLimitRules;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was not seen is never a pass. */
class CorsUnseenTest {
    private static final CorsService GOOD = letting(APP::equals);

    private static final Given LOGIN_FORM =
            Given.ok("<!doctype html><form action=/login><input type=password name=p></form>");

    private static final Given TWO_FORMS =
            Given.ok(
                    "<!doctype html><form action=/login><input type=password name=p></form>"
                            + "<form action=/join><input type=password name=q></form>");

    private static Given barrier(String kind) {
        return switch (kind) {
            case "login" -> Given.redirect("/login?next=secret-token");
            case "guard" -> Given.of(403, "<h1>Attention Required!</h1> captcha");
            case "challenge" -> Given.of(403, "").with("cf-mitigated", "challenge");
            case "forbidden" -> Given.of(403, "no");
            case "busy" -> Given.of(429, "");
            case "typo" -> Given.of(404, "{}");
            case "gone" -> Given.of(410, "{}");
            case "method" -> Given.of(405, "{}");
            case "stranger" -> Given.of(401, "{}");
            case "captcha" -> Given.ok("<html><p>please solve this captcha</html>");
            default -> Given.of(503, "");
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login",
                "guard",
                "challenge",
                "forbidden",
                "busy",
                "down",
                "typo",
                "gone",
                "method",
                "stranger",
                "captcha"
            })
    void passesNothingBehindABarrier(String kind) throws InterruptedException {
        CorsBench.Run run = CorsBench.usual().run(always(barrier(kind)));

        assertEquals(Set.of(), Sessions.ids(run.seen(), Outcome.PASS));
        assertEquals(Set.of(), run.failed());
        assertEquals(Set.of("cors.reflected-origin"), run.unknown());
        assertTrue(run.asked().size() <= 2, "stops early");
        assertFalse(run.seen().toString().contains("secret-token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "guard", "challenge", "busy", "down", "captcha"})
    void passesNoOriginThatABarrierAnswered(String kind) throws InterruptedException {
        CorsBench.Run run =
                CorsBench.usual()
                        .run(
                                where(
                                        asked -> asked.origin().orElse(APP).equals(APP),
                                        GOOD,
                                        always(barrier(kind))));

        assertTrue(run.unknown().contains("cors.prefix-match"), run.unknown()::toString);
        assertTrue(run.unknown().contains("cors.reflected-origin"));
        assertEquals(
                Set.of("cors.allowed-origin-refused", "cors.preflight", "cors.max-age"),
                Sessions.ids(run.seen(), Outcome.PASS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"typo", "gone", "method"})
    void takesForNoRefusalThatTheRouteIsNotThere(String kind) throws InterruptedException {
        CorsBench.Run run =
                CorsBench.usual()
                        .run(
                                where(
                                        asked ->
                                                asked.preflight()
                                                        || asked.origin().orElse(APP).equals(APP),
                                        GOOD,
                                        always(barrier(kind))));

        assertTrue(run.unknown().contains("cors.reflected-origin"));
        assertTrue(run.unknown().contains("cors.third-party"));
        assertFalse(Sessions.ids(run.seen(), Outcome.PASS).contains("cors.third-party"));
    }

    @Test
    void sendsNoPostWithoutPermissionAndSaysSo() throws InterruptedException {
        CorsBench.Run run =
                CorsBench.usual()
                        .answering("GET", "POST")
                        .allowing(Intent.PASSIVE)
                        .run(letting(APP::equals));

        assertTrue(run.asked().stream().noneMatch(one -> one.method().equals("POST")));
        List<Observation> posts =
                run.seen().stream().filter(each -> each.method().equals("POST")).toList();
        assertEquals(2, posts.size());
        for (Observation post : posts) {
            assertEquals(Outcome.NOT_APPLICABLE, post.finding().outcome());
            assertTrue(post.finding().message().contains("permission"), post.finding()::message);
        }
        assertEquals(Set.of(), run.unknown());
    }

    @Test
    void sendsAPostOfNobodyButNoneOfAUserWhenOnlyForgedOnesAreAllowed()
            throws InterruptedException {
        CorsBench.Run run =
                CorsBench.usual()
                        .answering("GET", "POST")
                        .allowing(Intent.PASSIVE, Intent.FORGED)
                        .run(letting(APP::equals));

        assertEquals(
                List.of(false),
                run.asked().stream()
                        .filter(one -> one.method().equals("POST"))
                        .map(one -> one.fields().has("Cookie"))
                        .toList());
    }

    @Test
    void staysBelowTheRateLimitOfTheRoute() throws InterruptedException {
        RateLimitRules five = new RateLimitRules(5, 60, Optional.empty());
        CorsBench.Run run = CorsBench.usual().limited(GOOD, five);

        assertEquals(3, run.asked().size());
        assertEquals(Set.of(), run.failed());
        assertEquals(Set.of(), run.unknown());
        assertTrue(
                run.only("cors.prefix-match", Outcome.NOT_APPLICABLE)
                        .finding()
                        .message()
                        .contains("5 times in 60 s"));
        assertEquals("GET /data", run.only("cors.reflected-origin", Outcome.PASS).subject());
    }

    @Test
    void findsAReflectedOriginBelowTheRateLimitToo() throws InterruptedException {
        RateLimitRules five = new RateLimitRules(5, 60, Optional.empty());
        CorsBench.Run run = CorsBench.usual().limited(letting(origin -> true), five);

        assertEquals(3, run.asked().size());
        assertEquals(Set.of("cors.reflected-origin"), run.failed());
    }

    @Test
    void saysThatNobodyWasSignedIn() throws InterruptedException {
        CorsBench.Run run = CorsBench.usual().run(GOOD, Map.of(), Map.of());

        assertTrue(
                Sessions.of(run.seen(), "cors.null-origin")
                        .getFirst()
                        .finding()
                        .properties()
                        .toString()
                        .contains("the policy names no identity"));
    }

    @Test
    void asksByNobodyWhenAnIdentityOfTheTargetMayNotUseTheRoute() throws InterruptedException {
        CorsBench.Run run =
                CorsBench.usual()
                        .run(
                                where(
                                        asked -> asked.fields().has("Cookie"),
                                        always(Given.of(403, "")),
                                        GOOD));

        assertEquals(Set.of(), run.failed());
        assertEquals(Set.of(), run.unknown());
        assertTrue(Sessions.ids(run.seen(), Outcome.PASS).contains("cors.prefix-match"));
    }

    @Test
    void passesNothingWhenAGuardAnswersEveryRequestWithAnOrigin() throws InterruptedException {
        for (Given guard :
                List.of(
                        barrier("captcha"),
                        barrier("forbidden"),
                        Given.ok("<form><input type=password></form>"))) {
            CorsBench.Run run =
                    CorsBench.usual()
                            .silent()
                            .run(
                                    where(
                                            asked -> asked.origin().isPresent(),
                                            always(guard),
                                            always(Given.ok("data"))));

            assertEquals(Set.of(), run.failed());
            assertTrue(run.unknown().contains("cors.reflected-origin"), run.unknown()::toString);
            assertTrue(run.unknown().contains("cors.null-origin"), run.unknown()::toString);
            assertFalse(Sessions.ids(run.seen(), Outcome.PASS).contains("cors.null-origin"));
        }
    }

    @Test
    void passesNoPageWhoseGuardAnswersEveryPath() throws InterruptedException {
        CorsBench.Run run = CorsBench.usual().of(RouteClass.PAGE).run(always(barrier("captcha")));

        assertEquals(Set.of(), Sessions.ids(run.seen(), Outcome.PASS));
        assertEquals(Set.of("cors.reflected-origin"), run.unknown());
    }

    @Test
    void judgesALoginPageWithACaptchaOfItsOwn() throws InterruptedException {
        CorsBench.Run run =
                CorsBench.usual()
                        .silent()
                        .of(RouteClass.LOGIN)
                        .run(
                                where(
                                        asked -> asked.path().equals("/data"),
                                        always(
                                                Given.ok(
                                                        "<!doctype html><form><input"
                                                                + " type=password>captcha")),
                                        always(Given.of(404, "no"))));

        assertEquals(Set.of(), run.unknown());
        assertTrue(Sessions.ids(run.seen(), Outcome.PASS).contains("cors.null-origin"));
    }

    @Test
    void judgesWhatThePolicyCallsAnErrorOrARedirect() throws InterruptedException {
        CorsBench.Run error =
                CorsBench.usual().silent().of(RouteClass.ERROR).run(always(barrier("typo")));
        CorsBench.Run redirect =
                CorsBench.usual().silent().of(RouteClass.REDIRECT).run(always(barrier("login")));

        for (CorsBench.Run run : List.of(error, redirect)) {
            assertEquals(Set.of(), run.unknown());
            assertTrue(Sessions.ids(run.seen(), Outcome.PASS).contains("cors.null-origin"));
        }
    }

    @Test
    void passesNoRouteOfPostsThatNoPostShowed() throws InterruptedException {
        CorsBench bench = CorsBench.usual().answering("POST").of(RouteClass.WEBHOOK);
        Function<Asked, Given> typo =
                where(Asked::preflight, always(Given.of(204, "")), always(barrier("typo")));
        CorsBench.Run run = bench.run(typo);
        CorsBench.Run signed =
                bench.silent()
                        .run(
                                where(
                                        Asked::preflight,
                                        always(Given.of(405, "")),
                                        always(Given.of(401, "no signature"))));
        CorsBench.Run unsent = bench.allowing(Intent.PASSIVE).run(always(Given.of(405, "")));

        assertEquals(Set.of(), Sessions.ids(run.seen(), Outcome.PASS));
        assertEquals(Set.of("cors.reflected-origin"), run.unknown());
        assertEquals(Set.of(), signed.unknown());
        assertTrue(Sessions.ids(signed.seen(), Outcome.PASS).contains("cors.null-origin"));
        assertEquals(Set.of(), Sessions.ids(unsent.seen(), Outcome.PASS));
        assertEquals(
                Set.of("cors.reflected-origin"),
                Sessions.ids(unsent.seen(), Outcome.NOT_APPLICABLE));
    }

    @Test
    void saysThatAMethodOfThePolicyIsNotServed() throws InterruptedException {
        CorsBench.Run run =
                CorsBench.usual()
                        .answering("GET", "POST")
                        .run(
                                where(
                                        asked -> asked.method().equals("POST"),
                                        always(barrier("method")),
                                        GOOD));

        assertTrue(run.unknown().contains("cors.reflected-origin"), run.unknown()::toString);
        assertTrue(
                run.seen().stream()
                        .filter(each -> each.method().equals("POST"))
                        .noneMatch(each -> each.finding().outcome() == Outcome.PASS));
    }

    @Test
    void passesNothingBehindAnEndedSession() throws InterruptedException {
        for (RouteClass each : List.of(RouteClass.AUTHENTICATED, RouteClass.ADMIN)) {
            nothingSeen(CorsBench.usual().of(each).run(always(LOGIN_FORM)));
        }
        nothingSeen(CorsBench.usual().run(always(LOGIN_FORM)));
        nothingSeen(CorsBench.usual().run(always(TWO_FORMS)));
        nothingSeen(CorsBench.usual().silent().run(always(LOGIN_FORM)));
    }

    @Test
    void passesNoApiBehindAGuardThatAnswersWell() throws InterruptedException {
        nothingSeen(
                CorsBench.usual()
                        .run(
                                always(
                                        Given.ok(
                                                "<title>Making sure you're not a bot!</title>"
                                                        + "<p>Loading"))));
    }

    @Test
    void judgesDataThatHoldsAFormAndPagesOfAnApi() throws InterruptedException {
        for (Given each :
                List.of(
                        Given.ok("{\"html\": \"<input type='password'>\"}"),
                        Given.ok("<!doctype html><p>An answer of the service"))) {
            CorsBench.Run run = CorsBench.usual().silent().run(always(each));

            assertEquals(Set.of(), run.unknown());
            assertTrue(Sessions.ids(run.seen(), Outcome.PASS).contains("cors.null-origin"));
        }
    }

    @Test
    void judgesAUsersPageOnWhichThePasswordIsChanged() throws InterruptedException {
        Given account =
                Given.ok(
                        "<!doctype html><a href=/logout>out</a>"
                                + "<form><input type=password name=old></form>");
        CorsBench.Run run =
                CorsBench.usual().silent().of(RouteClass.AUTHENTICATED).run(always(account));

        assertEquals(Set.of(), run.unknown());
        assertTrue(Sessions.ids(run.seen(), Outcome.PASS).contains("cors.null-origin"));
    }

    private static void nothingSeen(CorsBench.Run run) {
        assertEquals(Set.of(), Sessions.ids(run.seen(), Outcome.PASS));
        assertEquals(Set.of(), run.failed());
        assertEquals(Set.of("cors.reflected-origin"), run.unknown());
    }
}
