package dev.holdfast.probes.cookies;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
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
import java.util.List;

/** Looks at the cookies that the routes of a target set. */
public final class CookiesProbe implements Probe {
    private final CookiesJudge judge = new CookiesJudge();

    @Override
    public String name() {
        return "cookies";
    }

    @Override
    public List<CheckInfo> rules() {
        return judge.rules();
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        List<Observation> all = new ArrayList<>();
        for (Route route : session.target().routes()) {
            if (!route.methods().contains("GET")) {
                continue;
            }
            for (Finding finding : look(session, route)) {
                all.add(
                        new Observation(
                                finding, "GET", route.path(), route.path(), route.routeClass()));
            }
        }
        return Seen.of(all);
    }

    private List<Finding> look(Session session, Route route) throws InterruptedException {
        Request bare = Request.get(route.path());
        // Asked by its identity, a logout would end the session that other probes need.
        Request request =
                route.routeClass() == RouteClass.LOGOUT
                        ? bare
                        : route.identity().map(bare::as).orElse(bare);
        return switch (session.wire().send(request)) {
            case Reply.Answered answered ->
                    judge.judge(answered.exchange(), route.cookies()).stream()
                            .filter(each -> !noise(each, route))
                            .toList();
            case Reply.Unanswered none -> List.of(NoAnswer.of(CookieRules.SECURE, none));
        };
    }

    private static boolean noise(Finding finding, Route route) {
        return finding.outcome() == Outcome.NOT_APPLICABLE && route.cookies().isEmpty();
    }
}
