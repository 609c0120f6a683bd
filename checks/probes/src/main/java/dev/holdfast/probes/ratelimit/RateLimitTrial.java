package dev.holdfast.probes.ratelimit;

import dev.holdfast.probes.answer.Pause;
import dev.holdfast.probes.answer.Storing;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.RateLimitRules;
import dev.holdfast.probes.verdict.Finding;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that is tried at one route. */
final class RateLimitTrial {
    private static final String NONE = "no 429 was seen";

    private final Caller caller;
    private final RateLimitRules rules;
    private final Pause pause;
    private final Clock clock;
    private final LimitVerdict verdict;

    RateLimitTrial(Caller caller, RateLimitRules rules, Pause pause, Clock clock) {
        this.caller = caller;
        this.rules = rules;
        this.pause = pause;
        this.clock = clock;
        this.verdict = new LimitVerdict(rules);
    }

    List<Finding> run() throws InterruptedException {
        Burst burst = untilLimited();
        if (burst.answered() == 0 && burst.limited().isPresent()) {
            // Earlier probes of the run, or somebody else, have used the window up.
            Waiting before = new Waiting(caller, pause, clock, burst.limited().get());
            before.kept();
            burst = before.over() ? untilLimited() : burst;
        }
        List<Finding> findings = new ArrayList<>();
        findings.addAll(TellsLimit.judge(burst.seen(), rules));
        if (burst.limited().isEmpty()) {
            findings.add(verdict.unlimited(burst));
            for (var rule :
                    List.of(
                            RateLimitRuleSet.SPOOFED,
                            RateLimitRuleSet.RETRY,
                            RateLimitRuleSet.KEPT,
                            RateLimitRuleSet.STORED)) {
                findings.add(Finding.unknown(rule, NONE));
            }
            return findings;
        }
        Response limited = burst.limited().get();
        findings.add(stored(limited));
        Waiting waiting = new Waiting(caller, pause, clock, limited);
        findings.add(waiting.told());
        findings.addAll(new Spoofing(caller, waiting).tried(burst.seen().getFirst()));
        Finding kept = waiting.kept();
        findings.add(kept);
        findings.add(verdict.of(burst, waiting.over() ? again(burst) : Optional.empty()));
        if (waiting.over() && !verdict.late(burst)) {
            findings.add(new Steady(caller, rules, pause).flow(burst));
        }
        return findings;
    }

    /**
     * Asks two more times than the limit. When nothing stops that, once more: the end of a window
     * in between allows as much as twice the limit, and more than that is allowed by none.
     */
    private Burst untilLimited() throws InterruptedException {
        int most = rules.requests() + 2;
        Burst first = caller.burst(most);
        if (first.limited().isPresent() || first.odd().isPresent()) {
            return first;
        }
        Burst second = caller.burst(most);
        List<Response> seen = new ArrayList<>(first.seen());
        seen.addAll(second.seen());
        return new Burst(
                first.answered() + second.answered(),
                second.limited(),
                second.odd(),
                first.took().plus(second.took()),
                seen);
    }

    /** Counts anew in a fresh window, when the first count was too high to be believed. */
    private Optional<Burst> again(Burst burst) throws InterruptedException {
        return verdict.late(burst)
                ? Optional.of(caller.burst(rules.requests() + 1))
                : Optional.empty();
    }

    private static Finding stored(Response limited) {
        return Storing.invited(limited)
                .map(directive ->
                        Finding.fail(
                                RateLimitRuleSet.STORED,
                                "the 429 says Cache-Control: " + directive))
                .orElseGet(() ->
                        Finding.pass(
                                RateLimitRuleSet.STORED,
                                Storing.forbidden(limited)
                                        ? "the 429 says no-store"
                                        : "nothing in the 429 asks a cache to keep it"));
    }
}
