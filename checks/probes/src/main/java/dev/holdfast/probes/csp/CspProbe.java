package dev.holdfast.probes.csp;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Request;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Judges the Content Security Policies of a target's HTML pages: each page is asked for several
 * times, to see whether nonces are new.
 */
public final class CspProbe implements Probe {
    /** How often each page is asked for. */
    private static final int TIMES = 3;

    private static final int RANDOM_BYTES = 8;

    @Override
    public String name() {
        return "csp";
    }

    @Override
    public List<CheckInfo> rules() {
        return Csp.rules();
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        PageTable table = new PageTable();
        List<Observation> observations = new ArrayList<>();
        boolean pages = false;
        for (Route route : session.target().routes()) {
            if (isPage(route)) {
                pages = true;
                look(session, route, route.path(), observations, table);
            }
        }
        if (!pages) {
            Route none = Route.of("/", RouteClass.PAGE);
            observations.add(
                    new Observation(
                            Finding.notApplicable(
                                    PageJudge.MAIN,
                                    "the policy names no route of class page, login,"
                                            + " authenticated, admin or error below"
                                            + " probes.targets."
                                            + session.target().name()
                                            + ".routes"),
                            "GET",
                            "/",
                            none.path(),
                            none.routeClass()));
        } else {
            missing(session, observations, table);
        }
        return table.seen(observations);
    }

    /** What a path that does not exist is answered with: often without the other pages' headers. */
    private void missing(Session session, List<Observation> observations, PageTable table)
            throws InterruptedException {
        byte[] random = new byte[RANDOM_BYTES];
        session.random().nextBytes(random);
        String path = "/holdfast-no-such-page-" + HexFormat.of().formatHex(random);
        Route route = Route.of("/holdfast-no-such-page", RouteClass.ERROR);
        look(session, route, path, observations, table);
    }

    private static boolean isPage(Route route) {
        return switch (route.routeClass()) {
            case PAGE, LOGIN, AUTHENTICATED, ADMIN, ERROR -> route.methods().contains("GET");
            case LOGOUT, API, WEBHOOK, ASSET, DOWNLOAD, HEALTH, REDIRECT, REPORT -> false;
        };
    }

    private static void look(
            Session session,
            Route route,
            String path,
            List<Observation> observations,
            PageTable table)
            throws InterruptedException {
        List<Finding> findings = findings(session, route, path, table);
        for (Finding finding : findings) {
            observations.add(
                    new Observation(
                            finding, "GET", route.path(), route.path(), route.routeClass()));
        }
    }

    private static List<Finding> findings(
            Session session, Route route, String path, PageTable table)
            throws InterruptedException {
        Request request = asked(route, path);
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            switch (session.wire().send(request)) {
                case Reply.Answered answered -> exchanges.add(answered.exchange());
                case Reply.Unanswered unanswered -> {
                    return List.of(NoAnswer.of(PageJudge.MAIN, unanswered));
                }
            }
            if (i == 0) {
                Optional<Finding> unseen =
                        PageJudge.unseen(route.routeClass(), exchanges.getFirst().response());
                if (unseen.isPresent()) {
                    return List.of(unseen.get());
                }
            }
        }
        PageJudge judge = new PageJudge(session.target().origin() + path, route.routeClass());
        table.add(route, judge.allows(exchanges));
        return judge.findings(exchanges);
    }

    private static Request asked(Route route, String path) {
        Request request = Request.get(path);
        return route.caller().map(request::as).orElse(request);
    }
}
