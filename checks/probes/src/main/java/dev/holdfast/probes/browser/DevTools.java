package dev.holdfast.probes.browser;

import dev.holdfast.core.json.JsonReader;
import dev.holdfast.core.json.JsonText;
import dev.holdfast.core.problem.OneLine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The connection to a browser (Chrome DevTools Protocol, flat sessions): commands with an answer
 * each, and events between them. What a hostile page makes the browser say can be refused, dropped
 * or too long, and never breaks it; what was dropped is counted.
 */
final class DevTools implements AutoCloseable {
    private static final int LONGEST_MESSAGE_SHOWN = 200;

    private final HttpClient client;
    private final WebSocket socket;
    private final Inbox inbox;
    private final Duration limit;
    private final AtomicInteger lastId = new AtomicInteger();

    private DevTools(HttpClient client, WebSocket socket, Inbox inbox, Duration limit) {
        this.client = client;
        this.socket = socket;
        this.inbox = inbox;
        this.limit = limit;
    }

    /**
     * Connects.
     *
     * @param limit how long a command may take
     */
    static DevTools connect(URI address, Duration limit)
            throws BrowserProblem, InterruptedException {
        Inbox inbox = new Inbox();
        HttpClient client = HttpClient.newBuilder().connectTimeout(limit).build();
        try {
            WebSocket socket =
                    client.newWebSocketBuilder()
                            .connectTimeout(limit)
                            .buildAsync(address, inbox)
                            .get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new DevTools(client, socket, inbox, limit);
        } catch (ExecutionException | TimeoutException failed) {
            client.shutdownNow();
            throw new BrowserProblem("cannot connect to the browser's DevTools port", failed);
        }
    }

    /** Sends a command to the browser itself and waits for the answer. */
    Node call(String method, Map<String, ?> parameters)
            throws BrowserProblem, InterruptedException {
        return await(method, send(null, method, parameters), limit);
    }

    /** Sends a command to a session and waits for the answer. */
    Node call(String session, String method, Map<String, ?> parameters)
            throws BrowserProblem, InterruptedException {
        return await(method, send(session, method, parameters), limit);
    }

    /** Sends a command; its answer comes when it comes, or never. */
    CompletableFuture<Node> send(@Nullable String session, String method, Map<String, ?> parameters)
            throws BrowserProblem, InterruptedException {
        int id = lastId.incrementAndGet();
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("id", id);
        command.put("method", method);
        command.put("params", parameters);
        if (session != null) {
            command.put("sessionId", session);
        }
        CompletableFuture<Node> answer = inbox.expect(id);
        try {
            socket.sendText(JsonText.line(command), true)
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            inbox.forget(id);
            throw new BrowserProblem("the browser is gone (" + method + ")", failed);
        }
        return answer;
    }

    /** Waits for an answer. */
    Node await(String method, CompletableFuture<Node> answer, Duration most)
            throws BrowserProblem, InterruptedException {
        Node message;
        try {
            message = answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new BrowserProblem(
                    "the browser did not answer %s within %d ms".formatted(method, most.toMillis()),
                    late);
        } catch (ExecutionException gone) {
            throw new BrowserProblem("the browser is gone (" + method + ")", gone);
        }
        Node error = message.at("error");
        if (error.there()) {
            throw new BrowserProblem(
                    method + ": " + OneLine.of(error.at("message").text(), LONGEST_MESSAGE_SHOWN));
        }
        return message.at("result");
    }

    /**
     * The next event, or nothing when there is none for so long.
     *
     * @throws BrowserProblem when the connection is gone
     */
    Optional<Node> next(Duration most) throws BrowserProblem, InterruptedException {
        return inbox.next(most);
    }

    /** How many messages were dropped because they were too many, too long or no JSON. */
    int dropped() {
        return inbox.dropped();
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }

    /** Reads one message as the protocol has it. */
    static Optional<Node> read(String text) {
        return JsonReader.object(text).map(Node::new);
    }
}
