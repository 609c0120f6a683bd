package dev.holdfast.probes.webhook;

import dev.holdfast.probes.answer.Effects;
import dev.holdfast.probes.answer.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** The path of the policy that says how often an event took effect, and how long to wait for it. */
final class EffectPath {
    private static final int LOOKS = 10;
    private static final int MOST_LOOKS = 60;
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(5);

    private final String path;
    private final Effects effects;
    private final Pause pause;
    private final Clock clock;

    EffectPath(String path, Effects effects, Pause pause, Clock clock) {
        this.path = path;
        this.effects = effects;
        this.pause = pause;
        this.clock = clock;
    }

    /** Of the right event, and for comparison of one that was never sent. */
    ControlEffect ofControl(Event sent, Event never) throws InterruptedException {
        Instant begun = clock.instant();
        OptionalLong times = effects.now(of(sent));
        Duration after = Duration.ZERO;
        if (times.isPresent() && times.getAsLong() == 0) {
            pause.of(BETWEEN);
            times = effects.atLeast(1, of(sent), LOOKS - 1);
            after = Duration.between(begun, clock.instant());
        }
        return new ControlEffect(times, after, times.isPresent() ? doubt(never) : "");
    }

    private String doubt(Event never) throws InterruptedException {
        OptionalLong other = effects.now(of(never));
        if (other.isPresent() && other.getAsLong() == 0) {
            return "";
        }
        return "webhook.effect of the policy answered "
                + (other.isPresent() ? Long.toString(other.getAsLong()) : "no number")
                + " for an event that was never sent, so it counts nothing: it must answer 0 or 404"
                + " there, and have ${event} in it";
    }

    /** How often a repeated event took effect, when a second effect has had its time. */
    OptionalLong ofRepeated(Event event, ControlEffect control) throws InterruptedException {
        Instant sent = clock.instant();
        OptionalLong seen = effects.now(of(event));
        Duration first = Duration.ZERO;
        boolean any = seen.isPresent() && seen.getAsLong() > 0;
        for (int look = 1; look < MOST_LOOKS; look++) {
            Duration since = Duration.between(sent, clock.instant());
            if (!any && seen.isPresent() && seen.getAsLong() > 0) {
                any = true;
                first = since;
            }
            Duration patience = control.patience(first);
            if (!any && patience.compareTo(LONG) < 0) {
                patience = LONG;
            }
            if (seen.isEmpty() || seen.getAsLong() > 1 || since.compareTo(patience) >= 0) {
                return seen;
            }
            pause.of(BETWEEN);
            seen = effects.now(of(event));
        }
        return seen;
    }

    /** Waits until what was taken at that time must have shown. */
    void waitFor(Instant taken, ControlEffect control) throws InterruptedException {
        Duration patience = control.patience(Duration.ZERO);
        Duration wanted = patience.compareTo(LONG) < 0 ? LONG : patience;
        Duration left = wanted.minus(Duration.between(taken, clock.instant()));
        if (left.isPositive()) {
            pause.of(left);
        }
    }

    /** The number now. */
    OptionalLong now(Event event) throws InterruptedException {
        return effects.now(of(event));
    }

    private String of(Event event) {
        return path.replace("${event}", event.id());
    }
}
