package dev.holdfast.secrets.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Every provider's host at once, on loopback: the first segment of the path is the host. */
final class Loopback implements AutoCloseable {
    record Seen(
            String method, String host, String path, Map<String, String> headers, String body) {}

    record Reply(int status, Map<String, String> headers, byte[] body) {
        static Reply json(int status, String body) {
            return new Reply(
                    status,
                    Map.of("Content-Type", "application/json; charset=utf-8"),
                    body.getBytes(StandardCharsets.UTF_8));
        }

        static Reply typed(int status, String type, String body) {
            return new Reply(
                    status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final Duration LONG = Duration.ofSeconds(20);
    // A client takes longer to make than a call.
    private static final Transport PATIENT = new HttpTransport("1.2.3", LONG);

    private final HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    Loopback(Function<Seen, Reply> behaviour) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/", exchange -> answer(exchange, behaviour));
        server.start();
    }

    private void answer(HttpExchange exchange, Function<Seen, Reply> behaviour) throws IOException {
        try (exchange) {
            String target = exchange.getRequestURI().toString();
            int slash = target.indexOf('/', 1);
            Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name, String.join(",", values)));
            Seen now =
                    new Seen(
                            exchange.getRequestMethod(),
                            target.substring(1, slash),
                            target.substring(slash),
                            headers,
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
            seen.add(now);
            Reply reply = behaviour.apply(now);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(reply.body());
            }
        }
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    Transport transport(Duration total) {
        Transport http = total.equals(LONG) ? PATIENT : new HttpTransport("1.2.3", total);
        return call ->
                http.send(
                        new Call(
                                call.method(),
                                call.target().replace("https://", origin()),
                                call.toString(),
                                call.headers(),
                                call.body()));
    }

    Verifier verifier() {
        return verifier(LONG);
    }

    Verifier verifier(Duration total) {
        ProviderSet providers = ProviderSet.shipped();
        ManualTime time = new ManualTime();
        return new Verifier(
                providers,
                providers.hosts(),
                Endpoints.NONE,
                transport(total),
                time,
                new RateCap(time, time, 1_000));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
