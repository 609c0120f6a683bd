package dev.holdfast.probes.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.cookies.CookiesProbe;
import dev.holdfast.probes.csp.CspProbe;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A challenge, a login or an error in the place of a page says nothing of the page. */
class AnotherPageTest {
    private static final String FORM =
            "<!doctype html><form action=/login method=post><input type=password name=p></form>";
    private static final Route ACCOUNT = Targets.of("/account", RouteClass.AUTHENTICATED, "user-a");
    private static final Fields GOOD = Answered.page().fields();

    private final List<Probe> probes =
            List.of(
                    new HeadersProbe(PolicyJudge.NONE, Frames::of, true),
                    new CookiesProbe(),
                    new CspProbe());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><title>Just a moment...</title><p>wait",
                "<!doctype html><title>Captcha</title><form><input name=c></form>",
                "<!doctype html><h1>Please complete the captcha</h1>",
                "<!doctype html><script>window._cf_chl_opt={}</script>",
                "<!doctype html><p>Verify you are human"
            })
    void takesNoChallengeForPage(String body) throws Exception {
        for (Probe probe : probes) {
            onlyUnknown(probe, Route.of("/", RouteClass.PAGE), 200, GOOD, body);
        }
    }

    @Test
    void takesNoAnswerWithFieldOfGuardForPage() throws Exception {
        for (Probe probe : probes) {
            onlyUnknown(
                    probe,
                    Route.of("/", RouteClass.PAGE),
                    200,
                    GOOD.with("cf-mitigated", "challenge"),
                    "<!doctype html><p>x");
        }
    }

    @Test
    void takesNoLoginFormForUsersPage() throws Exception {
        for (Probe probe : probes) {
            onlyUnknown(probe, ACCOUNT, 200, GOOD, FORM);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><h1>Account</h1><a href=/logout>out</a>"
                        + "<form><input type=password name=again></form>",
                "<!doctype html><form><input type=password name=old>"
                        + "<input type=password name=new></form>",
                "<!doctype html><p>We guard with a captcha and a firewall"
            })
    void takesUsersPageForWhatItIs(String body) throws Exception {
        for (Probe probe : probes) {
            assertFalse(unknown(probe, ACCOUNT, 200, GOOD, body), probe.name());
        }
    }

    @Test
    void takesLoginFormOfLoginRouteForWhatItIs() throws Exception {
        for (Probe probe : probes) {
            Route login = Route.of("/login", RouteClass.LOGIN);
            assertFalse(unknown(probe, login, 200, GOOD, FORM), probe.name());
        }
    }

    @Test
    void takesNoTextForPage() throws Exception {
        Fields text =
                GOOD.without("Content-Type").with("Content-Type", "text/plain; charset=utf-8");
        Probe headers = probes.getFirst();
        for (RouteClass each : List.of(RouteClass.PAGE, RouteClass.LOGIN)) {
            Finding answer =
                    run(headers, Route.of("/", each), _ -> answer(200, text, "hello")).stream()
                            .filter(seen -> seen.path().equals("/"))
                            .map(Observation::finding)
                            .filter(seen -> seen.rule().id().value().equals("headers.answer"))
                            .filter(seen -> seen.key().isEmpty())
                            .findFirst()
                            .orElseThrow();
            assertEquals(Outcome.UNKNOWN, answer.outcome());
            assertEquals("came as text/plain instead of a page", answer.message());
        }
        for (Route each :
                List.of(
                        ACCOUNT,
                        Route.of("/admin", RouteClass.ADMIN),
                        Route.of("/health", RouteClass.HEALTH))) {
            assertFalse(unknown(headers, each, 200, text, "hello"), each.path());
        }
        assertFalse(
                unknown(headers, Route.of("/", RouteClass.PAGE), 200, GOOD, "<!doctype html>x"));
    }

    @Test
    void saysUnknownOfCookiesThatWereNotSeen() throws Exception {
        Fields elsewhere = Fields.NONE.with("Location", "/login");
        for (int status : List.of(503, 403, 404)) {
            assertTrue(unknown(new CookiesProbe(), ACCOUNT, status, Fields.NONE, ""));
        }
        assertTrue(unknown(new CookiesProbe(), ACCOUNT, 302, elsewhere, ""));
        assertFalse(
                unknown(
                        new CookiesProbe(),
                        Route.of("/old", RouteClass.REDIRECT),
                        302,
                        elsewhere,
                        ""));
        assertFalse(
                unknown(
                        new CookiesProbe(),
                        Route.of("/login", RouteClass.LOGIN),
                        302,
                        elsewhere.with(
                                "Set-Cookie",
                                "__Host-state=a; Secure; HttpOnly; Path=/; SameSite=Lax"),
                        ""));
    }

    @Test
    void saysNotPassWhenNobodyGetsNearlyTheUsersPage() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Finding shared =
                shared(_ ->
                        answer(
                                200,
                                GOOD,
                                "<!doctype html><p>account of A, balance 100, rendered in "
                                        + count.incrementAndGet()
                                        + " ms"));
        assertEquals(Outcome.UNKNOWN, shared.outcome());
    }

    @Test
    void passesWhenNobodyGetsTheLogin() throws Exception {
        Function<Request, Response> service =
                request ->
                        request.identity().isPresent()
                                ? answer(200, GOOD, "<!doctype html><p>account of A, balance 100")
                                : answer(200, GOOD, FORM);
        assertEquals(Outcome.PASS, shared(service).outcome());
        assertEquals(
                Outcome.PASS,
                shared(request ->
                                request.identity().isPresent()
                                        ? answer(200, GOOD, "<p>account of A")
                                        : answer(401, GOOD, "no"))
                        .outcome());
        assertEquals(
                Outcome.UNKNOWN,
                shared(request ->
                                request.identity().isPresent()
                                        ? answer(200, GOOD, "<p>account of A")
                                        : answer(503, GOOD, "later"))
                        .outcome());
    }

    private Finding shared(Function<Request, Response> service) throws InterruptedException {
        return run(probes.getFirst(), ACCOUNT, service).stream()
                .map(Observation::finding)
                .filter(each -> each.rule().id().value().equals("headers.cache-control-shared"))
                .findFirst()
                .orElseThrow();
    }

    private static void onlyUnknown(
            Probe probe, Route route, int status, Fields fields, String body)
            throws InterruptedException {
        List<Outcome> outcomes =
                run(probe, route, _ -> answer(status, fields, body)).stream()
                        .filter(each -> each.path().equals(route.path()))
                        .filter(each -> each.finding().key().isEmpty())
                        .map(each -> each.finding().outcome())
                        .toList();
        assertEquals(List.of(Outcome.UNKNOWN), outcomes, probe.name());
    }

    private static boolean unknown(Probe probe, Route route, int status, Fields fields, String body)
            throws InterruptedException {
        return run(probe, route, _ -> answer(status, fields, body)).stream()
                .filter(each -> each.path().equals(route.path()))
                .filter(each ->
                        !each.finding().rule().id().value().equals("headers.cache-control-shared"))
                .anyMatch(each -> each.finding().outcome() == Outcome.UNKNOWN);
    }

    private static List<Observation> run(
            Probe probe, Route route, Function<Request, Response> service)
            throws InterruptedException {
        Wire wire =
                request ->
                        new Reply.Answered(
                                new Exchange(
                                        "https://shop.example.com" + request.path(),
                                        request,
                                        service.apply(request),
                                        Instant.parse("2026-11-29T12:00:00Z")));
        return probe.run(Targets.session(false, wire, List.of(route))).observations();
    }

    private static Response answer(int status, Fields fields, String body) {
        return new Response(status, fields, Body.of(body));
    }
}
