package dev.holdfast.probes.ratelimit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.answer.Pause;
import dev.holdfast.probes.answer.Place;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.RateLimitRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks routes more often than they allow (T-6). To be run after every other probe but the honeypot:
 * it leaves the runner over its limit.
 */
public final class RateLimitProbe implements Probe {
    private final Pause pause;

    /**
     * The probe.
     *
     * @param pause how to wait for a limit to end
     */
    public RateLimitProbe(Pause pause) {
        this.pause = pause;
    }

    @Override
    public String name() {
        return "ratelimit";
    }

    @Override
    public List<CheckInfo> rules() {
        return RateLimitRuleSet.all();
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        List<Observation> seen = new ArrayList<>();
        for (Route route : session.target().routes()) {
            if (route.rateLimit().isPresent()) {
                String method =
                        route.methods().contains("GET") || route.methods().isEmpty()
                                ? "GET"
                                : route.methods().getFirst();
                Place place = Place.of(method, route);
                look(session, route, route.rateLimit().get(), method)
                        .forEach(finding -> seen.add(place.saw(finding)));
                for (String other : route.methods()) {
                    if (!other.equals(method)) {
                        seen.add(
                                Place.of(other, route).saw(another(session, route, other, method)));
                    }
                }
            }
        }
        if (seen.isEmpty()) {
            seen.add(
                    Place.without(
                            "ratelimit", RateLimitRuleSet.LIMIT, "GET", RouteClass.API, session));
        }
        return Seen.of(seen);
    }

    private List<Finding> look(Session session, Route route, RateLimitRules rules, String method)
            throws InterruptedException {
        Optional<String> kept = kept(session, rules, method);
        return kept.isPresent()
                ? List.of(Finding.notApplicable(RateLimitRuleSet.LIMIT, kept.get()))
                : trial(session, route, rules, method).run();
    }

    private Finding another(Session session, Route route, String other, String usual)
            throws InterruptedException {
        RateLimitRules rules = route.rateLimit().orElseThrow();
        Optional<String> kept = kept(session, rules, other);
        return kept.isPresent()
                ? Finding.notApplicable(RateLimitRuleSet.LIMIT, kept.get())
                : trial(session, route, rules, other).another(usual);
    }

    private RateLimitTrial trial(
            Session session, Route route, RateLimitRules rules, String method) {
        Request plain = Request.of(method, route.path(), intent(rules, method));
        Request request = rules.identity().map(plain::as).orElse(plain);
        return new RateLimitTrial(
                Caller.of(session, rules, request, pause), rules, pause, session.clock());
    }

    /** Why a method is not asked. */
    private static Optional<String> kept(Session session, RateLimitRules rules, String method) {
        if (session.passive()) {
            return Optional.of(
                    "a production environment is not asked in bursts unless the policy says"
                            + " destructive: true and the command line --allow-destructive");
        }
        return intent(rules, method) == Intent.STATEFUL && !session.destructive()
                ? Optional.of(
                        method
                                + " may change something: it needs destructive: true in the policy"
                                + " and --allow-destructive")
                : Optional.empty();
    }

    /** A request without a body that a limit counts changes nothing for nobody. */
    private static Intent intent(RateLimitRules rules, String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> Intent.PASSIVE;
            case "DELETE" -> Intent.STATEFUL;
            default -> rules.identity().isPresent() ? Intent.STATEFUL : Intent.FORGED;
        };
    }
}
