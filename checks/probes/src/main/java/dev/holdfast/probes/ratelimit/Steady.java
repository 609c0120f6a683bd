package dev.holdfast.probes.ratelimit;

import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.answer.Pause;
import dev.holdfast.probes.target.RateLimitRules;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.Reply;
import java.time.Duration;

/** Asks as a user does who is well below the limit: once a second, ten times. */
final class Steady {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int TIMES = 10;

    private final Caller caller;
    private final RateLimitRules rules;
    private final Pause pause;

    Steady(Caller caller, RateLimitRules rules, Pause pause) {
        this.caller = caller;
        this.rules = rules;
        this.pause = pause;
    }

    Finding flow(Burst burst) throws InterruptedException {
        if (rules.requests() < rules.window()) {
            return Finding.notApplicable(
                    RateLimitRuleSet.LEGITIMATE,
                    "the policy allows fewer than 60 requests a minute here");
        }
        for (int count = 1; count <= TIMES; count++) {
            pause.of(SECOND);
            Reply reply = caller.once();
            if (!(reply instanceof Reply.Answered answered)) {
                return Answer.of(reply)
                        .inconclusive(RateLimitRuleSet.LEGITIMATE, "a request a second");
            }
            int status = answered.exchange().response().status();
            if (status == 429) {
                return Finding.fail(
                        RateLimitRuleSet.LEGITIMATE,
                        "of one request a second the "
                                + count
                                + ". was answered 429, where the policy allows "
                                + rules.requests()
                                + " in "
                                + rules.window()
                                + " s");
            }
            if (status != burst.seen().getFirst().status()) {
                return Finding.unknown(
                        RateLimitRuleSet.LEGITIMATE,
                        "of one request a second the " + count + ". was answered " + status);
            }
        }
        return Finding.pass(
                RateLimitRuleSet.LEGITIMATE, TIMES + " requests, one a second, were answered");
    }
}
