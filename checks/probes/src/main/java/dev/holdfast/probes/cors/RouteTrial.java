package dev.holdfast.probes.cors;

import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.GuardMarks;
import dev.holdfast.probes.verdict.NoAnswer;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks one route: what tells most first, and nothing that an earlier answer has settled. */
final class RouteTrial {
    /** What does not exist below any route. */
    private static final String MISSING = "/holdfast-no-such-page";

    /** How many allowed origins are asked before the others. */
    private static final int ALLOWED_FIRST = 2;

    private static final Set<String> SIMPLE = Set.of("GET", "HEAD", "POST");

    private final Questions questions;
    private final Route route;
    private final Expectation expectation;
    private final Optional<Caller> caller;
    private final TrialOrigins origins;
    private final List<TrialOrigin> allowed;
    private final List<String> remarks = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();

    RouteTrial(Wire wire, Target target, Route route) {
        this.questions = new Questions(wire, route);
        this.route = route;
        expectation = Expectation.of(target, route);
        caller = Caller.of(target, route);
        WebOrigin own =
                new WebOrigin(
                        target.scheme(),
                        target.host(),
                        WebOrigin.of(target.origin()).map(WebOrigin::port).orElse(""));
        origins = new TrialOrigins(base(target, own));
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
        if (mainMethod().isEmpty()) {
            remarks.add("the policy lists neither GET nor HEAD, so the preflight was asked");
            return fromPreflight();
        }
        Optional<Standpoint> signedIn = signedIn();
        Standpoint main = signedIn.orElse(nobody);
        if (signedIn.isEmpty()) {
            Trial first = questions.plain(nobody);
            Optional<Trials.Blocked> blocked = blocked(first);
            if (blocked.isPresent()) {
                return trials(nobody, List.of(first), blocked);
            }
            questions.settle(first);
        }
        askEverything(main);
        if (signedIn.isPresent()) {
            questions.ask(nobody, TrialOrigin.FOREIGN);
        }
        preflights(preflight());
        posts(signedIn.isPresent());
        Trial missing =
                questions.ask(Standpoint.missing(below(), main.identity()), TrialOrigin.FOREIGN);
        otherPreflights(preflight());
        spendTheRest(main);
        return trials(main, questions.all(), guardEverywhere(missing));
    }

    private Trials fromPreflight() throws InterruptedException {
        Standpoint preflight = preflight();
        askEverything(preflight);
        posts(caller.isPresent());
        questions.ask(Standpoint.missing(below(), Optional.empty()), TrialOrigin.FOREIGN);
        otherPreflights(preflight);
        spendTheRest(preflight);
        return trials(preflight, questions.all(), blockedWithoutGet());
    }

    /** Signed in, when the policy has an identity and the service knows it. */
    private Optional<Standpoint> signedIn() throws InterruptedException {
        if (caller.isEmpty()) {
            remarks.add("asked by nobody only: the policy names no identity");
            return Optional.empty();
        }
        Caller who = caller.get();
        Standpoint at = Standpoint.request(mainMethod(), route.path(), Optional.of(who.name()));
        Trial first = questions.plain(at);
        Optional<Response> response = first.response();
        boolean known =
                response.isPresent()
                        && response.get().status() != 401
                        && questions.ground().hidden(response.get()).isEmpty();
        if (known) {
            questions.settle(first);
            return Optional.of(at);
        }
        String why =
                first.reply() instanceof Reply.Unanswered none
                        ? none.words()
                        : "a plain request was answered "
                                + response.filter(Response::successful)
                                        .flatMap(questions.ground()::hidden)
                                        .orElse("" + response.map(Response::status).orElse(0));
        // What Holdfast itself does not send is no doubt: nobody could mend it.
        boolean ours =
                first.reply() instanceof Reply.Unanswered none
                        && none.reason() == Reply.Reason.NOT_ALLOWED;
        (who.named() && !ours ? unseen : remarks).add("not asked as " + who.name() + ": " + why);
        return Optional.empty();
    }

    private void askEverything(Standpoint main) throws InterruptedException {
        for (TrialOrigin each : allowed.subList(0, Math.min(ALLOWED_FIRST, allowed.size()))) {
            questions.ask(main, each);
        }
        if (exceeded(questions.ask(main, TrialOrigin.FOREIGN))) {
            return;
        }
        for (TrialOrigin each : origins.all()) {
            if (!expectation.origins().contains(each.value())) {
                questions.ask(main, each);
            }
        }
    }

    private void preflights(Standpoint preflight) throws InterruptedException {
        Trial foreign = questions.ask(preflight, TrialOrigin.FOREIGN);
        if (!allowed.isEmpty()) {
            questions.ask(preflight, allowed.getFirst());
        }
        if (!exceeded(foreign)) {
            for (TrialOrigin each : origins.commonest()) {
                likely(preflight, each);
            }
        }
    }

    /** Every other method for which a browser asks first, with the foreign origin alone. */
    private void otherPreflights(Standpoint asked) throws InterruptedException {
        for (String method : route.methods()) {
            boolean other =
                    !method.equalsIgnoreCase(asked.asksFor())
                            && !method.equals("GET")
                            && !method.equals("HEAD")
                            && !method.equals("OPTIONS");
            if (other) {
                questions.ask(asked.askingFor(method), TrialOrigin.FOREIGN);
            }
        }
    }

    private void posts(boolean signedIn) throws InterruptedException {
        if (!route.methods().contains("POST")) {
            return;
        }
        Standpoint nobody = Standpoint.request("POST", route.path(), Optional.empty());
        Trial last = questions.ask(nobody, TrialOrigin.FOREIGN);
        if (signedIn) {
            Standpoint user = Standpoint.request("POST", route.path(), caller.map(Caller::name));
            last = questions.ask(user, TrialOrigin.FOREIGN);
        }
        if (last.response().isPresent() && !exceeded(last)) {
            for (TrialOrigin each : List.of(TrialOrigin.NULL, origins.prefix())) {
                likely(last.at(), each);
            }
        }
    }

