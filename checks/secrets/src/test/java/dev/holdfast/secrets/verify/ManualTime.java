package dev.holdfast.secrets.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that only sleeping moves. */
final class ManualTime extends Clock implements Sleeper {
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private Duration slept = Duration.ZERO;

    Duration slept() {
        return slept;
    }

    @Override
    public void sleep(Duration time) {
        now = now.plus(time);
        slept = slept.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
