import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A service on loopback, and recordings of one, that the probes are trained on for the cache of
 * their classes.
 */
final class RehearsalService implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private RehearsalService(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", RehearsalService::answer);
    }

    static RehearsalService start() throws IOException {
        RehearsalService service =
                new RehearsalService(
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        service.server.start();
        return service;
    }

    /** A policy with a route for every probe that can be trained without a secret. */
    String policy() {
        return """
        apiVersion: holdfast/v1
        probes:
          targets:
            rehearsal:
              url: http://127.0.0.1:%d
              environment: test
              network: loopback
              limits: {rate: 1000, burst: 1000}
              cors: {origins: ['https://app.example.com'], credentials: true}
              routes:
                - {path: /, class: page}
                - path: /login
                  class: login
                  cookies: {__Host-session: {secure: true, httpOnly: true, sameSite: Lax}}
                - {path: /api/items, class: api}
                - path: /admin
                  class: admin
                  access: {allow: [], deny: [anonymous], canary: nobody sees this}
        """
                .formatted(server.getAddress().getPort());
    }

    static String policies() {
        StringBuilder policies = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            policies.append("{\"id\": ")
                    .append(i)
                    .append(", \"csp\": \"default-src 'self'; script-src 'nonce-c29tZSByYW5kb20h")
                    .append(i)
                    .append("' https://*.example.com:8443/a/ 'unsafe-inline'\"}\n");
        }
        return policies.toString();
    }

    static String answers() {
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            answers.append("{\"id\": \"")
                    .append(i)
                    .append("\", \"url\": \"https://shop.example/\", \"method\": \"GET\",")
                    .append(" \"status\": 200, \"headers\": [[\"Content-Type\", \"text/html\"],")
                    .append(" [\"Set-Cookie\", \"a=b; Secure\"], [\"Permissions-Policy\",")
                    .append(" \"camera=()\"]], \"body\": \"<script src=/a.js></script>\"}\n");
        }
        return answers.toString();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        boolean api = path.startsWith("/api");
        byte[] body =
                (api ? "{}" : "<!doctype html><title>x</title><script src=/a.js></script>")
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", api ? "application/json" : "text/html; charset=utf-8");
        exchange.getResponseHeaders()
                .add("Content-Security-Policy", "script-src 'self'; object-src 'none'");
        exchange.getResponseHeaders()
                .add("Set-Cookie", "__Host-session=1; Secure; HttpOnly; SameSite=Lax; Path=/");
        exchange.getResponseHeaders()
                .add("Access-Control-Allow-Origin", "https://app.example.com");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        int status = path.equals("/admin") ? 401 : 200;
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
