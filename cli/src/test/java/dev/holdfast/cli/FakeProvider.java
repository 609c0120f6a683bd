package dev.holdfast.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider's API on loopback, which answers each call the same. */
final class FakeProvider implements AutoCloseable {
    private final HttpServer server;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    FakeProvider(int status, String type, String body) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                        exchange.getRequestBody().readAllBytes();
                        exchange.getResponseHeaders().set("Content-Type", type);
                        exchange.sendResponseHeaders(status, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
        server.start();
    }

    static FakeProvider json(int status, String body) throws IOException {
        return new FakeProvider(status, "application/json", body);
    }

    /** The calls that came, in their order. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    /** What a policy may write to have these hosts asked here. */
    String policy(String... hosts) {
        StringBuilder policy = new StringBuilder("apiVersion: holdfast/v1\nsecrets:\n  verify:\n");
        policy.append("    hosts: [").append(String.join(", ", hosts)).append("]\n");
        policy.append("    endpoints:\n");
        for (String host : hosts) {
            policy.append(
                    "      %s: http://127.0.0.1:%d/%s\n"
                            .formatted(host, server.getAddress().getPort(), host));
        }
        return policy.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
