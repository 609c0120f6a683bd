package dev.holdfast.cli.shop;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the shop answers one request with. */
final class Answer {
    private final int status;
    private final String type;
    private final String body;
    private final List<String[]> fields = new ArrayList<>();

    private Answer(int status, String type, String body) {
        this.status = status;
        this.type = type;
        this.body = body;
    }

    static Answer html(int status, String body) {
        return new Answer(
                status,
                "text/html; charset=utf-8",
                "<!doctype html><html lang=\"en\"><title>Shop</title><body>"
                        + body
                        + "</body></html>");
    }

    static Answer json(int status, String body) {
        return new Answer(status, "application/json", body);
    }

    static Answer of(int status, String type, String body) {
        return new Answer(status, type, body);
    }

    static Answer empty(int status) {
        return new Answer(status, "", "");
    }

    int status() {
        return status;
    }

    boolean isHtml() {
        return type.startsWith("text/html");
    }

    Answer with(String name, String value) {
        fields.add(new String[] {name, value});
        return this;
    }

    boolean has(String name) {
        return fields.stream().anyMatch(each -> each[0].equalsIgnoreCase(name));
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (!type.isEmpty()) {
            exchange.getResponseHeaders().add("Content-Type", type);
        }
        for (String[] field : fields) {
            exchange.getResponseHeaders().add(field[0], field[1]);
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        boolean none = head || bytes.length == 0 || status == 204 || status == 304;
        exchange.sendResponseHeaders(status, none ? -1 : bytes.length);
        if (!none) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
