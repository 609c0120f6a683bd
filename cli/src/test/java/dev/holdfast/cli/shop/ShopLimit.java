package dev.holdfast.cli.shop;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A search that answers two requests in three seconds. */
final class ShopLimit {
    static final int REQUESTS = 2;
    static final int WINDOW = 3;

    private final Set<Fault> faults;
    private final Map<String, Deque<Long>> seen = new HashMap<>();

    ShopLimit(Set<Fault> faults) {
        this.faults = faults;
    }

    synchronized Answer search(HttpExchange exchange) {
        String forwarded = exchange.getRequestHeaders().getFirst("X-Forwarded-For");
        String who =
                faults.contains(Fault.LIMIT_BY_FORWARDED_FOR) && forwarded != null
                        ? forwarded
                        : exchange.getRemoteAddress().getAddress().getHostAddress();
        long now = System.nanoTime();
        Deque<Long> times = seen.computeIfAbsent(who, _ -> new ArrayDeque<>());
        while (!times.isEmpty() && now - times.getFirst() > WINDOW * 1_000_000_000L) {
            times.removeFirst();
        }
        String policy = "\"default\";q=" + REQUESTS + ";w=" + WINDOW;
        if (times.size() >= REQUESTS && !faults.contains(Fault.NO_LIMIT)) {
            Answer answer =
                    Answer.json(429, "{\"error\":\"too many\"}")
                            .with("Cache-Control", "no-store")
                            .with("RateLimit-Policy", policy)
                            .with("RateLimit", "\"default\";r=0;t=" + WINDOW);
            return faults.contains(Fault.RETRY_NOT_TOLD)
                    ? answer
                    : answer.with("Retry-After", String.valueOf(WINDOW));
        }
        times.addLast(now);
        return Answer.json(200, "{\"found\":[]}")
                .with("Cache-Control", "no-store")
                .with("RateLimit-Policy", policy)
                .with(
                        "RateLimit",
                        "\"default\";r=" + Math.max(0, REQUESTS - times.size()) + ";t=" + WINDOW);
    }
}
