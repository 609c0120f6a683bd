package dev.holdfast.probes.isolation;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.answer.KnownCallers;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.IsolationRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.verdict.Admission;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.verdict.Obstacle;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for one object: the owner first, since without that nothing that follows says anything. */
final class ObjectTrial {
    /** Makes an address that no cache has seen. */
    private static final String FRESH = "holdfast-probe=fresh";

    /** Another one for the owner, whose copy must not be where the others ask. */
    private static final String FRESH_FOR_OWNER = "holdfast-probe=owner";

    private final Wire wire;
    private final KnownCallers known;
    private final Route route;
    private final IsolationRules rules;
    private final List<Observation> seen = new ArrayList<>();

    ObjectTrial(Session session, KnownCallers known, Route route, IsolationRules rules) {
        this.wire = session.wire();
        this.known = known;
        this.route = route;
        this.rules = rules;
    }

    List<Observation> run() throws InterruptedException {
        Reply reply = wire.send(Request.get(route.path()).as(rules.owner()));
        Admission owner = Admission.of(reply, rules.canary());
        if (!(reply instanceof Reply.Answered answered
                && owner.letIn()
                && answered.exchange().response().successful())) {
            noBaseline(owner);
            return seen;
        }
        note("GET", Finding.pass(IsolationChecks.OWNER, rules.owner() + " was " + owner.words()));
        Response own = answered.exchange().response();
        List<Caller> callers =
                rules.others().stream()
                        .filter(name -> !name.equals(rules.owner()))
                        .map(Caller::new)
                        .toList();
        for (Caller caller : callers) {
            Admission plain = object(caller, own);
            head(caller, plain);
            conditional(caller, plain, own);
        }
        list(callers);
        return seen;
    }

    private void noBaseline(Admission owner) {
        Outcome outcome = owner.kind() == Admission.Kind.BROKEN ? Outcome.ERROR : Outcome.UNKNOWN;
        String words = rules.owner() + ", who owns the object, was " + owner.words();
        note("GET", Finding.of(IsolationChecks.OWNER, outcome, words));
        note(
                "GET",
                Finding.of(
                        IsolationChecks.OTHER,
                        outcome,
                        "not looked at, because " + words + ": nobody can say what others see"));
    }

    private Admission object(Caller caller, Response own) throws InterruptedException {
        Reply reply = wire.send(caller.asking("GET", route.path()));
        Admission plain = judged(caller, reply);
        boolean same =
                reply instanceof Reply.Answered answered
                        && answered.exchange().response().body().equals(own.body());
        if (!plain.letIn() && same) {
            plain = new Admission(Admission.Kind.LET_IN, "answered with the owner's very body");
        }
        CheckInfo rule = caller.rule();
        String words = caller.words() + " was " + plain.words();
        if (!plain.letIn()) {
            note("GET", caller.finding(rule, plain.outcome(), words));
            if (plain.refused()) {
                note(
                        "GET",
                        caller.finding(
                                IsolationChecks.CACHED,
                                Outcome.PASS,
                                words + ", right after the owner had asked"));
            }
            return plain;
        }
        Reply again = wire.send(caller.asking("GET", withQuery(route.path(), FRESH)));
        Admission fresh = Admission.of(again, rules.canary());
        if (!fresh.refused()) {
            note("GET", caller.finding(rule, Outcome.FAIL, words));
            return plain;
        }
        Admission owner = ownerWithOtherQuery();
        if (!owner.letIn()) {
            String refused = "; with another query the owner, too, was " + owner.words();
            note("GET", caller.finding(rule, Outcome.FAIL, words + refused));
            return plain;
        }
        note(
                "GET",
                caller.finding(
                        IsolationChecks.CACHED,
                        Outcome.FAIL,
                        words + ", but with another query " + fresh.words()));
        Admission kept = known.judged(caller.name(), again, fresh);
        note("GET", caller.finding(rule, kept.outcome(), words(caller, kept)));
        return plain;
    }

    /** A service that refuses the query itself tells nothing of a cache. */
    private Admission ownerWithOtherQuery() throws InterruptedException {
        Request request = Request.get(withQuery(route.path(), FRESH_FOR_OWNER)).as(rules.owner());
        return Admission.of(wire.send(request), rules.canary());
    }

    private static String words(Caller caller, Admission fresh) {
        return caller.words() + " was " + fresh.words() + " where no cache has a copy";
    }

    private Admission judged(Caller caller, Reply reply) throws InterruptedException {
        return known.judged(caller.name(), reply, Admission.of(reply, rules.canary()));
    }

