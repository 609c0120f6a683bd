package dev.holdfast.probes.ratelimit;

import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.answer.Pause;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Limits;
import dev.holdfast.probes.target.RateLimitRules;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks one route again and again. It keeps the pace of the run where that reaches the limit well
 * within its window, and goes as fast as a quarter of the window needs where it does not.
 */
final class Caller {
    private static final int SHARE = 4;

    private final Wire wire;
    private final Duration between;
    private final Pause pause;
    private final Clock clock;
    private final Request request;

    private Caller(Wire wire, Duration between, Pause pause, Clock clock, Request request) {
        this.wire = wire;
        this.between = between;
        this.pause = pause;
        this.clock = clock;
        this.request = request;
    }

    static Caller of(Session session, RateLimitRules rules, Request request, Pause pause) {
        Limits limits = session.target().limits();
        int count = rules.requests() + 2;
        Duration quarter = Duration.ofSeconds(rules.window()).dividedBy(SHARE);
        Duration usual =
                Duration.ofSeconds(1)
                        .multipliedBy(Math.max(0, count - limits.burst()))
                        .dividedBy(limits.rate());
        boolean fits = usual.compareTo(quarter) <= 0;
        return new Caller(
                fits ? session.wire() : session.hurried(),
                fits ? Duration.ZERO : quarter.dividedBy(count),
                pause,
                session.clock(),
                request);
    }

    /** Asks once. */
    Reply once() throws InterruptedException {
        return wire.send(request);
    }

    /** Asks once, as another. */
    Reply once(Request other) throws InterruptedException {
        return wire.send(other);
    }

    Request request() {
        return request;
    }

    /** Asks that often, or until something stops it. */
    Burst burst(int most) throws InterruptedException {
        Instant start = clock.instant();
        List<Response> seen = new ArrayList<>();
        for (int count = 0; count < most; count++) {
            if (count > 0 && between.isPositive()) {
                pause.of(between);
            }
            Reply reply = once();
            if (!(reply instanceof Reply.Answered answered)) {
                return stopped(seen, Optional.empty(), Optional.of(Answer.of(reply)), start);
            }
            Response response = answered.exchange().response();
            boolean usual = seen.isEmpty() || seen.getFirst().status() == response.status();
            Answer answer = Answer.of(reply);
            // A service may answer with a megabyte each time; the body says nothing of a limit.
            seen.add(new Response(response.status(), response.fields(), Body.EMPTY));
            if (response.status() == 429) {
                Burst burst = stopped(seen, Optional.of(response), Optional.empty(), start);
                return answered(burst, count);
            }
            if (response.failed() || (!usual && turnsAway(response))) {
                Burst burst = stopped(seen, Optional.empty(), Optional.of(answer), start);
                return answered(burst, count);
            }
        }
        return stopped(seen, Optional.empty(), Optional.empty(), start);
    }

    private static boolean turnsAway(Response response) {
        return switch (response.status()) {
            case 401, 403, 418, 420 -> true;
            default -> false;
        };
    }

    private Burst stopped(
            List<Response> seen, Optional<Response> limited, Optional<Answer> odd, Instant start) {
        return new Burst(seen.size(), limited, odd, Duration.between(start, clock.instant()), seen);
    }

    private static Burst answered(Burst burst, int count) {
        return new Burst(count, burst.limited(), burst.odd(), burst.took(), burst.seen());
    }
}
