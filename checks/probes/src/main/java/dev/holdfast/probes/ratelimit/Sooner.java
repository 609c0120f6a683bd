package dev.holdfast.probes.ratelimit;

import dev.holdfast.probes.answer.Pause;
import dev.holdfast.probes.answer.RetryAfter;
import dev.holdfast.probes.target.RateLimitRules;
import dev.holdfast.probes.verdict.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks whether the limit comes back sooner than the policy says: five requests in two seconds are
 * refused at the sixth as five in sixty are. Windows that begin at fixed times answer at most twice
 * the limit within the length of one, and a bucket the limit and what has flowed back; whatever
 * answers more within a window has another limit.
 */
final class Sooner {
    /** A wait below this share of the window is far below it. */
    private static final int SHARE = 4;

    /** How much of the window is waited for where nobody says how long to wait. */
    private static final int UNTOLD = 8;

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final int MOST_ROUNDS = 4;
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Caller caller;
    private final RateLimitRules rules;
    private final Pause pause;
    private final Clock clock;
    private final Instant start;

    /**
     * A look.
     *
     * @param start before the first request that counts
     */
    Sooner(Caller caller, RateLimitRules rules, Pause pause, Clock clock, Instant start) {
        this.caller = caller;
        this.rules = rules;
        this.pause = pause;
        this.clock = clock;
        this.start = start;
    }

    /** Whether the wait that was just over was so short that another look tells something. */
    boolean early() {
        return Duration.between(start, clock.instant()).compareTo(window().dividedBy(SHARE)) < 0;
    }

    /**
     * The failure, when there is one.
     *
     * @param before how many were answered since the start
     */
    Optional<Finding> looked(int before) throws InterruptedException {
        int answered = before;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Burst burst = caller.burst(rules.requests() + 1);
            answered += burst.answered();
            Duration since = Duration.between(start, clock.instant());
            if (since.compareTo(window()) >= 0) {
                return Optional.empty();
            }
            if (answered > 2 * rules.requests()) {
                return Optional.of(
                        Finding.fail(
                                        RateLimitRuleSet.LIMIT,
                                        answered
                                                + " requests were answered within "
                                                + since.toMillis() / 1000.0
                                                + " s, with refusals in between: the limit comes"
                                                + " back sooner than the policy says, "
                                                + rules.requests()
                                                + " in "
                                                + rules.window()
                                                + " s")
                                .with("answered", answered));
            }
            if (burst.limited().isEmpty()) {
                return Optional.empty();
            }
            Duration wait =
                    RetryAfter.read(
                                    burst.limited().get().fields().all("Retry-After"),
                                    clock.instant())
                            .map(told -> told.plus(GRACE))
                            .orElse(untold());
            if (since.plus(wait).compareTo(window()) >= 0) {
                return Optional.empty();
            }
            pause.of(wait);
        }
        return Optional.empty();
    }

    /** The same where the 429 does not say how long to wait. */
    Optional<Finding> lookedUntold(int before) throws InterruptedException {
        if (untold().compareTo(LONGEST) > 0) {
            return Optional.empty();
        }
        pause.of(untold());
        return looked(before);
    }

    private Duration untold() {
        return window().dividedBy(UNTOLD);
    }

    private Duration window() {
        return Duration.ofSeconds(rules.window());
    }
}
