package dev.holdfast.probes.headers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small service on this machine, hardened or with faults that tests plant. */
public final class Shop implements AutoCloseable {
    private static final Map<String, String> USUAL = new LinkedHashMap<>();

    static {
        USUAL.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        USUAL.put("X-Content-Type-Options", "nosniff");
    }

    private static final Map<String, String> PAGE = new LinkedHashMap<>();

    static {
        PAGE.put("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        PAGE.put("X-Frame-Options", "DENY");
        PAGE.put("Referrer-Policy", "strict-origin-when-cross-origin");
        PAGE.put("Permissions-Policy", "camera=(), microphone=()");
        PAGE.put("Cross-Origin-Opener-Policy", "same-origin");
        PAGE.put("Cross-Origin-Resource-Policy", "same-origin");
    }

    private final HttpServer server;
    private final boolean hardened;

    /** Starts it on a free port of the loopback. */
    public Shop(boolean hardened) throws IOException {
        this.hardened = hardened;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean known = exchange.getRequestHeaders().containsKey("X-Identity");
        if (exchange.getRequestHeaders().containsKey("X-Plain")) {
            exchange.getResponseHeaders().add("Location", "https://shop.example.com" + path);
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
            return;
        }
        USUAL.forEach(exchange.getResponseHeaders()::add);
        switch (path) {
            case "/" -> page(exchange, 200, "shop");
            case "/login" -> {
                exchange.getResponseHeaders()
                        .add(
                                "Set-Cookie",
                                hardened
                                        ? "__Host-session=s3; Path=/; Secure; HttpOnly; SameSite=Lax;"
                                                + " Max-Age=3600"
                                        : "session=s3; Path=/; Max-Age=99999999");
                page(exchange, 200, "sign in");
            }
            case "/account" -> {
                if (known) {
                    page(exchange, 200, "hello A");
                } else {
                    exchange.getResponseHeaders().add("Location", "/login");
                    send(exchange, 302, "text/html; charset=utf-8", "");
                }
            }
            case "/logout" -> {
                if (hardened) {
                    exchange.getResponseHeaders()
                            .add("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
                }
                page(exchange, 200, "bye");
            }
            case "/app.js" -> {
                exchange.getResponseHeaders().add("Cache-Control", "public, max-age=3600");
                if (!hardened) {
                    exchange.getResponseHeaders().remove("Strict-Transport-Security");
                }
                send(exchange, 200, "text/javascript", "1");
            }
            case "/api/me" -> api(exchange, known);
            default -> {
                if (path.startsWith("/api/")) {
                    json(exchange, 404, "{\"error\":\"not found\"}");
                } else {
                    page(
                            exchange,
                            404,
                            hardened ? "not found" : "Traceback (most recent call last): x");
                }
            }
        }
    }

    private void api(HttpExchange exchange, boolean known) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            json(exchange, 405, "{}");
        } else if (exchange.getRequestMethod().equals("OPTIONS")) {
            send(exchange, 204, "", "");
        } else if (known) {
            exchange.getResponseHeaders()
                    .add("Cache-Control", hardened ? "no-store" : "public, max-age=60");
            json(exchange, 200, "{\"name\":\"A\"}");
        } else if (hardened) {
            json(exchange, 401, "{}");
        } else if (exchange.getRequestURI().getQuery() == null) {
            // As if a cache in front of it had kept the answer of the user before.
            json(exchange, 200, "{\"name\":\"A\"}");
        } else {
            json(exchange, 401, "{}");
        }
    }

    private void page(HttpExchange exchange, int status, String text) throws IOException {
        PAGE.forEach(exchange.getResponseHeaders()::add);
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        if (!hardened && status == 404) {
            exchange.getResponseHeaders().remove("X-Content-Type-Options");
        }
        send(
                exchange,
                status,
                "text/html; charset=utf-8",
                "<html><body>" + text + "</body></html>");
    }

    private void json(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "application/json", text);
    }

    private void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        if (!type.isEmpty()) {
            exchange.getResponseHeaders().add("Content-Type", type);
        }
        if (!hardened && status == 200) {
            exchange.getResponseHeaders().add("X-Powered-By", "Express");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
