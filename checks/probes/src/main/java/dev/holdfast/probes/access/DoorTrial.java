package dev.holdfast.probes.access;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.answer.KnownCallers;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.AccessRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.verdict.Admission;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries one route: first those who may, then those who may not. */
final class DoorTrial {
    private static final List<CheckInfo> TRICKS =
            List.of(
                    AccessChecks.METHOD,
                    AccessChecks.OVERRIDE,
                    AccessChecks.REWRITE,
                    AccessChecks.ADDRESS,
                    AccessChecks.PATH);

    private final Wire wire;
    private final KnownCallers known;
    private final List<String> open;
    private final Route route;
    private final AccessRules rules;

    /** That of the answer with the canary. */
    private final String method;

    private final List<Observation> seen = new ArrayList<>();

    /** Who was answered with the canary. */
    private Optional<Request> allowed = Optional.empty();

    DoorTrial(Session session, KnownCallers known, Route route, AccessRules rules) {
        this.wire = session.wire();
        this.known = known;
        this.open = PathVariants.folders(open(session.target()));
        this.route = route;
        this.rules = rules;
        method =
                route.methods().isEmpty() || route.methods().contains("GET")
                        ? "GET"
                        : route.methods().getFirst();
    }

    List<Observation> run() throws InterruptedException {
        List<String> denied =
                rules.deny().stream()
                        .filter(name -> !rules.allow().contains(name))
                        .distinct()
                        .toList();
        if (!baseline(denied)) {
            return seen;
        }
        boolean open = !denied.contains(Target.ANONYMOUS) && nobodyToo();
        boolean tricked = false;
        for (String name : denied) {
            Caller caller = new Caller(name);
            if (open) {
                note(
                        caller.finding(
                                caller.rule(),
                                Outcome.UNKNOWN,
                                "nobody in particular gets the canary too, so it tells nothing of "
                                        + caller.words()));
                continue;
            }
            // One user stands for the others where it is the path or the method that matters.
            boolean tricks = attack(caller, caller.nobody() || !tricked);
            tricked |= tricks && !caller.nobody();
        }
        return seen;
    }

    /** Those who may: one of them has to show the canary, or nothing is known. */
    private boolean baseline(List<String> denied) throws InterruptedException {
        boolean good = false;
        Finding last =
                Finding.unknown(AccessChecks.ALLOWED, "the policy names nobody in access.allow");
        for (String name : rules.allow()) {
            Caller caller = new Caller(name);
            Intent intent =
                    Tricks.intent(method) == Intent.PASSIVE ? Intent.PASSIVE : Intent.STATEFUL;
            Request request = caller.asking(method, route.path(), intent);
            Reply reply = wire.send(request);
            Admission admission = Admission.of(reply, rules.canary());
            boolean valid =
                    admission.letIn() && Answers.of(reply).filter(Response::successful).isPresent();
            last =
                    caller.finding(
                            AccessChecks.ALLOWED,
                            valid ? Outcome.PASS : notValid(admission),
                            caller.words() + " was " + admission.words());
            note(last);
            good |= valid;
            allowed = allowed.or(() -> valid ? Optional.of(request) : Optional.empty());
        }
        if (!good) {
            for (String name : denied) {
                Caller caller = new Caller(name);
                note(
                        caller.finding(
                                caller.rule(),
                                last.outcome(),
                                "not looked at, as nobody is known to be let in: "
                                        + last.message()));
            }
        }
        return good;
    }

    private static Outcome notValid(Admission admission) {
        return switch (admission.kind()) {
            case NOT_SENT -> Outcome.NOT_APPLICABLE;
            case BROKEN -> Outcome.ERROR;
            case LET_IN, REFUSED, UNCLEAR -> Outcome.UNKNOWN;
        };
    }

    /** Whether the canary is nothing that tells callers apart. */
    private boolean nobodyToo() throws InterruptedException {
        Caller nobody = new Caller(Target.ANONYMOUS);
        return Admission.of(
                        wire.send(nobody.asking(method, route.path(), Tricks.intent(method))),
                        rules.canary())
                .letIn();
    }

    /** Asks plainly, then with tricks; says whether the tricks were tried. */
    private boolean attack(Caller caller, boolean tricks) throws InterruptedException {
        Request request = caller.asking(method, route.path(), Tricks.intent(method));
        Reply reply = wire.send(request);
        Admission said = Admission.of(reply, rules.canary());
        Admission plain = known.judged(caller.name(), reply, said);
        note(
                caller.finding(
                        caller.rule(), plain.outcome(), caller.words() + " was " + plain.words()));
        boolean stranger = said.refused() && !plain.refused();
        if (plain.letIn() || plain.kind() == Admission.Kind.BROKEN || stranger || !tricks) {
            String why =
                    tricks
                            ? caller.words() + " was " + plain.words() + " without any trick"
                            : "not tried as " + caller.words() + ": another user was, before";
            TRICKS.forEach(rule -> note(caller.finding(rule, Outcome.NOT_APPLICABLE, why)));
            return tricks && !stranger;
        }
        Closing closing = new Closing(wire, rules.canary(), request, reply, allowed.orElseThrow());
        trick(
                caller,
                new Tricks(wire, route, open, rules.canary(), caller, method, reply),
                closing);
        return true;
    }

    /** Every kind of trick, and after each whether the service still answers as before. */
    private void trick(Caller caller, Tricks tricks, Closing closing) throws InterruptedException {
        List<Attempts> made = new ArrayList<>();
        Optional<String> doubt = Optional.empty();
        for (CheckInfo rule : TRICKS) {
            if (doubt.isPresent()) {
                String why = caller.words() + " tried no more: " + doubt.get();
                note(caller.finding(rule, Outcome.UNKNOWN, why));
            } else if (rule.equals(AccessChecks.OVERRIDE)
                    && made.getFirst().letIn("POST " + route.path())) {
                note(
                        caller.finding(
                                rule,
                                Outcome.NOT_APPLICABLE,
                                "a POST is let in as it is (access.method)"));
            } else {
                Attempts attempts = tricks.of(rule);
                doubt = attempts.sent() ? closing.changed() : Optional.empty();
                made.add(doubt.map(attempts::doubted).orElse(attempts));
            }
        }
        Optional<String> shut = doubt.isPresent() ? Optional.empty() : closing.shut();
        made.forEach(each -> note(shut.map(each::doubted).orElse(each)));
    }

    /** The routes that anybody may ask for. */
    private static List<String> open(Target target) {
        return target.routes().stream()
                .filter(each ->
                        switch (each.routeClass()) {
                            case ASSET, HEALTH, PAGE, LOGIN -> true;
                            default -> false;
                        })
                .filter(each ->
                        each.identity().isEmpty()
                                && each.access().isEmpty()
                                && each.isolation().isEmpty()
                                && each.jwt().isEmpty())
                .map(Route::path)
                .toList();
    }

    private void note(Attempts attempts) {
        attempts.findings().forEach(this::note);
    }

    private void note(Finding finding) {
        seen.add(new Observation(finding, method, route.path(), route.path(), route.routeClass()));
    }
}
