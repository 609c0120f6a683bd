package dev.holdfast.probes.webhook;

import dev.holdfast.probes.answer.RetryAfter;
import dev.holdfast.probes.exchange.Response;
import java.time.Duration;
import java.time.Instant;

/** How far a service's clock is ahead of ours, by its Date field (RFC 9110, section 6.6.1). */
final class Ahead {
    // The field has whole seconds and is a little old when it arrives.
    private static final Duration NOTHING = Duration.ofSeconds(2);

    private Ahead() {}

    static Duration of(Response response, Instant now) {
        return response.fields()
                .first("Date")
                .flatMap(RetryAfter::date)
                .map(date -> Duration.between(now, date))
                .filter(ahead -> ahead.abs().compareTo(NOTHING) > 0)
                .orElse(Duration.ZERO);
    }
}
