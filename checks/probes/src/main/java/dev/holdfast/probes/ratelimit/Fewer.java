package dev.holdfast.probes.ratelimit;

import dev.holdfast.probes.answer.Pause;
import dev.holdfast.probes.target.RateLimitRules;
import dev.holdfast.probes.verdict.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts again after a whole window in which nothing was asked, when fewer requests were answered
 * than the policy allows: earlier requests of the run may have been the reason.
 */
final class Fewer {
    /** Nobody waits for a limit of an hour. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Caller caller;
    private final RateLimitRules rules;
    private final Pause pause;
    private final Clock clock;

    Fewer(Caller caller, RateLimitRules rules, Pause pause, Clock clock) {
        this.caller = caller;
        this.rules = rules;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * Whether callers are refused whom the policy allows.
     *
     * @param latest when the last request was answered
     */
    Finding counted(Burst burst, Instant latest) throws InterruptedException {
        String first = "only " + burst.answered() + " of " + rules.requests();
        Duration window = Duration.ofSeconds(rules.window());
        if (window.compareTo(LONGEST) > 0) {
            return Finding.unknown(
                    RateLimitRuleSet.LEGITIMATE,
                    first
                            + " requests were answered, and earlier ones of this run may have"
                            + " counted: wait "
                            + rules.window()
                            + " s and run this probe alone");
        }
        Duration left = Duration.between(clock.instant(), latest.plus(window).plus(GRACE));
        if (left.isPositive()) {
            pause.of(left);
        }
        Burst fresh = caller.burst(rules.requests());
        String words =
                fresh.answered()
                        + " of "
                        + rules.requests()
                        + " requests were answered after a window of "
                        + rules.window()
                        + " s without any";
        if (fresh.odd().isPresent()) {
            return fresh.odd().get().inconclusive(RateLimitRuleSet.LEGITIMATE, words);
        }
        return fresh.limited().isPresent()
                ? Finding.fail(
                                RateLimitRuleSet.LEGITIMATE,
                                "only " + words + ": the limit is stricter than the policy")
                        .with("answered", fresh.answered())
                : Finding.pass(RateLimitRuleSet.LEGITIMATE, words);
    }
}
