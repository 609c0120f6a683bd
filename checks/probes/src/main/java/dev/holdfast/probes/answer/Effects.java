package dev.holdfast.probes.answer;

import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads a number that a service under test shows: how often something took effect. */
public final class Effects {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Wire wire;
    private final Pause pause;

    /** Effects that are read over that wire. */
    public Effects(Wire wire, Pause pause) {
        this.wire = wire;
        this.pause = pause;
    }

    /**
     * The number now, or nothing when the answer is none. Not found is none yet: 0.
     *
     * @throws InterruptedException when the run is stopped by its user
     */
    public OptionalLong now(String path) throws InterruptedException {
        return number(wire.send(Request.get(path)));
    }

    /**
     * The number as soon as it is at least that, or the last one seen after so many looks.
     *
     * @throws InterruptedException when the run is stopped by its user
     */
    public OptionalLong atLeast(long wanted, String path, int looks) throws InterruptedException {
        OptionalLong seen = now(path);
        for (int look = 1; look < looks; look++) {
            if (seen.isEmpty() || seen.getAsLong() >= wanted) {
                return seen;
            }
            pause.of(BETWEEN);
            seen = now(path);
        }
        return seen;
    }

    private static OptionalLong number(Reply reply) {
        return response(reply)
                .map(response -> {
                    if (response.status() == 404) {
                        return OptionalLong.of(0);
                    }
                    String text = response.body().text().strip();
                    return response.successful() && NUMBER.matcher(text).matches()
                            ? OptionalLong.of(Long.parseLong(text))
                            : OptionalLong.empty();
                })
                .orElse(OptionalLong.empty());
    }

    private static Optional<Response> response(Reply reply) {
        return reply instanceof Reply.Answered answered
                ? Optional.of(answered.exchange().response())
                : Optional.empty();
    }
}