    private void head(Caller caller, Admission plain) throws InterruptedException {
        CheckInfo rule = IsolationChecks.HEAD;
        if (plain.letIn()) {
            note("HEAD", caller.finding(rule, Outcome.NOT_APPLICABLE, "GET is let in already"));
            return;
        }
        Reply reply = wire.send(caller.asking("HEAD", route.path()));
        Admission head = judged(caller, reply);
        boolean good =
                reply instanceof Reply.Answered answered
                        && answered.exchange().response().successful();
        String words = caller.words() + " was " + head.words();
        if (good && plain.refused()) {
            note(
                    "HEAD",
                    caller.finding(rule, Outcome.FAIL, words + ", and to GET " + plain.words()));
        } else {
            note("HEAD", caller.finding(rule, beside(plain, head), words));
        }
    }

    /** What is unclear as the GET was is said there, once. */
    private static Outcome beside(Admission plain, Admission other) {
        boolean again =
                other.kind() == Admission.Kind.UNCLEAR && other.words().equals(plain.words());
        return again ? Outcome.NOT_APPLICABLE : other.outcome();
    }

    private void conditional(Caller caller, Admission plain, Response own)
            throws InterruptedException {
        CheckInfo rule = IsolationChecks.CONDITIONAL;
        Request request = caller.asking("GET", route.path());
        Optional<Request> asked =
                own.fields()
                        .first("ETag")
                        .map(tag -> request.with("If-None-Match", tag))
                        .or(() ->
                                own.fields()
                                        .first("Last-Modified")
                                        .map(date -> request.with("If-Modified-Since", date)));
        if (plain.letIn() || asked.isEmpty()) {
            note(
                    "GET",
                    caller.finding(
                            rule,
                            Outcome.NOT_APPLICABLE,
                            plain.letIn()
                                    ? "GET is let in already"
                                    : "the owner's answer has neither ETag nor Last-Modified"));
            return;
        }
        Reply reply = wire.send(asked.get());
        Admission admission = judged(caller, reply);
        boolean unchanged =
                reply instanceof Reply.Answered answered
                        && answered.exchange().response().status() == 304;
        String words =
                caller.words()
                        + ", who named the version that the owner got, was "
                        + admission.words();
        note(
                "GET",
                unchanged
                        ? caller.finding(
                                rule,
                                Outcome.FAIL,
                                caller.words()
                                        + ", who named the version that the owner got, was answered"
                                        + " 304 (not modified)")
                        : caller.finding(rule, beside(plain, admission), words));
    }

    /** The collection above the object, when it shows the object to its owner. */
    private void list(List<Caller> callers) throws InterruptedException {
        CheckInfo rule = IsolationChecks.LIST;
        String path = route.path().split("[?#]", 2)[0];
        String above = path.substring(0, Math.max(path.lastIndexOf('/'), 0));
        if (above.isEmpty()) {
            note("GET", Finding.notApplicable(rule, "there is no list above " + path));
            return;
        }
        Admission control =
                Admission.of(wire.send(Request.get(above).as(rules.owner())), rules.canary());
        if (!control.letIn()) {
            note(
                    "GET",
                    Finding.notApplicable(
                            rule,
                            "GET "
                                    + above
                                    + " does not show the object to its owner: "
                                    + control.words()),
                    above);
            return;
        }
        for (Caller caller : callers) {
            Reply reply = wire.send(caller.asking("GET", above));
            Admission shown = judged(caller, reply);
            boolean withoutIt =
                    reply instanceof Reply.Answered answered
                            && answered.exchange().response().successful()
                            && !answered.exchange().response().body().cut()
                            && !shown.letIn()
                            && !Obstacle.loginForm(answered.exchange().response());
            note(
                    "GET",
                    caller.finding(
                            rule,
                            withoutIt ? Outcome.PASS : shown.outcome(),
                            caller.words() + " was " + shown.words()),
                    above);
        }
    }

    private void note(String method, Finding finding) {
        note(method, finding, route.path());
    }

    private void note(String method, Finding finding, String path) {
        seen.add(new Observation(finding, method, path, route.path(), route.routeClass()));
    }

    private static String withQuery(String path, String query) {
        return path + (path.contains("?") ? "&" : "?") + query;
    }

    /** Somebody who may not see the object. */
    private record Caller(String name) {
        boolean nobody() {
            return name.equals(Target.ANONYMOUS);
        }

        CheckInfo rule() {
            return nobody() ? IsolationChecks.ANONYMOUS : IsolationChecks.OTHER;
        }

        String words() {
            return nobody() ? "nobody (no identity)" : name;
        }

        Request asking(String method, String path) {
            Request request = Request.passive(method, path);
            return nobody() ? request : request.as(name);
        }

        Finding finding(CheckInfo rule, Outcome outcome, String message) {
            return Finding.of(rule, outcome, message).keyed(name).with("identity", name);
        }
    }
}
