package dev.holdfast.probes.answer;

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
import java.util.Map;
import java.util.Optional;

/**
 * Which identities the service knows. A 401 says "I do not know you" (RFC 9110, section 15.5.2): to
 * somebody whose secret has expired it refuses everything, and says nothing of what it would refuse
 * to the same user signed in. So it counts only where that identity is answered somewhere else. 403
 * and 404 are said to callers who are known.
 */
public final class KnownCallers {
    private final Session session;
    private final Map<String, Boolean> shown = new HashMap<>();

    /** For one run of one probe. */
    public KnownCallers(Session session) {
        this.session = session;
    }

    /**
     * What a reply says of that caller, when 401 counts only for callers who are known. Asks the
     * routes that the identity may use, once in a run, and only after a 401.
     *
     * @param admission what the reply says by itself
     * @throws InterruptedException when the run is stopped by its user
     */
    public Admission judged(String name, Reply reply, Admission admission)
            throws InterruptedException {
        boolean unknown =
                reply instanceof Reply.Answered answered
                        && answered.exchange().response().status() == 401;
        if (!unknown || !admission.refused() || name.equals(Target.ANONYMOUS) || known(name)) {
            return admission;
        }
        return new Admission(
                Admission.Kind.UNCLEAR,
                "answered 401, so the service does not know this identity: renew the secret of "
                        + name
                        + ", or give the policy a route that answers it (identity, access.allow or"
                        + " isolation.owner)");
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
        if (canary.isPresent()) {
            return answered(Request.get(route.path()).as(name))
                    .filter(answer -> answer.body().text().contains(canary.get()))
                    .isPresent();
        }
        // A page that nobody in particular gets, too, shows nothing.
        return route.identity().filter(name::equals).isPresent()
                && answered(Request.get(route.path()).as(name)).isPresent()
                && answered(Request.get(route.path())).isEmpty();
    }

    private Optional<Response> answered(Request request) throws InterruptedException {
        return session.wire().send(request) instanceof Reply.Answered answered
                ? Optional.of(answered.exchange().response())
                        .filter(Response::successful)
                        .filter(answer -> !Obstacle.loginForm(answer))
                : Optional.empty();
    }
}
