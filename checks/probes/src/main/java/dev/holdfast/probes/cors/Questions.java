package dev.holdfast.probes.cors;

import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks, within what one route may be asked, and keeps what came of it. */
final class Questions {
    /** The most requests for one route. */
    static final int MOST = 36;

    /** What is left of a rate limit for whoever else asks. */
    private static final int SPARED = 2;

    /** What may be a guard's answer as well as that of a strict service. */
    private static final Set<Integer> TURNED_AWAY = Set.of(401, 403, 406);

    private final Wire wire;
    private final Route route;
    private final List<Trial> trials = new ArrayList<>();
    private Ground ground;
    private Optional<Standpoint> main = Optional.empty();
    private int spent;

    Questions(Wire wire, Route route) {
        this.wire = wire;
        this.route = route;
        ground = new Ground(route, Optional.empty());
    }

    /** A request without an origin, which is not kept: whoever asks looks at it first. */
    Trial plain(Standpoint at) throws InterruptedException {
        return send(at, TrialOrigin.NONE);
    }

    /** Keeps a plain request that shows the route, to compare the others with. */
    void settle(Trial plain) {
        main = Optional.of(plain.at());
        ground = new Ground(route, plain.response());
        trials.add(new Trial(plain.at(), plain.origin(), plain.reply(), Optional.empty()));
    }

    Trial ask(Standpoint at, TrialOrigin origin) throws InterruptedException {
        Trial trial = send(at, origin);
        trials.add(trial);
        return trial;
    }

    private Trial send(Standpoint at, TrialOrigin origin) throws InterruptedException {
        Reply reply = left() > 0 ? limited(wire.send(at.request(origin))) : notSent();
        boolean sent =
                !(reply instanceof Reply.Unanswered none
                        && none.reason() == Reply.Reason.NOT_ALLOWED);
        spent += sent ? 1 : 0;
        Optional<String> doubt =
                reply instanceof Reply.Answered answered
                        ? ground.doubt(
                                at,
                                main.filter(at::equals).isPresent(),
                                answered.exchange().response())
                        : Optional.empty();
        return new Trial(at, origin, reply, doubt);
    }

    Ground ground() {
        return ground;
    }

    /** How many more requests may be sent. */
    int left() {
        return Math.max(0, most() - spent);
    }

    List<Trial> soFar() {
        return List.copyOf(trials);
    }

    /**
     * All that was asked. Where an origin that should be let in is turned away like the others, a
     * guard may stand in front of every request that has one.
     */
    List<Trial> all() {
        List<Trial> controls = trials.stream().filter(Questions::control).toList();
        boolean mute =
                ground.shown()
                        && !controls.isEmpty()
                        && controls.stream().allMatch(Questions::turnedAway);
        return mute
                ? trials.stream()
                        .map(trial ->
                                turnedAway(trial) && trial.origin().kind() != Kind.ALLOWED
                                        ? trial.doubted(
                                                trial.response().map(Response::status).orElse(0)
                                                        + ", as "
                                                        + controls.getFirst().origin().value()
                                                        + " was answered, which may be a guard in"
                                                        + " front")
                                        : trial)
                        .toList()
                : soFar();
    }

    private static boolean control(Trial trial) {
        return !trial.at().preflight()
                && (trial.origin().kind() == Kind.ALLOWED || trial.origin().kind() == Kind.OWN);
    }

    private static boolean turnedAway(Trial trial) {
        return trial.reading() == Reading.NOBODY
                && trial.response()
                        .filter(response -> TURNED_AWAY.contains(response.status()))
                        .isPresent();
    }

    /** A 429 of a route with a limit of its own: other probes of the run have used it up. */
    private Reply limited(Reply reply) {
        return reply instanceof Reply.Answered answered
                        && answered.exchange().response().status() == 429
                        && route.rateLimit().isPresent()
                ? new Reply.Unanswered(
                        Reply.Reason.NOT_ALLOWED, "the route's own limit was reached (429)")
                : reply;
    }

    private int most() {
        return route.rateLimit()
                .map(limit -> Math.clamp(limit.requests() - SPARED, 1, MOST))
                .orElse(MOST);
    }

    /** A limit that the policy itself sets is no hole in what was looked at. */
    private Reply notSent() {
        return route.rateLimit()
                .filter(limit -> most() < MOST)
                .<Reply>map(limit ->
                        new Reply.Unanswered(
                                Reply.Reason.NOT_ALLOWED,
                                "the policy lets this route be asked "
                                        + limit.requests()
                                        + " times in "
                                        + limit.window()
                                        + " s"))
                .orElseGet(() ->
                        new Reply.Unanswered(
                                Reply.Reason.STOPPED, MOST + " requests for one route are spent"));
    }
}
