package dev.holdfast.probes.cookies;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.AnotherPage;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.NoAnswer;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the cookies that the routes of a target set. */
public final class CookiesProbe implements Probe {
    /** No cookie has such a name. */
    private static final String UNSEEN = "(not seen)";

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
                        : route.caller().map(bare::as).orElse(bare);
        return switch (session.wire().send(request)) {
            case Reply.Answered answered -> judged(answered.exchange(), route);
            case Reply.Unanswered none -> List.of(NoAnswer.of(CookieRules.SECURE, none));
        };
    }

    private List<Finding> judged(Exchange exchange, Route route) {
        Response response = exchange.response();
        Optional<String> another = AnotherPage.of(route.routeClass(), response);
        if (another.isPresent()) {
            return List.of(
                    Finding.unknown(
                            CookieRules.SECURE,
                            another.get() + ", so the route's own cookies were not seen"));
        }
        List<Finding> findings = new ArrayList<>();
        for (Finding each : judge.judge(exchange, route.cookies())) {
            if (!noise(each, route)) {
                findings.add(each);
            }
        }
        unseen(exchange, route).ifPresent(findings::add);
        return findings;
    }

    /** Says so when the answer is not the one that sets the route's cookies. */
    private static Optional<Finding> unseen(Exchange exchange, Route route) {
        Response response = exchange.response();
        boolean promised =
                switch (route.routeClass()) {
                    case PAGE, AUTHENTICATED, API, ADMIN, ASSET, DOWNLOAD, HEALTH ->
                            response.successful();
                    // The way to a login elsewhere is a login, when it begins with a cookie.
                    case LOGIN ->
                            response.successful()
                                    || (response.redirects()
                                            && response.fields().has("Set-Cookie"));
                    case LOGOUT, REDIRECT -> response.successful() || response.redirects();
                    case ERROR -> response.status() >= 400 || response.successful();
                    case WEBHOOK, REPORT -> true;
                };
        int status = response.status();
        if (promised) {
            return Optional.empty();
        }
        if (exchange.request().identity().isEmpty()
                && (status == 401 || status == 403)
                && route.guarded()) {
            return Optional.of(
                    Finding.notApplicable(
                                    CookieRules.SECURE,
                                    "answered "
                                            + status
                                            + ", as the policy says of nobody; what others get"
                                            + " was not seen, as the route has no identity")
                            .keyed(UNSEEN));
        }
        return Optional.of(
                Finding.unknown(
                                CookieRules.SECURE,
                                "answered "
                                        + status
                                        + " instead of the "
                                        + route.routeClass().word()
                                        + ", so its cookies were not seen"
                                        + (route.caller().isEmpty()
                                                ? "; the policy names no identity for the route"
                                                : ""))
                        .keyed(UNSEEN));
    }

    private static boolean noise(Finding finding, Route route) {
        return finding.outcome() == Outcome.NOT_APPLICABLE && route.cookies().isEmpty();
    }
}
