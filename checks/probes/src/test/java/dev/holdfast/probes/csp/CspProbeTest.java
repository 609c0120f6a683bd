package dev.holdfast.probes.csp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.wire.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Against a real server on loopback. */
final class CspProbeTest extends ServedPages {
    @Test
    void isGreenForAHardenedServer() throws InterruptedException {
        serve(
                "/",
                time ->
                        Page.of(
                                STRICT.formatted(nonce(time)),
                                "<body><script nonce=" + nonce(time) + " src=app.js></script>"));
        serve(
                "/holdfast-no-such-page",
                _ ->
                        new Page(
                                404,
                                Map.of(
                                        "Content-Type", "text/html",
                                        "Content-Security-Policy", "default-src 'none'"),
                                "no"));
        List<Observation> seen = probe(Route.of("/", RouteClass.PAGE));
        assertEquals(
                Set.of(),
                seen.stream()
                        .filter(each -> each.finding().outcome() != Outcome.PASS)
                        .map(each -> each.finding().message())
                        .collect(Collectors.toSet()));
        assertTrue(ids(seen, "/", Outcome.PASS).contains("csp.nonce-repeated"));
        assertTrue(ids(seen, "/", Outcome.PASS).contains("csp.base-uri"));
        assertEquals(6, asked.get());
    }

    @Test
    void seesANonceThatIsNotNew() throws InterruptedException {
        serve("/", _ -> Page.of(STRICT.formatted(nonce(1)), ""));
        assertEquals(
                Set.of("csp.nonce-repeated"),
                ids(probe(Route.of("/", RouteClass.PAGE)), "/", Outcome.FAIL));
    }

    @Test
    void neverSaysANonce() throws InterruptedException {
        serve("/", _ -> Page.of(STRICT.formatted(nonce(1)), "<script nonce=x></script>"));
        for (Observation each : probe(Route.of("/", RouteClass.PAGE))) {
            assertFalse(each.toString().contains(nonce(1)), each.toString());
        }
    }

    @Test
    void seesANonceInASharedCache() throws InterruptedException {
        serve(
                "/",
                time ->
                        new Page(
                                200,
                                Map.of(
                                        "Content-Type", "text/html",
                                        "Content-Security-Policy", STRICT.formatted(nonce(time)),
                                        "Cache-Control", "public, max-age=60"),
                                ""));
        assertEquals(
                Set.of("csp.nonce-cached"),
                ids(probe(Route.of("/", RouteClass.PAGE)), "/", Outcome.FAIL));
    }

    @Test
    void seesABaseElementThatTakesOverScripts() throws InterruptedException {
        serve(
                "/",
                time ->
                        Page.of(
                                "script-src 'nonce-" + nonce(time) + "'",
                                "<body><script nonce=" + nonce(time) + " src=/app.js></script>"));
        serve(
                "/absolute",
                time ->
                        Page.of(
                                "script-src 'nonce-" + nonce(time) + "'",
                                "<body><script nonce="
                                        + nonce(time)
                                        + " src=https://a.example/x.js></script>"));
        List<Observation> seen =
                probe(Route.of("/", RouteClass.PAGE), Route.of("/absolute", RouteClass.PAGE));
        assertEquals(Set.of("csp.base-uri"), ids(seen, "/", Outcome.FAIL));
        assertEquals(Set.of(), ids(seen, "/absolute", Outcome.FAIL));
    }

    @Test
    void seesPoliciesOfMetaElements() throws InterruptedException {
        String page =
                "<head><meta http-equiv=content-security-policy content=\"script-src 'none';"
                        + " frame-ancestors 'none'\"></head>";
        serve("/", _ -> new Page(200, Map.of("Content-Type", "text/html; charset=utf-8"), page));
        List<Observation> seen = probe(Route.of("/", RouteClass.LOGIN));
        assertEquals(Set.of("csp.meta"), ids(seen, "/", Outcome.FAIL));
    }

    @Test
    void failsOfASlipThatSomebodyCanMend() throws InterruptedException {
        serve("/", _ -> Page.of("default-src 'self'; script-src 'self' 'unsafe-eval'", ""));
        serve("/typo", _ -> Page.of("default-src 'self'; scriptsrc 'none'", ""));
        List<Observation> seen =
                probe(Route.of("/", RouteClass.PAGE), Route.of("/typo", RouteClass.PAGE));
        assertEquals(Set.of("csp.eval"), ids(seen, "/", Outcome.FAIL));
        assertEquals(Set.of("csp.unknown-directive"), ids(seen, "/typo", Outcome.FAIL));
    }

    @Test
    void seesTheOneAnswerWithoutAPolicy() throws InterruptedException {
        serve("/", time -> Page.of(time == 1 ? "" : "default-src 'none'", ""));
        assertEquals(
                Set.of("csp.missing"),
                ids(probe(Route.of("/", RouteClass.PAGE)), "/", Outcome.FAIL));
    }

    @Test
    void seesAnErrorPageWithoutAPolicy() throws InterruptedException {
        serve("/", _ -> new Page(404, Map.of("Content-Type", "text/html"), "<h1>not found</h1>"));
        List<Observation> seen = probe(Route.of("/gone", RouteClass.ERROR));
        assertEquals(Set.of("csp.missing"), ids(seen, "/gone", Outcome.FAIL));
        assertEquals(Set.of("csp.missing"), ids(seen, "/holdfast-no-such-page", Outcome.FAIL));
    }

    @Test
    void passesNothingThatItDidNotSee() throws InterruptedException {
        serve(
                "/",
                _ -> new Page(302, Map.of("Location", "/login", "Content-Type", "text/html"), ""));
        List<Observation> seen = probe(Route.of("/account", RouteClass.AUTHENTICATED));
        assertEquals(Set.of("csp.missing"), ids(seen, "/account", Outcome.UNKNOWN));
        assertEquals(Set.of(), ids(seen, "/account", Outcome.PASS));
        Seen silent =
                seen(
                        _ -> new Reply.Unanswered(Reply.Reason.TIMED_OUT, "no answer in 10 s"),
                        Route.of("/", RouteClass.PAGE));
        assertTrue(
                silent.observations().stream()
                        .allMatch(each -> each.finding().outcome() == Outcome.UNKNOWN));
        assertTrue(silent.exhibits().isEmpty());
    }

    @Test
    void judgesNoAssetsAndNoData() throws InterruptedException {
        serve("/", _ -> new Page(200, Map.of("Content-Type", "application/json"), "{}"));
        List<Observation> asset = probe(Route.of("/a.js", RouteClass.ASSET));
        assertEquals(0, asked.get());
        assertEquals(Outcome.NOT_APPLICABLE, asset.getFirst().finding().outcome());
        List<Observation> data = probe(Route.of("/", RouteClass.PAGE));
        assertEquals(Set.of("csp.missing"), ids(data, "/", Outcome.NOT_APPLICABLE));
    }

    @Test
    void showsATableOfPages() throws InterruptedException {
        serve("/", _ -> Page.of("default-src 'none'", ""));
        Seen seen = seen(this::send, Route.of("/", RouteClass.PAGE));
        assertEquals(15, seen.exhibits().getFirst().columns().size());
        assertEquals(
                "stopped", seen.exhibits().getFirst().rows().getFirst().cells().getFirst().words());
    }
}
