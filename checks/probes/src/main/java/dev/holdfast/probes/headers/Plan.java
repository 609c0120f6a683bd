package dev.holdfast.probes.headers;

import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which requests show every kind of answer: each route once, and each other kind once. */
final class Plan {
    /** The same in every run, so that a result keeps its identity. */
    private static final String NOWHERE = "holdfast-no-such-path";

    private Plan() {}

    static List<Asked> of(Session session) {
        Target target = session.target();
        List<Asked> all = new ArrayList<>();
        for (Route route : target.routes()) {
            all.add(route(route));
        }
        first(target, RouteClass.PAGE, RouteClass.LOGIN)
                .ifPresent(page -> {
                    all.add(error(page, "/" + NOWHERE, "no such path"));
                    if (target.secure()) {
                        all.add(
                                new Asked(
                                        Request.get(page.path()).plainly(),
                                        page,
                                        RouteClass.REDIRECT,
                                        "over http"));
                    }
                });
        first(target, RouteClass.API, RouteClass.ADMIN)
                .ifPresent(api -> {
                    all.add(error(api, below(api.path()), "no such path"));
                    all.add(
                            new Asked(
                                    Request.passive("OPTIONS", api.path()),
                                    api,
                                    api.routeClass(),
                                    ""));
                    wrongMethod(session, api).ifPresent(all::add);
                });
        return all;
    }

    private static Asked route(Route route) {
        Request bare = Request.get(route.path());
        if (!route.methods().contains("GET")) {
            return new Asked(bare, route, RouteClass.ERROR, "wrong method");
        }
        // Asked by its identity, a logout would end the session that other probes need.
        Request request =
                route.routeClass() == RouteClass.LOGOUT
                        ? bare
                        : route.caller().map(bare::as).orElse(bare);
        return new Asked(request, route, route.routeClass(), "");
    }

    /**
     * A method that the route does not answer; never in production, where only looking is allowed.
     */
    private static Optional<Asked> wrongMethod(Session session, Route api) {
        return session.passive() || api.methods().contains("POST")
                ? Optional.empty()
                : Optional.of(
                        new Asked(
                                Request.of("POST", api.path(), Intent.FORGED),
                                api,
                                RouteClass.ERROR,
                                "wrong method"));
    }

    private static Asked error(Route near, String path, String why) {
        return new Asked(Request.get(path), near, RouteClass.ERROR, why);
    }

    private static String below(String path) {
        String bare = path.split("\\?", 2)[0];
        return bare + (bare.endsWith("/") ? "" : "/") + NOWHERE;
    }

    private static Optional<Route> first(Target target, RouteClass one, RouteClass other) {
        return target.routes().stream()
                .filter(route -> route.routeClass() == one)
                .findFirst()
                .or(() ->
                        target.routes().stream()
                                .filter(route -> route.routeClass() == other)
                                .findFirst());
    }
}
