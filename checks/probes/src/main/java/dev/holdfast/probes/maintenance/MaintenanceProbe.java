package dev.holdfast.probes.maintenance;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.answer.Place;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.MaintenanceRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.wire.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks at a service whose maintenance switch somebody has thrown. The probe throws no switch: when
 * nothing is down it says so and judges nothing.
 */
public final class MaintenanceProbe implements Probe {
    /** The probe. */
    public MaintenanceProbe() {}

    @Override
    public String name() {
        return "maintenance";
    }

    @Override
    public List<CheckInfo> rules() {
        return MaintenanceRuleSet.all();
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        if (session.target().maintenance().isEmpty()) {
            return nothing(
                    "the policy says no probes.targets."
                            + session.target().name()
                            + ".maintenance");
        }
        MaintenanceRules rules = session.target().maintenance().get();
        List<Visit> down = visits(session, rules.down());
        if (down.isEmpty()) {
            return nothing("no route has a class of maintenance.down");
        }
        boolean on = down.stream().anyMatch(Visit::unavailable);
        List<Observation> seen = new ArrayList<>();
        for (Visit visit : down) {
            judge(visit, on, session.clock())
                    .forEach(finding -> seen.add(visit.place().saw(finding)));
        }
        for (Visit visit : visits(session, rules.up())) {
            seen.add(visit.place().saw(up(visit, on)));
        }
        return Seen.of(seen);
    }

    private static List<Visit> visits(Session session, Set<RouteClass> classes)
            throws InterruptedException {
        List<Visit> visits = new ArrayList<>();
        for (Route route : session.target().routes()) {
            if (classes.contains(route.routeClass())) {
                visits.add(visit(session, route));
            }
        }
        return visits;
    }

    private static Visit visit(Session session, Route route) throws InterruptedException {
        if (route.routeClass() == RouteClass.WEBHOOK) {
            Request unsigned = Request.of("POST", route.path(), Intent.FORGED);
            return new Visit(Place.of("POST", route), session.patient().send(unsigned));
        }
        Request plain = Request.get(route.path());
        Request request = route.identity().map(plain::as).orElse(plain);
        return new Visit(Place.of("GET", route), session.patient().send(request));
    }

    private static List<Finding> judge(Visit visit, boolean on, Clock clock) {
        CheckInfo rule = visit.webhook() ? MaintenanceRuleSet.WEBHOOK : MaintenanceRuleSet.DOWN;
        if (!(visit.reply() instanceof Reply.Answered answered)) {
            return List.of(visit.answer().inconclusive(rule, "a request"));
        }
        Response response = answered.exchange().response();
        String words = "answered " + response.status();
        if (!on) {
            return List.of(
                    Finding.unknown(
                            rule,
                            words
                                    + "; no route that must be down answers 503, so the switch seems"
                                    + " to be off: throw it, then ask again"));
        }
        if (response.status() == 503) {
            return Unavailable.judge(rule, response, clock.instant());
        }
        if (visit.webhook() && response.status() == 429) {
            return List.of(Finding.pass(rule, words + ", after which senders try again"));
        }
        return List.of(
                Finding.fail(
                        rule,
                        words
                                + (visit.webhook()
                                        ? ", where 503 or 429 makes senders try again"
                                        : " instead of 503, while other routes are down")));
    }

    private static Finding up(Visit visit, boolean on) {
        CheckInfo rule = MaintenanceRuleSet.UP;
        if (!(visit.reply() instanceof Reply.Answered answered)) {
            return visit.answer().inconclusive(rule, "a request");
        }
        Response response = answered.exchange().response();
        String words = "answered " + response.status();
        if (!on) {
            return Finding.unknown(rule, words + "; the switch seems to be off");
        }
        return response.successful()
                ? Finding.pass(rule, words + " while other routes are down")
                : Finding.fail(rule, words + " instead of 2xx");
    }

    private static Seen nothing(String why) {
        Observation none =
                Place.of("GET", "/", RouteClass.PAGE)
                        .saw(Finding.notApplicable(MaintenanceRuleSet.DOWN, why));
        return Seen.of(List.of(none));
    }
}
