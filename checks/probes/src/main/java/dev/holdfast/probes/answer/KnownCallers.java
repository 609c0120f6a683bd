package dev.holdfast.probes.answer;

import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Reading;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.verdict.Admission;
import dev.holdfast.probes.verdict.Obstacle;
import dev.holdfast.probes.wire.Reply;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which identities the service knows. A 401 says "I do not know you" ({@link NotSignedIn}), and so
 * does any refusal that nobody in particular gets in the same words: to somebody whose secret has
 * expired the service refuses everything, and says nothing of what it would refuse to the same user
 * signed in. Such a refusal counts only where that identity is answered with a canary somewhere
 * else. A refusal that differs from nobody's is said to a caller who is known.
 */
public final class KnownCallers {
    private final Session session;
    private final Map<String, Boolean> shown = new HashMap<>();
    private final Set<String> toldApart = new HashSet<>();
    private final Map<Request, Reply> ofNobody = new HashMap<>();

    /** For one run of one probe. */
    public KnownCallers(Session session) {
        this.session = session;
    }

    /**
     * What a reply says of that caller, when a refusal that anybody gets counts only for callers
     * who are known. Asks the same as nobody, until a refusal differs, and the routes that the
     * identity may use once in a run, where none does.
     *
     * @param admission what the reply says by itself
     * @throws InterruptedException when the run is stopped by its user
     */
    public Admission judged(String name, Reply reply, Admission admission)
            throws InterruptedException {
        if (!(reply instanceof Reply.Answered answered)
                || !admission.refused()
                || name.equals(Target.ANONYMOUS)) {
            return admission;
        }
        Exchange exchange = answered.exchange();
        boolean said = NotSignedIn.saidBy(exchange.response());
        boolean doubted = said || !toldApart(name, exchange);
        if (!doubted || known(name)) {
            return admission;
        }
        return new Admission(
                Admission.Kind.UNCLEAR,
                admission.words()
                        + (said ? "" : ", as nobody in particular is")
                        + ", so the service does not seem to know this identity: renew the secret"
                        + " of "
                        + name
                        + ", or give the policy a route that answers it with a canary"
                        + " (access.allow or isolation.owner)");
    }

    /** Whether that caller is refused in other words than nobody; once seen, it stays so. */
    private boolean toldApart(String name, Exchange refusal) throws InterruptedException {
        if (toldApart.contains(name)) {
            return true;
        }
        Request request = refusal.request().asNobody();
        Reply reply = ofNobody.get(request);
        if (reply == null) {
            reply = session.wire().send(request);
            ofNobody.put(request, reply);
        }
        boolean apart =
                reply instanceof Reply.Answered nobody
                        && differ(refusal, nobody.exchange())
                        && (refusal.response().status() != nobody.exchange().response().status()
                                || steady(nobody.exchange()));
        if (apart) {
            toldApart.add(name);
        }
        return apart;
    }

    /** Words that are others each time tell nobody apart. */
    private boolean steady(Exchange nobody) throws InterruptedException {
        return session.wire().send(nobody.request()) instanceof Reply.Answered again
                && nobody.response().status() == again.exchange().response().status()
                && Likeness.same(nobody, again.exchange());
    }

    /** A guard's answer to nobody, or one that was not read to its end, compares with nothing. */
    private static boolean differ(Exchange refusal, Exchange nobody) {
        if (Obstacle.of(nobody.response()).isPresent()) {
            return false;
        }
        boolean whole = !refusal.response().body().cut() && !nobody.response().body().cut();
        return refusal.response().status() != nobody.response().status()
                || (whole && !Likeness.same(refusal, nobody));
    }

    private boolean known(String name) throws InterruptedException {
        Boolean before = shown.get(name);
        if (before != null) {
            return before;
        }
        boolean known = false;
        for (Route route : session.target().routes()) {
            known = known || (asksByGet(route) && answers(route, name));
        }
        shown.put(name, known);
        return known;
    }

    /** A logout would end what is looked for. */
    private static boolean asksByGet(Route route) {
        return route.routeClass() != RouteClass.LOGOUT
                && (route.methods().isEmpty() || route.methods().contains("GET"));
    }

    private boolean answers(Route route, String name) throws InterruptedException {
        Optional<String> canary =
                route.isolation()
                        .filter(rules -> rules.owner().equals(name))
                        .map(rules -> rules.canary())
                        .or(() ->
                                route.access()
                                        .filter(rules -> rules.allow().contains(name))
                                        .map(rules -> rules.canary()))
                        .filter(text -> !text.isBlank());
        // Any cookie may get a page that says that the session has ended: only a canary counts, and
        // only one that nobody in particular gets.
        return canary.isPresent()
                && holds(Request.get(route.path()).as(name), canary.get())
                && !holds(Request.get(route.path()), canary.get());
    }

    private boolean holds(Request request, String canary) throws InterruptedException {
        return answered(request)
                .filter(answer -> Reading.of(answer).text().contains(canary))
                .isPresent();
    }

    private Optional<Response> answered(Request request) throws InterruptedException {
        return session.wire().send(request) instanceof Reply.Answered answered
                ? Optional.of(answered.exchange().response())
                        .filter(Response::successful)
                        .filter(answer -> !Obstacle.loginForm(answer))
                : Optional.empty();
    }
}
