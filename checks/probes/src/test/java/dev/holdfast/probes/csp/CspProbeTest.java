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
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        return List.of(
                        "q3ZsDJx0Yk2mV9fT7bLwPA", "Hn8eRu5C1oGiQdX6zKvEtg", "7yMlWpS4aBhN0jOcFr2UIw")
                .get(time % 3);
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

    private Set<String> failures(Page page) throws InterruptedException {
        serve("/", _ -> page);
        return ids(probe(Route.of("/", RouteClass.PAGE)), "/", Outcome.FAIL);
    }

    private Set<String> failures(IntFunction<String> nonces, Map<String, String> more)
            throws InterruptedException {
        serve(
                "/",
                time -> {
                    Map<String, String> headers = new HashMap<>(more);
                    headers.put("Content-Type", "text/html");
                    headers.put("Content-Security-Policy", STRICT.formatted(nonces.apply(time)));
                    return new Page(200, headers, "");
                });
        return ids(probe(Route.of("/", RouteClass.PAGE)), "/", Outcome.FAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base64 of 0000000000000%03d",
                "base64 of %03d0000000000000",
                "base64 of 1764460800%03d-session",
                "base64 of session-secret-%03d",
                "10000000%03d0000000000000000"
            })
    void seesANonceThatCounts(String form) throws InterruptedException {
        String bare = form.replace("base64 of ", "");
        boolean encoded = form.startsWith("base64 of ");
        assertEquals(
                Set.of("csp.nonce-repeated"),
                failures(
                        time -> {
                            byte[] text =
                                    bare.formatted(98 + time).getBytes(StandardCharsets.UTF_8);
                            return encoded
                                    ? Base64.getEncoder().encodeToString(text)
                                    : new String(text, StandardCharsets.UTF_8);
                        },
                        Map.of()));
    }

    @Test
    void takesNoRandomNonceForACounter() throws InterruptedException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        assertEquals(Set.of(), failures(_ -> random(random), Map.of()));
    }

    private static String random(RandomGenerator random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Expires: Fri, 01 Jan 2038 00:00:00 GMT",
                "X-Cache: MISS, HIT",
                "X-Cache: Hit from cloudfront",
                "CF-Cache-Status: HIT",
                "Cache-Status: edge; hit; ttl=5",
                "CDN-Cache-Control: max-age=600",
                "Cache-Control: max-age=600, private=\"x-foo\"",
                "Cache-Control: max-age=600, no-cache=\"set-cookie, x-foo\"",
                "Age: 7"
            })
    void seesANonceThatCachesGiveAway(String line) throws InterruptedException {
        String[] parts = line.split(": ", 2);
        assertEquals(
                Set.of("csp.nonce-cached"),
                failures(CspProbeTest::nonce, Map.of(parts[0], parts[1])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Expires: 0",
                "Expires: Thu, 19 Nov 1981 08:52:00 GMT",
                "X-Cache: MISS, MISS",
                "X-Cache: hit-for-pass",
                "CF-Cache-Status: DYNAMIC",
                "Cache-Status: edge; fwd=miss",
                "CDN-Cache-Control: no-store",
                "Cache-Control: private, max-age=600",
                "Cache-Control: no-cache, max-age=600",
                "Cache-Control: max-age=0, must-revalidate",
                "Age: 0"
            })
    void takesNoWordOfACacheForKeeping(String line) throws InterruptedException {
        String[] parts = line.split(": ", 2);
        assertEquals(Set.of(), failures(CspProbeTest::nonce, Map.of(parts[0], parts[1])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain, text/html",
                "Text/HTML;charset=\"a,b\"",
                "image/svg+xml",
                "text/xml",
                "application/xml; charset=utf-8",
                "*/*",
                "nonsense"
            })
    void judgesWhateverABrowserRunsScriptsIn(String type) throws InterruptedException {
        assertEquals(
                Set.of("csp.missing"),
                failures(new Page(200, Map.of("Content-Type", type), "<!doctype html><p>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/html, text/plain",
                "application/json",
                "application/rss+xml",
                "image/png"
            })
    void judgesNothingThatABrowserRunsNoScriptIn(String type) throws InterruptedException {
        serve("/", _ -> new Page(200, Map.of("Content-Type", type), "<!doctype html><p>"));
        List<Observation> seen = probe(Route.of("/", RouteClass.PAGE));
        assertEquals(Set.of("csp.missing"), ids(seen, "/", Outcome.NOT_APPLICABLE));
    }

    @Test
    void takesTheLastOfTwoTypes() {
        assertEquals(
                Optional.of("text/html"), Reading.type(List.of("text/plain", "text/html")));
        assertEquals(Optional.of("text/html"), Reading.type(List.of("text/html", "x")));
        assertEquals(Optional.empty(), Reading.type(List.of()));
    }

    @Test
    void looksAtWhatHasNoTypeUnlessItMustNot() throws InterruptedException {
        assertEquals(
                Set.of("csp.missing"),
                failures(new Page(200, Map.of(), " \n<HTML><script>1</script>")));
        serve("/data", _ -> new Page(200, Map.of(), "\uFEFF<html>"));
        serve(
                "/kept",
                _ -> new Page(200, Map.of("X-Content-Type-Options", "nosniff"), "<html>"));
        List<Observation> seen =
                probe(Route.of("/data", RouteClass.PAGE), Route.of("/kept", RouteClass.PAGE));
        assertEquals(Set.of(), ids(seen, "/data", Outcome.FAIL));
        assertEquals(Set.of("csp.missing"), ids(seen, "/kept", Outcome.NOT_APPLICABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<head><noscript>%s</noscript></head>",
                "<head><noscript><title>x</title>%s</noscript></head>",
                "<head><template>%s</template></head>",
                "<head></head><body>%s",
                "<head><noscript></head><body>%s</noscript>",
                "<title>%s</title>"
            })
    void takesNoPolicyThatABrowserWithScriptsDoesNotSee(String form) throws InterruptedException {
        assertEquals(
                Set.of("csp.missing"),
                failures(
                        new Page(
                                200, Map.of("Content-Type", "text/html"), form.formatted(META))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<head>%s</head>",
                "%s<p>",
                "<head><noscript><!-- </noscript>%s<!-- --></head>",
                "<!-- <noscript> --><head>%s</head>",
                "<head title='<noscript>'>%s</head>",
                "<head><script>'<noscript>'</script>%s</head>"
            })
    void takesEveryPolicyThatABrowserWithScriptsSees(String form) throws InterruptedException {
        assertEquals(
                Set.of(),
                failures(
                        new Page(
                                200, Map.of("Content-Type", "text/html"), form.formatted(META))));
    }

    private static final String META =
            "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\">";

    private Set<String> based(String policy, String form) throws InterruptedException {
        serve("/", time -> Page.of(policy.formatted(nonce(time)), form.formatted(nonce(time))));
        return ids(probe(Route.of("/", RouteClass.PAGE)), "/", Outcome.FAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<head><template><base href=/></template></head><body><script nonce=%s"
                        + " src=js/app.js></script>",
                "<body><script type=module nonce=%s>import './app.js'</script>",
                "<body><script type=module nonce=%s>import {a, b} from \"/app.js\"</script>",
                "<body><script type=module nonce=%s>export * from '../app.js'</script>",
                "<body><script nonce=%s>if (x) import('./app.js')</script>"
            })
    void seesScriptsThatABaseElementTakesOver(String form) throws InterruptedException {
        assertEquals(Set.of("csp.base-uri"), based("script-src 'nonce-%s'", form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<head><base href=/></head><body><script nonce=%s src=js/app.js></script>",
                "<head><script type=module nonce=%s>import './app.js'</script></head>",
                "<body><script type=module nonce=%s>import 'https://a.test/app.js'</script>",
                "<body><script type=module nonce=%s>// import './app.js'\nstart()</script>",
                "<body><script nonce=%s>/* import('./a.js') */ say('./important')</script>",
                "<body><noscript><script nonce=%s src=js/app.js></script></noscript>",
                "<body><script nonce=%s>var s=document.createElement('script');"
                        + "s.src='js/x.js'</script>"
            })
    void seesScriptsThatNoBaseElementTakesOver(String form) throws InterruptedException {
        assertEquals(Set.of(), based("script-src 'nonce-%s'", form));
    }

    @Test
    void seesALoaderOfARelativeScript() throws InterruptedException {
        assertEquals(
                Set.of("csp.base-uri"),
                based(
                        "script-src 'nonce-%s' 'strict-dynamic'",
                        "<body><script nonce=%s>var s=document.createElement('script');"
                                + "s.src='js/x.js';document.head.append(s)</script>"));
    }

    @Test
    void saysWhereALoaderCannotBeSeen() throws InterruptedException {
        serve(
                "/",
                time ->
                        Page.of(
                                "script-src 'nonce-" + nonce(time) + "' 'strict-dynamic'",
                                "<body><script nonce="
                                        + nonce(time)
                                        + ">var s=document.createElement('script');s.src=where()"
                                        + "</script>"));
        List<Observation> seen = probe(Route.of("/", RouteClass.PAGE));
        assertEquals(Set.of(), ids(seen, "/", Outcome.FAIL));
        assertTrue(
                seen.stream()
                        .anyMatch(each ->
                                each.finding().message().contains("does not show from where")));
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
