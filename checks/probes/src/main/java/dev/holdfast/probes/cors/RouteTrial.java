package dev.holdfast.probes.cors;

import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.NoAnswer;
import dev.holdfast.probes.verdict.Obstacle;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks one route: what tells most first, and nothing that an earlier answer has settled. */
final class RouteTrial {
    /** The most requests for one route. */
    static final int MOST = 36;

    /** What is left of a rate limit for whoever else asks. */
    private static final int SPARED = 2;

    /** What does not exist below any route. */
    private static final String MISSING = "/holdfast-no-such-page";

    /** How many allowed origins are asked before the others. */
    private static final int ALLOWED_FIRST = 2;

    private static final Set<String> SIMPLE = Set.of("GET", "HEAD", "POST");

    private final Wire wire;
    private final Route route;
    private final Expectation expectation;
    private final Optional<Caller> caller;
    private final TrialOrigins origins;
    private final List<TrialOrigin> allowed;
    private final List<Trial> trials = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();
    private int spent;

    RouteTrial(Wire wire, Target target, Route route) {
        this.wire = wire;
        this.route = route;
        expectation = Expectation.of(target, route);
        caller = Caller.of(target, route);
        WebOrigin own =
                new WebOrigin(
                        target.scheme(),
                        target.host(),
                        WebOrigin.of(target.origin()).map(WebOrigin::port).orElse(""));
        origins = new TrialOrigins(base(own));
        allowed =
                expectation.rules().isEmpty()
                        ? List.of(new TrialOrigin(Kind.OWN, target.origin()))
                        : expectation.origins().stream()
                                .map(origin -> new TrialOrigin(Kind.ALLOWED, origin))
                                .toList();
    }

    /** Asks. */
    Trials run() throws InterruptedException {
        Standpoint nobody = Standpoint.request(mainMethod(), route.path(), Optional.empty());
        Standpoint preflight = preflight();
        if (mainMethod().isEmpty()) {
            remarks.add("the policy lists neither GET nor HEAD, so the preflight was asked");
            return fromPreflight(preflight);
        }
        Optional<Standpoint> signedIn = signedIn();
        Standpoint main = signedIn.orElse(nobody);
        if (signedIn.isEmpty()) {
            Trial first = ask(nobody, TrialOrigin.NONE);
            Optional<Trials.Blocked> blocked = blocked(first);
            if (blocked.isPresent()) {
                return trials(nobody, blocked);
            }
        }
        askEverything(main);
        if (signedIn.isPresent()) {
            ask(nobody, TrialOrigin.FOREIGN);
        }
        ask(preflight, TrialOrigin.FOREIGN);
        if (!allowed.isEmpty()) {
            ask(preflight, allowed.getFirst());
        }
        posts(signedIn.isPresent());
        ask(Standpoint.missing(below(), main.identity()), TrialOrigin.FOREIGN);
        spendTheRest(main);
        return trials(main, Optional.empty());
    }

    private Trials fromPreflight(Standpoint preflight) throws InterruptedException {
        askEverything(preflight);
        posts(caller.isPresent());
        ask(Standpoint.missing(below(), Optional.empty()), TrialOrigin.FOREIGN);
        spendTheRest(preflight);
        return trials(preflight, Optional.empty());
    }

    /** Signed in, when the policy has an identity and the service knows it. */
    private Optional<Standpoint> signedIn() throws InterruptedException {
        if (caller.isEmpty()) {
            remarks.add("asked by nobody only: the policy names no identity");
            return Optional.empty();
        }
        Caller who = caller.get();
        Standpoint at = Standpoint.request(mainMethod(), route.path(), Optional.of(who.name()));
        Trial first = ask(at, TrialOrigin.NONE);
        Optional<Response> response = first.response();
        boolean known =
                response.isPresent()
                        && Obstacle.of(response.get()).isEmpty()
                        && response.get().status() != 401
                        && response.get().status() != 403;
        if (known) {
            return Optional.of(at);
        }
        trials.remove(first);
        String why =
                first.reply() instanceof Reply.Unanswered none
                        ? none.words()
                        : "a plain request was answered "
                                + response.map(Response::status).orElse(0);
        (who.named() ? unseen : remarks).add("not asked as " + who.name() + ": " + why);
        return Optional.empty();
    }

    private void askEverything(Standpoint main) throws InterruptedException {
        for (TrialOrigin each : allowed.subList(0, Math.min(ALLOWED_FIRST, allowed.size()))) {
            ask(main, each);
        }
        if (expectation.exceeded(TrialOrigin.FOREIGN, ask(main, TrialOrigin.FOREIGN).reading())) {
            return;
        }
        for (TrialOrigin each : origins.all()) {
            if (!expectation.origins().contains(each.value())) {
                ask(main, each);
            }
        }
    }

