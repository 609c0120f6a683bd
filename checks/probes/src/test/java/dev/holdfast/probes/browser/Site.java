package dev.holdfast.probes.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.CallerIdentity;
import dev.holdfast.probes.target.Limits;
import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A service on loopback with the pages of a test. */
public final class Site implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private final LoopbackWire wire;

    /**
     * A page; {@code %NONCE%} in the headers and the text is a fresh one in each answer, {@code
     * %ORIGIN%} the site's.
     */
    public record Page(int status, String type, List<List<String>> headers, String text) {}

    /** Starts it. */
    public Site() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        wire = new LoopbackWire(origin());
    }

    Site page(String path, String policy, String text) {
        List<List<String>> headers =
                policy.isEmpty() ? List.of() : List.of(List.of("Content-Security-Policy", policy));
        return put(path, new Page(200, "text/html; charset=utf-8", headers, text));
    }

    Site put(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    Site script(String path, String text) {
        return put(path, new Page(200, "text/javascript", List.of(), text));
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    List<String> posted() {
        return List.copyOf(posted);
    }

    LoopbackWire wire() {
        return wire;
    }

    Session session(boolean production, Route... routes) {
        return session(server.getAddress().getPort(), wire, production, routes);
    }

    /** A session with a service on this machine. */
    public static Session session(int port, Wire wire, boolean production, Route... routes) {
        return session("http", "127.0.0.1", port, wire, production, routes);
    }

    static Session session(
            String scheme, String host, int port, Wire wire, boolean production, Route... routes) {
        Target target =
                new Target(
                        "shop",
                        scheme,
                        host,
                        port,
                        production ? "production" : "test",
                        production,
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
                        Map.of("user", new CallerIdentity("user", "Authorization", "USER_TOKEN")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(routes));
        return new Session(
                target,
                wire,
                wire,
                wire,
                false,
                variable -> Optional.empty(),
                Clock.systemUTC(),
                new Random(1));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            asked.add(exchange.getRequestMethod() + " " + path);
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("POST")) {
                posted.add(
                        exchange.getRequestHeaders().getFirst("Content-Type")
                                + " "
                                + path
                                + " "
                                + body);
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            Page page =
                    pages.getOrDefault(path, new Page(404, "text/plain", List.of(), "not here"));
            String nonce = "bm9uY2Utb2YtdGhl%08d".formatted(count.incrementAndGet());
            exchange.getResponseHeaders().add("Content-Type", page.type());
            page.headers()
                    .forEach(header ->
                            exchange.getResponseHeaders()
                                    .add(header.getFirst(), filled(header.getLast(), nonce)));
            byte[] text = filled(page.text(), nonce).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private String filled(String text, String nonce) {
        return text.replace("%NONCE%", nonce).replace("%ORIGIN%", origin());
    }

    @Override
    public void close() {
        wire.close();
        server.stop(0);
    }
}
