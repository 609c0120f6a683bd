package dev.holdfast.commands.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The connection to a browser: commands with an answer each, and events between them. */
final class DevTools {
    private static final int SECONDS = 60;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final WebSocket socket;
    private final BlockingQueue<JsonNode> messages;
    private int lastId;

    private DevTools(WebSocket socket, BlockingQueue<JsonNode> messages) {
        this.socket = socket;
        this.messages = messages;
    }

    static DevTools connect(URI address) throws IOException, InterruptedException {
        BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
        try {
            WebSocket socket =
                    HttpClient.newHttpClient()
                            .newWebSocketBuilder()
                            .buildAsync(address, new Listener(messages))
                            .get(SECONDS, TimeUnit.SECONDS);
            return new DevTools(socket, messages);
        } catch (ExecutionException | java.util.concurrent.TimeoutException failed) {
            throw new IOException("cannot reach the browser", failed);
        }
    }

    /** Sends a command and waits for its answer; events that come before go to the consumer. */
    JsonNode send(
            @Nullable String session,
            String method,
            Map<String, Object> parameters,
            Consumer<JsonNode> events) {
        int id = ++lastId;
        ObjectNode command = MAPPER.createObjectNode();
        command.put("id", id).put("method", method);
        command.set("params", MAPPER.valueToTree(parameters));
        if (session != null) {
            command.put("sessionId", session);
        }
        socket.sendText(command.toString(), true).join();
        while (true) {
            JsonNode message = next(method);
            if (message.path("id").asInt(0) == id) {
                if (message.has("error")) {
                    throw new IllegalStateException(method + ": " + message.get("error"));
                }
                return message.get("result");
            }
            events.accept(message);
        }
    }

    /** Waits for the next message. */
    JsonNode next(String what) {
        try {
            JsonNode message = messages.poll(SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new IllegalStateException("the browser says nothing: " + what);
            }
            return message;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + what, stopped);
        }
    }

    void closeBrowser() {
        send(null, "Browser.close", Map.of(), _ -> {});
        socket.abort();
    }

    private static final class Listener implements WebSocket.Listener {
        private final BlockingQueue<JsonNode> messages;
        private final StringBuilder text = new StringBuilder();

        Listener(BlockingQueue<JsonNode> messages) {
            this.messages = messages;
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                messages.add(MAPPER.readTree(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
