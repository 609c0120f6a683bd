package dev.holdfast.probes.testing;

import dev.holdfast.probes.answer.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when somebody waits. */
public final class MovingClock extends Clock implements Pause {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-29T12:00:00Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public void of(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
