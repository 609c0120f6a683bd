package dev.holdfast.probes.ratelimit;

import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.answer.Pause;
import dev.holdfast.probes.answer.RetryAfter;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Waits as long as the last refusal asks, and sees whether that is enough. */
final class Waiting {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    // Seconds that were rounded down are no lie.
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Caller caller;
    private final Pause pause;
    private final Clock clock;
    private final Response first;
    private Response latest;
    private Instant at;
    private boolean over;

    Waiting(Caller caller, Pause pause, Clock clock, Response limited) {
        this.caller = caller;
        this.pause = pause;
        this.clock = clock;
        this.first = limited;
        this.latest = limited;
        this.at = clock.instant();
    }

    /** Takes note of a later refusal, whose time to wait holds from now. */
    void refused(Response response) {
        latest = response;
        at = clock.instant();
    }

    /** Whether the limit was waited for and has ended. */
    boolean over() {
        return over;
    }

    /** Whether the refusal says how long to wait. */
    Finding told() {
        List<String> values = first.fields().all("Retry-After");
        if (values.isEmpty()) {
            return Finding.fail(RateLimitRuleSet.RETRY, "the 429 has no Retry-After");
        }
        Optional<Duration> wait = RetryAfter.read(values, clock.instant());
        return wait.isPresent()
                ? Finding.pass(
                        RateLimitRuleSet.RETRY,
                        "the 429 says Retry-After in " + wait.get().toSeconds() + " s")
                : Finding.fail(
                        RateLimitRuleSet.RETRY,
                        "Retry-After of the 429 is neither whole seconds nor an HTTP-date");
    }

    /** Whether the next request after that time is answered. */
    Finding kept() throws InterruptedException {
        Optional<Duration> told = RetryAfter.read(latest.fields().all("Retry-After"), at);
        if (told.isEmpty()) {
            return Finding.unknown(
                    RateLimitRuleSet.KEPT, "not waited: the 429 does not say how long");
        }
        Duration wait = told.get();
        if (wait.compareTo(LONGEST) > 0) {
            return Finding.unknown(
                    RateLimitRuleSet.KEPT,
                    "not waited: " + wait.toSeconds() + " s are more than the probe waits, 90 s");
        }
        Duration left = Duration.between(clock.instant(), at.plus(wait).plus(GRACE));
        if (left.isPositive()) {
            pause.of(left);
        }
        Reply reply = caller.once();
        if (!(reply instanceof Reply.Answered answered)) {
            return Answer.of(reply).inconclusive(RateLimitRuleSet.KEPT, "a request after the wait");
        }
        Response response = answered.exchange().response();
        String words =
                "after "
                        + wait.toSeconds()
                        + " s, as Retry-After says, a request was answered "
                        + response.status();
        if (response.status() == 429) {
            return Finding.fail(RateLimitRuleSet.KEPT, words);
        }
        if (response.failed()) {
            return Finding.unknown(RateLimitRuleSet.KEPT, words);
        }
        over = true;
        return Finding.pass(RateLimitRuleSet.KEPT, words);
    }
}
