package dev.holdfast.probes.report;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.NoAnswer;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.wire.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries the endpoints of violation reports that pages name, and those that the policy lists as
 * routes of class report, with harmless marked reports (test T-4).
 */
public final class ReportEndpointProbe implements Probe {
    /**
     * A page may name any number of endpoints, and each one costs requests, one of them of 1 MiB.
     */
    private static final int MOST_NAMED = 3;

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public List<CheckInfo> rules() {
        return EndpointRules.all();
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        List<Observation> observations = new ArrayList<>();
        Map<String, Route> listed = new LinkedHashMap<>();
        for (Route route : session.target().routes()) {
            if (route.routeClass() == RouteClass.REPORT) {
                listed.putIfAbsent(session.target().origin() + route.path(), route);
            }
        }
        Map<String, Route> named = new LinkedHashMap<>();
        for (Route route : session.target().routes()) {
            if (page(route)) {
                named(session, route, named).ifPresent(observations::add);
            }
        }
        named.keySet().removeAll(listed.keySet());
        if (listed.isEmpty() && named.isEmpty() && observations.isEmpty()) {
            observations.add(
                    new Observation(
                            Finding.notApplicable(
                                    EndpointRules.ACCEPTS,
                                    ("no page names an endpoint for reports, and"
                                                    + " probes.targets.%s.routes has no route of"
                                                    + " class report")
                                            .formatted(session.target().name())),
                            "POST",
                            "/",
                            "/",
                            RouteClass.REPORT));
        }
        for (Map.Entry<String, Route> endpoint : listed.entrySet()) {
            observations.addAll(tried(session, endpoint.getKey(), endpoint.getValue()));
        }
        some(session, named, observations);
        return Seen.of(observations);
    }

    /** Tries the first ones of those that pages name, and says how many there are beside. */
    private static void some(
            Session session, Map<String, Route> named, List<Observation> observations)
            throws InterruptedException {
        String origin = session.target().origin();
        int own = 0;
        int foreign = 0;
        for (Map.Entry<String, Route> endpoint : named.entrySet()) {
            boolean ours = ReportEndpoints.path(endpoint.getKey(), origin).isPresent();
            own += ours ? 1 : 0;
            foreign += ours ? 0 : 1;
            if ((ours ? own : foreign) <= MOST_NAMED) {
                observations.addAll(tried(session, endpoint.getKey(), endpoint.getValue()));
            }
        }
        if (named.isEmpty()) {
            return;
        }
        Route route = named.values().iterator().next();
        if (own > MOST_NAMED) {
            String words =
                    ("%d more endpoints are named; %d of those that pages name are tried: list the"
                                    + " others in probes.targets.%s.routes with class report")
                            .formatted(own - MOST_NAMED, MOST_NAMED, session.target().name());
            observations.add(
                    at(
                            (session.passive()
                                            ? Finding.notApplicable(EndpointRules.ACCEPTS, words)
                                            : Finding.unknown(EndpointRules.ACCEPTS, words))
                                    .keyed("more endpoints"),
                            route.path(),
                            route));
        }
        if (foreign > MOST_NAMED) {
            observations.add(
                    at(
                            Finding.notApplicable(
                                            EndpointRules.ACCEPTS,
                                            "%d more endpoints are outside of the target"
                                                    .formatted(foreign - MOST_NAMED))
                                    .keyed("more endpoints of others"),
                            route.path(),
                            route));
        }
    }

    private static boolean page(Route route) {
        return route.methods().contains("GET")
                && switch (route.routeClass()) {
                    case PAGE, LOGIN, AUTHENTICATED, ADMIN, ERROR -> true;
                    case LOGOUT, API, WEBHOOK, ASSET, DOWNLOAD, HEALTH, REDIRECT, REPORT -> false;
                };
    }

    /** Adds what a page names; tells when the page was not to be had. */
    private static Optional<Observation> named(
            Session session, Route route, Map<String, Route> endpoints)
            throws InterruptedException {
        Request request = Request.get(route.path());
        if (route.caller().isPresent()) {
            request = request.as(route.caller().get());
        }
        return switch (session.wire().send(request)) {
            case Reply.Unanswered none ->
                    Optional.of(
                            new Observation(
                                    NoAnswer.of(EndpointRules.ACCEPTS, none),
                                    "GET",
                                    route.path(),
                                    route.path(),
                                    route.routeClass()));
            case Reply.Answered answered -> {
                Response response = answered.exchange().response();
                List<String> addresses =
                        ReportEndpoints.of(response.fields(), session.target().origin());
                addresses.forEach(address -> endpoints.putIfAbsent(address, route));
                boolean page = response.successful() || route.routeClass() == RouteClass.ERROR;
                yield page || !addresses.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Observation(
                                        Finding.unknown(
                                                EndpointRules.ACCEPTS,
                                                "the route answers %d, which is not its page"
                                                        .formatted(response.status())),
                                        "GET",
                                        route.path(),
                                        route.path(),
                                        route.routeClass()));
            }
        };
    }

    private static List<Observation> tried(Session session, String address, Route route)
            throws InterruptedException {
        Optional<String> path = ReportEndpoints.path(address, session.target().origin());
        if (path.isEmpty()) {
            return List.of(
                    at(
                            Finding.notApplicable(
                                            EndpointRules.ACCEPTS,
                                            "the endpoint is outside of the target: "
                                                    + ShownAddress.of(address))
                                    .keyed(ShownAddress.of(address)),
                            route.path(),
                            route));
        }
        String shown = ShownAddress.of(path.get());
        if (session.passive()) {
            return List.of(
                    at(
                            Finding.notApplicable(
                                    EndpointRules.ACCEPTS,
                                    "a report is a POST, and the target is in production: nothing"
                                            + " was sent"),
                            shown,
                            route));
        }
        return new EndpointTrial(session, path.get())
                .findings().stream().map(finding -> at(finding, shown, route)).toList();
    }

    private static Observation at(Finding finding, String path, Route route) {
        return new Observation(finding, "POST", path, route.path(), route.routeClass());
    }
}
