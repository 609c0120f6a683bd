package dev.holdfast.probes.ratelimit;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.answer.Pause;
import dev.holdfast.probes.answer.Storing;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.RateLimitRules;
import dev.holdfast.probes.verdict.Finding;
import java.time.Clock;
import java.time.Instant;
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
        Instant start = clock.instant();
        Burst burst = untilLimited();
        if (burst.answered() == 0 && burst.limited().isPresent()) {
            // Earlier probes of the run, or somebody else, have used the window up.
            Waiting before = new Waiting(caller, pause, clock, burst.limited().get());
            before.kept();
            start = clock.instant();
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
        boolean untold = waiting.told().outcome() == Outcome.FAIL;
        if (untold && burst.answered() >= rules.requests() && !verdict.late(burst)) {
            Sooner sooner = new Sooner(caller, rules, pause, clock, start);
            Optional<Finding> loose = sooner.lookedUntold(burst.answered());
            findings.add(loose.isPresent() ? loose.get() : verdict.of(burst, Optional.empty()));
        } else if (!waiting.over() || verdict.late(burst)) {
            findings.add(verdict.of(burst, waiting.over() ? again(burst) : Optional.empty()));
        } else {
            findings.addAll(afterwards(burst, start));
        }
        return findings;
    }

    /** What can be told once the limit has ended: is it too strict, or does it end too soon? */
    private List<Finding> afterwards(Burst burst, Instant start) throws InterruptedException {
        Finding limit = verdict.of(burst, Optional.empty());
        if (burst.answered() > 0 && burst.answered() < rules.requests()) {
            Finding fewer = new Fewer(caller, rules, pause, clock).counted(burst, clock.instant());
            return List.of(limit, fewer);
        }
        Sooner sooner = new Sooner(caller, rules, pause, clock, start);
        boolean early = sooner.early();
        // The request that ended the wait was answered, too.
        int answered = burst.answered() + 1;
        Finding flow = new Steady(caller, rules, pause).flow(burst);
        Optional<Finding> loose = early ? sooner.looked(answered) : Optional.empty();
        return List.of(loose.orElse(limit), flow);
    }

    /**
     * Counts for one more method of the route what is answered before a 429: a limit of GET says
     * nothing of the POST that signs users in.
     *
     * @param usual the method that was counted before
     */
    Finding another(String usual) throws InterruptedException {
        Burst burst = untilLimited();
        boolean never =
                burst.limited().isEmpty()
                        && !burst.seen().isEmpty()
                        && burst.seen().stream()
                                .allMatch(each -> each.status() == 405 || each.status() == 501);
        if (never) {
            return Finding.notApplicable(
                    RateLimitRuleSet.LIMIT,
                    "the service does not answer "
                            + caller.request().method()
                            + " here ("
                            + burst.seen().getFirst().status()
                            + "): take it out of the route's methods");
        }
        if (burst.limited().isEmpty()) {
            return verdict.unlimited(burst);
        }
        return burst.answered() == 0
                ? Finding.pass(RateLimitRuleSet.LIMIT, "shares the limit of " + usual)
                : verdict.of(burst, Optional.empty());
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
