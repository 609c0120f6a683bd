package dev.holdfast.probes.ratelimit;

import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.testing.Answers;
import dev.holdfast.probes.testing.Asked;
import dev.holdfast.probes.testing.Service;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** A route that answers so many requests in a window that begins with the first of them. */
final class Limiter implements Service {
    private final int requests;
    private final int window;
    private final Clock clock;
    private final BiFunction<Response, Limiter, Response> refusal;
    private final Map<String, Instant> begun = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private String trusted = "";
    private String limitField = "";

    /**
     * A limiter.
     *
     * @param refusal makes of the usual 429 what this one answers
     */
    Limiter(
            int requests,
            int window,
            Clock clock,
            BiFunction<Response, Limiter, Response> refusal) {
        this.requests = requests;
        this.window = window;
        this.clock = clock;
        this.refusal = refusal;
    }

    /** A right one. */
    static Limiter right(int requests, int window, Clock clock) {
        return new Limiter(requests, window, clock, (usual, limiter) -> usual);
    }

    /** The same that believes a header field. */
    Limiter trusting(String field) {
        trusted = field;
        return this;
    }

    /** The same that tells its limit in a line, name and value. */
    Limiter telling(String line) {
        limitField = line;
        return this;
    }

    /** The seconds until the window ends. */
    long left() {
        Instant end = begun.getOrDefault("", clock.instant()).plusSeconds(window);
        return Math.max(1, end.getEpochSecond() - clock.instant().getEpochSecond());
    }

    @Override
    public synchronized Response answer(Asked asked) {
        String who = trusted.isEmpty() ? "" : asked.header(trusted);
        Instant now = clock.instant();
        Instant start = begun.getOrDefault(who, Instant.MIN);
        if (start.equals(Instant.MIN) || !now.isBefore(start.plusSeconds(window))) {
            begun.put(who, now);
            counts.put(who, 0);
        }
        int count = counts.merge(who, 1, Integer::sum);
        Response answer = Answers.of(200, "answered");
        if (count > requests) {
            Response limited = Answers.of(429, "slow down");
            limited = Answers.with(limited, "Retry-After", Long.toString(left()));
            limited = Answers.with(limited, "Cache-Control", "no-store");
            answer = refusal.apply(limited, this);
        }
        int colon = limitField.indexOf(':');
        return colon < 0
                ? answer
                : Answers.with(
                        answer,
                        limitField.substring(0, colon),
                        limitField.substring(colon + 1).strip());
    }
}
