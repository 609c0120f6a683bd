package dev.holdfast.probes.ratelimit;

import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.target.RateLimitRules;
import dev.holdfast.probes.verdict.Finding;
import java.time.Duration;
import java.util.Optional;

/** Judges after how many requests a limit came. */
final class LimitVerdict {
    private final RateLimitRules rules;

    LimitVerdict(RateLimitRules rules) {
        this.rules = rules;
    }

    /** Whether more was answered than the limit and what may have come back meanwhile allow. */
    boolean late(Burst burst) {
        return burst.answered() > rules.requests() + refilled(burst);
    }

    /** Nothing stopped it, or something else than a 429 did. */
    Finding unlimited(Burst burst) {
        String count = burst.answered() + " requests in " + seconds(burst.took());
        if (burst.odd().isEmpty()) {
            return Finding.fail(
                            RateLimitRuleSet.LIMIT,
                            count + " were all answered, where the policy allows " + allowed())
                    .with("answered", burst.answered());
        }
        Answer odd = burst.odd().get();
        return odd instanceof Answer.Missing
                ? odd.inconclusive(RateLimitRuleSet.LIMIT, "after " + count)
                : Finding.unknown(
                        RateLimitRuleSet.LIMIT,
                        "after "
                                + count
                                + " it "
                                + odd.words()
                                + ": it may be the limit without its status, 429, or a failure");
    }

    /**
     * A 429 came.
     *
     * @param again what was counted in a fresh window after it
     */
    Finding of(Burst burst, Optional<Burst> again) {
        int answered = burst.answered();
        String words =
                "the first 429 came after "
                        + answered
                        + " requests; the policy allows "
                        + allowed();
        if (answered == 0) {
            return Finding.unknown(
                    RateLimitRuleSet.LIMIT,
                    "the first request was answered 429: the limit was reached before the probe"
                            + " began, so it cannot be counted");
        }
        if (answered < rules.requests()) {
            return Finding.pass(
                            RateLimitRuleSet.LIMIT,
                            words
                                    + ", so fewer were let through; earlier requests of this"
                                    + " run may have counted")
                    .as(Severity.INFO)
                    .with("answered", answered);
        }
        if (!late(burst)) {
            return Finding.pass(RateLimitRuleSet.LIMIT, words).with("answered", answered);
        }
        if (answered > 2L * rules.requests() + refilled(burst)) {
            return Finding.fail(RateLimitRuleSet.LIMIT, words).with("answered", answered);
        }
        return again.map(fresh -> recounted(words, fresh))
                .orElseGet(() ->
                        Finding.unknown(
                                RateLimitRuleSet.LIMIT,
                                words + ": a window may have ended in between"));
    }

    /** The request that ended the wait was answered too, and counts. */
    private Finding recounted(String words, Burst fresh) {
        int answered = fresh.answered() + 1;
        String all = words + "; counted again in a fresh window it came after " + answered;
        if (fresh.limited().isEmpty()) {
            return Finding.fail(
                            RateLimitRuleSet.LIMIT,
                            words
                                    + "; in a fresh window "
                                    + answered
                                    + " more were answered without one")
                    .with("answered", answered);
        }
        if (answered > rules.requests() + refilled(fresh)) {
            return Finding.fail(RateLimitRuleSet.LIMIT, all).with("answered", answered);
        }
        return answered >= rules.requests()
                ? Finding.pass(RateLimitRuleSet.LIMIT, all).with("answered", answered)
                : Finding.unknown(RateLimitRuleSet.LIMIT, all + ", so the limit is not clear");
    }

    /** A limit that fills up little by little gives back this many while it is asked. */
    private long refilled(Burst burst) {
        double back =
                rules.requests() * (burst.took().toMillis() / 1000.0) / Math.max(1, rules.window());
        return (long) Math.floor(back);
    }

    private String allowed() {
        return rules.requests() + " in " + rules.window() + " s";
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }
}
