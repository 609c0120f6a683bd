package dev.holdfast.probes.wire.pace;

import dev.holdfast.probes.target.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the pace of a run: a bucket with so many tokens that fills at so many a second. Whoever
 * waits is served in the order of asking. Safe for several threads.
 */
public final class TokenBucket {
    private static final double NANOS = 1e9;

    private final ReentrantLock inOrder = new ReentrantLock(true);
    private final Limits limits;
    private final Clock clock;
    private final Sleeper sleeper;
    private double tokens;
    private Instant filled;

    /**
     * A full bucket.
     *
     * @throws IllegalArgumentException when the rate or the burst is less than one
     */
    public TokenBucket(Limits limits, Clock clock, Sleeper sleeper) {
        if (limits.rate() < 1 || limits.burst() < 1) {
            throw new IllegalArgumentException("a bucket needs a rate and a burst of at least 1");
        }
        this.limits = limits;
        this.clock = clock;
        this.sleeper = sleeper;
        this.tokens = limits.burst();
        this.filled = clock.instant();
    }

    /**
     * Takes a token, and waits for one when there is none.
     *
     * @throws InterruptedException when the run is stopped by its user
     */
    public void take() throws InterruptedException {
        inOrder.lockInterruptibly();
        try {
            fill();
            while (tokens < 1) {
                double missing = (1 - tokens) / limits.rate();
                sleeper.sleep(Duration.ofNanos((long) Math.ceil(missing * NANOS)));
                fill();
            }
            tokens -= 1;
        } finally {
            inOrder.unlock();
        }
    }

    /**
     * Counts a request that did not wait. The bucket may owe tokens after it, at most as many as
     * fill it: what comes next is held back for that.
     */
    public void takeAhead() {
        inOrder.lock();
        try {
            fill();
            tokens = Math.max(tokens - 1, -limits.burst());
        } finally {
            inOrder.unlock();
        }
    }

    // A clock that is put back fills nothing and takes nothing.
    private void fill() {
        Instant now = clock.instant();
        Duration passed = Duration.between(filled, now);
        filled = now;
        if (passed.isPositive()) {
            tokens = Math.min(limits.burst(), tokens + passed.toNanos() / NANOS * limits.rate());
        }
    }
}
