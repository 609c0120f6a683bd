package dev.holdfast.probes.csp;

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
import java.util.HashMap;
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

/** Pages of a real server on loopback, and what the probe says of them. */
abstract class ServedPages {
    static final String STRICT =
            "default-src 'none'; script-src 'nonce-%s' 'strict-dynamic'; base-uri 'none'";

    private HttpServer server;
    final AtomicInteger asked = new AtomicInteger();

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
    record Page(int status, Map<String, String> headers, String body) {
        static Page of(String policy, String body) {
            return new Page(
                    200,
                    Map.of("Content-Type", "text/html", "Content-Security-Policy", policy),
                    body);
        }
    }

    void serve(String path, IntFunction<Page> pages) {
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

    List<Observation> probe(Route... routes) throws InterruptedException {
        return seen(this::send, routes).observations();
    }

    Seen seen(Wire wire, Route... routes) throws InterruptedException {
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

    Reply send(Request request) throws InterruptedException {
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

    static Set<String> ids(List<Observation> observations, String path, Outcome outcome) {
        return observations.stream()
                .filter(each -> each.path().equals(path))
                .filter(each -> each.finding().outcome() == outcome)
                .map(each -> each.finding().rule().id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String nonce(int time) {
        return List.of("q3ZsDJx0Yk2mV9fT7bLwPA", "Hn8eRu5C1oGiQdX6zKvEtg", "7yMlWpS4aBhN0jOcFr2UIw")
                .get(time % 3);
    }

    Set<String> failures(Page page) throws InterruptedException {
        serve("/", _ -> page);
        return ids(probe(Route.of("/", RouteClass.PAGE)), "/", Outcome.FAIL);
    }

    Set<String> failures(IntFunction<String> nonces, Map<String, String> more)
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
}