    /** What a policy may list, too. */
    private void likely(Standpoint at, TrialOrigin origin) throws InterruptedException {
        if (!expectation.origins().contains(origin.value())) {
            questions.ask(at, origin);
        }
    }

    /** Further allowed origins, and the two commonest mistakes with each of their hosts. */
    private void spendTheRest(Standpoint main) throws InterruptedException {
        List<TrialOrigin> rest =
                allowed.subList(Math.min(ALLOWED_FIRST, allowed.size()), allowed.size());
        for (TrialOrigin each : rest) {
            questions.ask(main, each);
        }
        boolean everybody =
                questions.soFar().stream()
                        .anyMatch(
                                trial -> trial.origin().kind() == Kind.FOREIGN && exceeded(trial));
        for (String each : everybody ? List.<String>of() : expectation.origins()) {
            Optional<WebOrigin> other =
                    WebOrigin.of(each)
                            .filter(WebOrigin::named)
                            .filter(origin -> !origin.host().equals(origins.base().host()));
            if (other.isPresent() && questions.left() >= 2) {
                questions.ask(main, new TrialOrigins(other.get()).prefix());
                questions.ask(main, new TrialOrigins(other.get()).suffix());
            }
        }
        if (everybody || questions.soFar().stream().noneMatch(RouteTrial::letIn)) {
            return;
        }
        for (TrialOrigin each : origins.more()) {
            if (questions.left() > 0 && !expectation.origins().contains(each.value())) {
                questions.ask(main, each);
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

    private boolean exceeded(Trial trial) {
        return expectation.exceeded(trial.origin(), trial.reading());
    }

    /** Why a plain request by nobody shows that nothing can be said, when it does. */
    private Optional<Trials.Blocked> blocked(Trial first) {
        if (first.reply() instanceof Reply.Unanswered none) {
            return Optional.of(rule -> NoAnswer.of(rule, none));
        }
        return questions.ground().hidden(first.response().orElseThrow()).map(RouteTrial::unseen);
    }

    private static Trials.Blocked unseen(String why) {
        return rule -> Finding.unknown(rule, "nothing of the route was seen: " + why);
    }

    /** A page may have the words of a guard's; that one which does not exist has them tells. */
    private Optional<Trials.Blocked> guardEverywhere(Trial missing) {
        Optional<String> words = questions.ground().plain().flatMap(GuardMarks::words);
        boolean everywhere =
                words.isPresent()
                        && missing.response()
                                .filter(Response::successful)
                                .flatMap(GuardMarks::words)
                                .isPresent();
        return everywhere && questions.soFar().stream().noneMatch(this::exceeded)
                ? Optional.of(
                        unseen(
                                "every path, also one that does not exist, shows the page of a"
                                        + " guard (\""
                                        + words.get()
                                        + "\")"))
                : Optional.empty();
    }

    /** Where there is no plain request to see the route by, a POST or a preflight shows it. */
    private Optional<Trials.Blocked> blockedWithoutGet() {
        if (questions.soFar().stream().anyMatch(this::exceeded)) {
            return Optional.empty();
        }
        List<Trial> posts =
                questions.soFar().stream()
                        .filter(each -> each.at().method().equals("POST"))
                        .toList();
        List<Response> answers = posts.stream().flatMap(each -> each.response().stream()).toList();
        if (answers.stream().anyMatch(questions.ground()::takesPosts)) {
            return Optional.empty();
        }
        if (!answers.isEmpty()) {
            return Optional.of(unseen("a POST was answered " + answers.getFirst().status()));
        }
        List<Trial> preflights =
                questions.soFar().stream().filter(each -> each.at().preflight()).toList();
        if (preflights.stream()
                .anyMatch(each ->
                        each.doubt().isEmpty()
                                && each.response().filter(Response::successful).isPresent())) {
            return Optional.empty();
        }
        for (Trial each : preflights) {
            if (each.reply() instanceof Reply.Unanswered none) {
                return Optional.of(rule -> NoAnswer.of(rule, none));
            }
        }
        int status =
                preflights.stream()
                        .flatMap(each -> each.response().stream())
                        .findFirst()
                        .map(Response::status)
                        .orElse(0);
        String why = "the preflight was answered " + status;
        for (Trial each : posts) {
            if (each.reply() instanceof Reply.Unanswered none) {
                return Optional.of(rule -> {
                    Finding finding = NoAnswer.of(rule, none);
                    return Finding.of(
                            rule,
                            finding.outcome(),
                            "nothing of the route was seen: " + why + "; " + none.words());
                });
            }
        }
        return Optional.of(unseen(why));
    }

    private Trials trials(Standpoint main, List<Trial> all, Optional<Trials.Blocked> blocked) {
        return new Trials(route, expectation, main, origins, all, blocked, remarks, unseen);
    }

    /** What others are made of: what the route allows, else what another route does. */
    private WebOrigin base(Target target, WebOrigin own) {
        return telling(expectation.origins())
                .or(() ->
                        telling(
                                target.routes().stream()
                                        .flatMap(each -> target.cors(each).stream())
                                        .flatMap(each -> each.origins().stream())
                                        .toList()))
                .orElse(own);
    }

    private static Optional<WebOrigin> telling(List<String> origins) {
        List<WebOrigin> parsed =
                origins.stream().flatMap(each -> WebOrigin.of(each).stream()).toList();
        return parsed.stream()
                .filter(each -> each.secure() && each.named())
                .findFirst()
                .or(() -> parsed.stream().findFirst());
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
