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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at a service whose maintenance switch somebody has thrown. The probe throws no switch: when
 * nothing is down it says so and judges nothing.
 */
public final class MaintenanceProbe implements Probe {
    private static final Set<String> LOOKS = Set.of("GET", "HEAD", "OPTIONS");

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
        for (Route route : routes(session, rules.up())) {
            Visit visit = visit(session, route);
            seen.add(visit.place().saw(up(visit, on)));
        }
        seen.addAll(without(session, rules));
        return Seen.of(seen);
    }

    private static List<Route> routes(Session session, Set<RouteClass> classes) {
        return session.target().routes().stream()
                .filter(route -> classes.contains(route.routeClass()))
                .toList();
    }

    private static List<Visit> visits(Session session, Set<RouteClass> classes)
            throws InterruptedException {
        List<Visit> visits = new ArrayList<>();
        for (Route route : routes(session, classes)) {
            visits.add(visit(session, route));
            for (String method : others(route)) {
                Intent intent = method.equals("DELETE") ? Intent.STATEFUL : Intent.FORGED;
                visits.add(
                        new Visit(
                                Place.of(method, route),
                                session.patient().send(Request.of(method, route.path(), intent))));
            }
        }
        return visits;
    }

    /** The methods by which a route takes orders, which a switch for pages forgets. */
    private static List<String> others(Route route) {
        return route.routeClass() == RouteClass.WEBHOOK
                ? List.of()
                : route.methods().stream()
                        .filter(method -> !LOOKS.contains(method))
                        .distinct()
                        .toList();
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

    /** The classes that the policy names and that no route has. */
    private static List<Observation> without(Session session, MaintenanceRules rules) {
        List<Observation> seen = new ArrayList<>();
        Map<String, Set<RouteClass>> named = Map.of("down", rules.down(), "up", rules.up());
        for (String key : List.of("down", "up")) {
            for (RouteClass each : new TreeSet<>(named.getOrDefault(key, Set.of()))) {
                if (routes(session, Set.of(each)).isEmpty()) {
                    CheckInfo rule =
                            key.equals("up") ? MaintenanceRuleSet.UP : MaintenanceRuleSet.DOWN;
                    String words =
                            "no route has the class "
                                    + each.word()
                                    + ", which maintenance."
                                    + key
                                    + " of the policy names";
                    seen.add(
                            Place.of("GET", "/", each)
                                    .saw(Finding.notApplicable(rule, words).keyed(each.word())));
                }
            }
        }
        return seen;
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
