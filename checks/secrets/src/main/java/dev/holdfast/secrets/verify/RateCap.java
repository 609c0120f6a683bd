package dev.holdfast.secrets.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bounds how many calls leave, and how fast. Not for use by several threads at once. */
final class RateCap {
    private static final Duration APART = Duration.ofMillis(200);
    private static final Duration ANY_APART = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Clock clock;
    private final Sleeper sleeper;
    private final Map<String, Instant> last = new HashMap<>();
    private final Set<String> stopped = new HashSet<>();
    private final int mostCalls;
    private @Nullable Instant first;
    private @Nullable Instant latest;
    private int calls;

    RateCap(Clock clock, Sleeper sleeper, int mostCalls) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.mostCalls = mostCalls;
    }

    /** Why a call to the host may not leave; else waits until its turn and counts it. */
    Optional<String> take(String host) throws InterruptedException {
        if (stopped.contains(host)) {
            return Optional.of("the host asked for a pause earlier in this run");
        }
        if (calls >= mostCalls) {
            return Optional.of(
                    "this run has made "
                            + mostCalls
                            + " calls, the most that the policy lets it (secrets.verify.maxCalls)");
        }
        Instant now = clock.instant();
        if (first == null) {
            first = now;
        } else if (now.isAfter(first.plus(LONGEST))) {
            return Optional.of(
                    "this run has asked for " + LONGEST.toMinutes() + " minutes, its most");
        }
        await(last.get(host), APART);
        await(latest, ANY_APART);
        latest = clock.instant();
        last.put(host, latest);
        calls++;
        return Optional.empty();
    }

    private void await(@Nullable Instant before, Duration apart) throws InterruptedException {
        if (before != null) {
            Duration wait = Duration.between(clock.instant(), before.plus(apart));
            if (wait.isPositive()) {
                // A clock that was set back must not hold the run.
                sleeper.sleep(wait.compareTo(apart) > 0 ? apart : wait);
            }
        }
    }

    /** Sends the host nothing more in this run. */
    void stop(String host) {
        stopped.add(host);
    }
}
