package dev.holdfast.probes.browser;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says, sorted: answers to those who wait for them, events into a queue. Bounded,
 * for a page decides how much a browser says.
 */
final class Inbox implements WebSocket.Listener {
    private static final int LONGEST = 64 << 20;
    private static final int MOST_EVENTS = 20_000;

    private final BlockingQueue<Node> events = new LinkedBlockingQueue<>(MOST_EVENTS);
    private final Map<Long, CompletableFuture<Node>> expected = new ConcurrentHashMap<>();
    private final AtomicInteger dropped = new AtomicInteger();
    private final StringBuilder text = new StringBuilder();
    private volatile boolean gone;
    private boolean tooLong;

    CompletableFuture<Node> expect(long id) {
        CompletableFuture<Node> answer = new CompletableFuture<>();
        expected.put(id, answer);
        if (gone) {
            end();
        }
        return answer;
    }

    void forget(long id) {
        expected.remove(id);
    }

    int dropped() {
        return dropped.get();
    }

    Optional<Node> next(Duration most) throws BrowserProblem, InterruptedException {
        Node event = gone ? events.poll() : events.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        if (event == null && gone) {
            throw new BrowserProblem("the browser is gone");
        }
        return Optional.ofNullable(event);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        if (text.length() + part.length() > LONGEST) {
            tooLong = true;
            text.setLength(0);
        } else if (!tooLong) {
            text.append(part);
        }
        if (last) {
            if (tooLong) {
                dropped.incrementAndGet();
            } else {
                take(text.toString());
            }
            tooLong = false;
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        end();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        end();
    }

    /** Takes one whole message. */
    void take(String message) {
        Node read = DevTools.read(message).orElse(Node.NOTHING);
        if (read.at("id").there()) {
            CompletableFuture<Node> answer = expected.remove(read.at("id").number());
            if (answer != null) {
                answer.complete(read);
            }
        } else if (read.at("method").text().isEmpty() || !events.offer(read)) {
            dropped.incrementAndGet();
        }
    }

    private void end() {
        gone = true;
        expected.values()
                .forEach(answer ->
                        answer.completeExceptionally(new IllegalStateException("closed")));
        expected.clear();
    }
}