    private void posts(boolean signedIn) throws InterruptedException {
        if (!route.methods().contains("POST")) {
            return;
        }
        ask(Standpoint.request("POST", route.path(), Optional.empty()), TrialOrigin.FOREIGN);
        if (signedIn) {
            ask(
                    Standpoint.request("POST", route.path(), caller.map(Caller::name)),
                    TrialOrigin.FOREIGN);
        }
    }

    /** Further allowed origins, and the two commonest mistakes with each of their hosts. */
    private void spendTheRest(Standpoint main) throws InterruptedException {
        List<TrialOrigin> rest =
                allowed.subList(Math.min(ALLOWED_FIRST, allowed.size()), allowed.size());
        for (TrialOrigin each : rest) {
            ask(main, each);
        }
        boolean everybody = trials.stream().anyMatch(this::foreignAccepted);
        for (String each : everybody ? List.<String>of() : expectation.origins()) {
            Optional<WebOrigin> other =
                    WebOrigin.of(each)
                            .filter(WebOrigin::named)
                            .filter(origin -> !origin.host().equals(origins.base().host()));
            if (other.isPresent() && spent + 2 <= most()) {
                ask(main, new TrialOrigins(other.get()).prefix());
                ask(main, new TrialOrigins(other.get()).suffix());
            }
        }
        if (everybody || trials.stream().noneMatch(RouteTrial::letIn)) {
            return;
        }
        for (TrialOrigin each : origins.more()) {
            if (spent < most() && !expectation.origins().contains(each.value())) {
                ask(main, each);
            }
        }
    }

    /** Whether somebody was let in by name, so that others may be. */
    private static boolean letIn(Trial trial) {
        return switch (trial.reading()) {
            case PLAIN, CREDENTIALED -> true;
            case NOBODY, EVERYBODY -> false;
        };
    }

    private boolean foreignAccepted(Trial trial) {
        return trial.origin().kind() == Kind.FOREIGN
                && expectation.exceeded(trial.origin(), trial.reading());
    }

    private Trial ask(Standpoint at, TrialOrigin origin) throws InterruptedException {
        Reply reply = spent < most() ? limited(wire.send(at.request(origin))) : notSent();
        spent++;
        Trial trial = new Trial(at, origin, reply);
        trials.add(trial);
        return trial;
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

    /** Why a plain request by nobody shows that nothing can be said, when it does. */
    private static Optional<Trials.Blocked> blocked(Trial first) {
        if (first.reply() instanceof Reply.Unanswered none) {
            return Optional.of(rule -> NoAnswer.of(rule, none));
        }
        Response response = first.response().orElseThrow();
        Optional<String> why =
                Obstacle.of(response)
                        .or(() ->
                                response.status() == 403 || response.status() == 406
                                        ? Optional.of(
                                                "a plain request was answered "
                                                        + response.status()
                                                        + ", which may be a guard in front")
                                        : Optional.empty());
        return why.map(
                text -> rule -> Finding.unknown(rule, "nothing of the route was seen: " + text));
    }

    private Trials trials(Standpoint main, Optional<Trials.Blocked> blocked) {
        return new Trials(route, expectation, main, origins, trials, blocked, remarks, unseen);
    }

    private WebOrigin base(WebOrigin own) {
        List<WebOrigin> parsed =
                expectation.origins().stream()
                        .flatMap(each -> WebOrigin.of(each).stream())
                        .toList();
        return parsed.stream()
                .filter(each -> each.secure() && each.named())
                .findFirst()
                .or(() -> parsed.stream().findFirst())
                .orElse(own);
    }

    private String mainMethod() {
        return route.methods().contains("GET")
                ? "GET"
                : route.methods().contains("HEAD") ? "HEAD" : "";
    }

    /** For the method that needs it most. */
    private Standpoint preflight() {
        String method =
                route.methods().stream()
                        .filter(each -> !SIMPLE.contains(each) && !each.equals("OPTIONS"))
                        .findFirst()
                        .or(() -> route.methods().stream().filter("POST"::equals).findFirst())
                        .orElse("GET");
        String field =
                caller.map(Caller::field)
                        .filter(name -> !name.equals("cookie"))
                        .orElse("content-type");
        return Standpoint.preflight(route.path(), method.toUpperCase(Locale.ROOT), field);
    }

    private String below() {
        String path = route.path().split("[?#]", 2)[0];
        return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + MISSING;
    }
}
