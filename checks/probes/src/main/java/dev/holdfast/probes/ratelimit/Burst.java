package dev.holdfast.probes.ratelimit;

import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.exchange.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Requests that were sent one after the other until something stopped them.
 *
 * @param answered how many were answered before
 * @param limited the 429, when there was one
 * @param odd what else stopped them: no answer, a failure, a status that came in place of the usual
 * @param took how long it was from before the first to after the last
 * @param seen every answer, without its body
 */
record Burst(
        int answered,
        Optional<Response> limited,
        Optional<Answer> odd,
        Duration took,
        List<Response> seen) {
    Burst {
        seen = List.copyOf(seen);
    }
}
