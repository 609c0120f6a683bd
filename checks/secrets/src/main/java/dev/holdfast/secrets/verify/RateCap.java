package dev.holdfast.secrets.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bounds how many calls leave, and how fast. Not for use by several threads at once. */
final class RateCap {
    static final int MOST_CALLS = 200;
    private static final Duration APART = Duration.ofMillis(200);

    private final Clock clock;
    private final Sleeper sleeper;
    private final Map<String, Instant> last = new HashMap<>();
    private final Set<String> stopped = new HashSet<>();
    private int calls;

    RateCap(Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Why a call to the host may not leave; else waits until its turn and counts it. */
    Optional<String> take(String host) throws InterruptedException {
        if (stopped.contains(host)) {
            return Optional.of("the host asked for a pause earlier in this run");
        }
        if (calls >= MOST_CALLS) {
            return Optional.of("this run has asked about " + MOST_CALLS + " keys, its most");
        }
        Instant before = last.get(host);
        if (before != null) {
            Duration wait = Duration.between(clock.instant(), before.plus(APART));
            if (wait.isPositive()) {
                // A clock that was set back must not hold the run.
                sleeper.sleep(wait.compareTo(APART) > 0 ? APART : wait);
            }
        }
        last.put(host, clock.instant());
        calls++;
        return Optional.empty();
    }

    /** Sends the host nothing more in this run. */
    void stop(String host) {
        stopped.add(host);
    }
}
