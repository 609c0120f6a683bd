package dev.holdfast.probes.browser;

import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at every HTML route of a target with a real browser. */
public final class BrowserAudit {
    private BrowserAudit() {}

    /**
     * Loads each page with its own policy, suggests one, and loads the page with that. All requests
     * go over the session's wire, GET alone; what the page's forms and {@code javascript:} links
     * would do is tried when the page is cut off from the service.
     *
     * @throws InterruptedException when the run is stopped by its user
     */
    public static List<Observation> run(Session session, Path browser) throws InterruptedException {
        List<Route> routes = routes(session);
        if (routes.isEmpty()) {
            return List.of(
                    nowhere(
                            Finding.notApplicable(
                                    BrowserRules.NOT_RUN,
                                    "the policy names no HTML page: probes.targets.%s.routes has no"
                                                    .formatted(session.target().name())
                                            + " route of class page, login, authenticated, admin"
                                            + " or error that answers GET")));
        }
        List<Observation> observations = new ArrayList<>();
        try (Chromium chromium = Chromium.start(browser)) {
            for (Route route : routes) {
                observations.addAll(tried(session, chromium, route));
            }
        } catch (BrowserProblem failed) {
            return notRun(session, failed.what());
        }
        return observations;
    }

    // A page that breaks the browser takes no other page's result with it.
    private static List<Observation> tried(Session session, Chromium chromium, Route route)
            throws InterruptedException {
        try {
            return route(session, chromium, route);
        } catch (BrowserProblem failed) {
            return List.of(at(route, Finding.unknown(BrowserRules.NOT_RUN, failed.what())));
        }
    }

    /**
     * What to say when there is no browser.
     *
     * @param reason in one line
     */
    public static List<Observation> notRun(Session session, String reason) {
        Finding finding = Finding.unknown(BrowserRules.NOT_RUN, reason);
        List<Route> routes = routes(session);
        return routes.isEmpty()
                ? List.of(nowhere(finding))
                : routes.stream().map(route -> at(route, finding)).toList();
    }

    private static List<Observation> route(Session session, Chromium chromium, Route route)
            throws BrowserProblem, InterruptedException {
        if (needsIdentity(route)) {
            return List.of(
                    at(
                            route,
                            Finding.notApplicable(
                                    BrowserRules.NOT_RUN,
                                    "the policy does not say who sees the page: the route has no"
                                            + " identity")));
        }
        return new RouteAudit(chromium.devTools(), session, route)
                .findings().stream().map(finding -> at(route, finding)).toList();
    }

    private static boolean needsIdentity(Route route) {
        return route.caller().isEmpty()
                && (route.routeClass() == RouteClass.AUTHENTICATED
                        || route.routeClass() == RouteClass.ADMIN);
    }

    private static List<Route> routes(Session session) {
        return session.target().routes().stream()
                .filter(route -> route.methods().contains("GET"))
                .filter(route ->
                        switch (route.routeClass()) {
                            case PAGE, LOGIN, AUTHENTICATED, ADMIN, ERROR -> true;
                            case LOGOUT, API, WEBHOOK, ASSET, DOWNLOAD, HEALTH, REDIRECT, REPORT ->
                                    false;
                        })
                .toList();
    }

    private static Observation at(Route route, Finding finding) {
        return new Observation(finding, "GET", route.path(), route.path(), route.routeClass());
    }

    private static Observation nowhere(Finding finding) {
        return new Observation(finding, "GET", "/", "/", RouteClass.PAGE);
    }

    /** Where a browser is, by the {@code PATH} of the environment. */
    public static Optional<Path> find(String path) {
        return BrowserFinder.find(path);
    }
}
