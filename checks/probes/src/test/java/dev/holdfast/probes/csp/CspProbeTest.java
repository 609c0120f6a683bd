package dev.holdfast.probes.csp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Limits;
import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real server on loopback. */
final class CspProbeTest {
    private static final String STRICT =
            "default-src 'none'; script-src 'nonce-%s' 'strict-dynamic'; base-uri 'none'";

    private HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** One answer: header lines and a body, by how often it was asked before. */
    private record Page(int status, Map<String, String> headers, String body) {
        static Page of(String policy, String body) {
            return new Page(
                    200,
                    Map.of("Content-Type", "text/html", "Content-Security-Policy", policy),
                    body);
        }
    }

    private void serve(String path, IntFunction<Page> pages) {
        AtomicInteger times = new AtomicInteger();
        server.createContext(
                path,
                exchange -> {
                    asked.incrementAndGet();
                    Page page = pages.apply(times.getAndIncrement());
                    page.headers().forEach(exchange.getResponseHeaders()::add);
                    byte[] bytes = page.body().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(page.status(), bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private List<Observation> probe(Route... routes) throws InterruptedException {
        return seen(this::send, routes).observations();
    }

    private Seen seen(Wire wire, Route... routes) throws InterruptedException {
        Target target =
                new Target(
                        "staging",
                        "http",
                        "127.0.0.1",
                        server.getAddress().getPort(),
                        "staging",
                        false,
                        Optional.empty(),
                        Network.LOOPBACK,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Limits.USUAL,
                        "owasp",
                        Map.of(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(routes));
        return new CspProbe()
                .run(
                        new Session(
                                target,
                                wire,
                                wire,
                                wire,
                                false,
                                _ -> Optional.empty(),
                                Clock.systemUTC(),
                                RandomGeneratorFactory.of("L64X128MixRandom").create(3)));
    }

    private Reply send(Request request) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + request.path());
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer =
                    client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            List<Field> fields = new ArrayList<>();
            answer.headers()
                    .map()
                    .forEach((name, values) ->
                            values.forEach(value -> fields.add(new Field(name, value))));
            return new Reply.Answered(
                    new Exchange(
                            uri.toString(),
                            request,
                            new Response(
                                    answer.statusCode(),
                                    new Fields(fields),
                                    new Body(answer.body(), false)),
                            Instant.EPOCH));
        } catch (IOException broken) {
            return new Reply.Unanswered(Reply.Reason.NOT_CONNECTED, "no connection");
        }
    }

    private static Set<String> ids(List<Observation> observations, String path, Outcome outcome) {
        return observations.stream()
                .filter(each -> each.path().equals(path))
                .filter(each -> each.finding().outcome() == outcome)
                .map(each -> each.finding().rule().id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nonce(int time) {
        return "AAAAAAAAAAAAAAAAAAAAA" + time;
    }

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
