package dev.holdfast.probes.access;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.verdict.Admission;
import dev.holdfast.probes.verdict.Obstacle;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller tries whose plain request was not let in.
 *
 * @param open folders that anybody may ask for, as {@link PathVariants#behind} takes them
 * @param method of the plain request
 * @param plain what became of it
 */
record Tricks(
        Wire wire,
        Route route,
        List<String> open,
        String canary,
        Caller caller,
        String method,
        Reply plain) {
    /** What does not exist, to know how such a path is answered. */
    private static final String MISSING = "holdfast-no-such-page";

    /** What a guard that lists methods does not list. */
    private static final String NO_METHOD = "FOO";

    private static final String LOCAL = "127.0.0.1";

    /** What a request means that must be refused. */
    static Intent intent(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> Intent.PASSIVE;
            case "DELETE" -> Intent.STATEFUL;
            default -> Intent.FORGED;
        };
    }

    /** Those of one rule. */
    Attempts of(CheckInfo rule) throws InterruptedException {
        return rule.equals(AccessChecks.METHOD)
                ? methods()
                : rule.equals(AccessChecks.OVERRIDE)
                        ? overrides()
                        : rule.equals(AccessChecks.REWRITE)
                                ? rewrites()
                                : rule.equals(AccessChecks.ADDRESS) ? addresses() : variants();
    }

    /** The other methods of the route, those that every server knows, and one that none does. */
    Attempts methods() throws InterruptedException {
        List<Attempt> all = new ArrayList<>();
        Set<String> methods = new LinkedHashSet<>(route.methods());
        methods.addAll(List.of("GET", "HEAD", "POST", "PUT", "PATCH", NO_METHOD));
        methods.remove(method);
        for (String other : methods) {
            Request request = caller.asking(other, route.path(), intent(other));
            Reply reply = wire.send(request);
            all.add(attempt(other + " " + route.path(), reply, better(other, reply)));
        }
        return new Attempts(AccessChecks.METHOD, caller, all);
    }

    /**
     * An answer that has no canary to show: let in when it is a good one, the plain request was
     * refused, and the same method at a path that does not exist is refused too.
     */
    private Admission better(String other, Reply reply) throws InterruptedException {
        Admission admission = Admission.of(reply, canary);
        Admission refusal = Admission.of(plain, canary);
        Optional<Response> answer = Answers.of(reply).filter(Answers::good);
        if (admission.letIn() || answer.isEmpty() || !refusal.refused()) {
            return sure(other, reply, admission);
        }
        String beside = route.path().split("[?#]", 2)[0];
        String missing = beside.substring(0, beside.lastIndexOf('/') + 1) + MISSING;
        Reply control = wire.send(caller.asking(other, missing, intent(other)));
        return Answers.of(control).filter(Answers::refusing).isEmpty()
                ? admission
                : new Admission(
                        Admission.Kind.LET_IN,
                        "answered "
                                + answer.get().status()
                                + " where "
                                + method
                                + " is "
                                + refusal.words());
    }

    /**
     * A service may look at what was sent before it asks who sent it, and then 400, 411, 415 or 422
     * is said to callers who are let in. Only these statuses are refusals of a caller, or of the
     * method.
     */
    private static Admission sure(String other, Reply reply, Admission admission) {
        Optional<Response> answer = Answers.of(reply);
        if (answer.isEmpty()) {
            return admission;
        }
        int status = answer.get().status();
        boolean none = other.equals(NO_METHOD) && status == 400;
        if (status == 501 && !other.equals("GET") && !other.equals("HEAD")) {
            return new Admission(Admission.Kind.REFUSED, "answered 501, as no such method");
        }
        return switch (status) {
            case 401, 403, 404, 405 -> admission;
            default ->
                    admission.refused() && !none
                            ? new Admission(
                                    Admission.Kind.UNCLEAR,
                                    "answered "
                                            + status
                                            + ", which may be said to a caller who is let in: check"
                                            + " the caller before the request's body")
                            : admission;
        };
    }

    /** POST that asks to be taken for the method that the caller may not use. */
    Attempts overrides() throws InterruptedException {
        List<Attempt> all = new ArrayList<>();
        Request post = caller.asking("POST", route.path(), Intent.FORGED);
        for (String field :
                List.of("X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method")) {
            all.add(attempt("POST with " + field + ": " + method, post.with(field, method)));
        }
        String query = (route.path().contains("?") ? "&" : "?") + "_method=" + method;
        all.add(
                attempt(
                        "POST with _method=" + method + " in the query",
                        caller.asking("POST", route.path() + query, Intent.FORGED)));
        all.add(
                attempt(
                        "POST with _method=" + method + " in a form",
                        post.with("Content-Type", "application/x-www-form-urlencoded")
                                .with(Body.of("_method=" + method))));
        return new Attempts(AccessChecks.OVERRIDE, caller, all);
    }

    /** The path in a header field, behind a path that anybody may ask for. */
    Attempts rewrites() throws InterruptedException {
        List<Attempt> all = new ArrayList<>();
        Optional<Exchange> home =
                Answers.exchange(wire.send(caller.asking("GET", "/", Intent.PASSIVE)));
        // Were the field heeded, the answer would be the refusal of the path and no redirect.
        boolean anything = Admission.of(plain, canary).refused();
        for (String field : List.of("X-Original-URL", "X-Rewrite-URL")) {
            Reply reply =
                    wire.send(caller.asking("GET", "/", Intent.FORGED).with(field, route.path()));
            all.add(
                    attempt(
                            "GET / with " + field + ": " + route.path(),
                            reply,
                            beside(reply, home, "as without it", anything)));
        }
        return new Attempts(AccessChecks.REWRITE, caller, all);
    }

    /** The caller's address in a header field. */
    Attempts addresses() throws InterruptedException {
        List<Attempt> all = new ArrayList<>();
        Request get = caller.asking(method, route.path(), Intent.FORGED);
        for (String field :
                List.of(
                        "X-Forwarded-For",
                        "X-Real-IP",
                        "X-Client-IP",
                        "True-Client-IP",
                        "CF-Connecting-IP")) {
            all.add(attempt(method + " with " + field + ": " + LOCAL, get.with(field, LOCAL)));
        }
        String host = "X-Forwarded-Host";
        all.add(attempt(method + " with " + host + ": localhost", get.with(host, "localhost")));
        String forwarded = "for=" + LOCAL + ";host=localhost";
        all.add(
                attempt(
                        method + " with Forwarded: " + forwarded,
                        get.with("Forwarded", forwarded)));
        return new Attempts(AccessChecks.ADDRESS, caller, all);
    }

    /** Other spellings of the path. */
    Attempts variants() throws InterruptedException {
        List<Attempt> all = new ArrayList<>();
        Optional<Exchange> missing =
                Answers.exchange(wire.send(caller.asking("GET", "/" + MISSING, Intent.PASSIVE)));
        String own = route.path().split("[?#]", 2)[0];
        List<String> paths = new ArrayList<>(PathVariants.of(route.path()));
        paths.addAll(PathVariants.behind(route.path(), open));
        for (String path : paths) {
            Reply reply = wire.send(caller.asking(method, path, Intent.FORGED).exactly());
            boolean home =
                    Answers.of(reply)
                            .filter(answer ->
                                    answer.redirects() && Answers.place(answer).equals(own))
                            .isPresent();
            Admission admission =
                    home
                            ? new Admission(Admission.Kind.REFUSED, "sent to the path itself")
                            : beside(reply, missing, "as any path that does not exist", false);
            all.add(attempt(method + " " + path, reply, admission));
        }
        return new Attempts(AccessChecks.PATH, caller, all);
    }

    /**
     * What an answer says that may be the usual one of another page.
     *
     * @param anything whether a redirect is a usual answer too
     */
    private Admission beside(
            Reply reply, Optional<Exchange> usual, String words, boolean anything) {
        Admission admission = Admission.of(reply, canary);
        Optional<Exchange> answer = Answers.exchange(reply);
        boolean same =
                admission.kind() == Admission.Kind.UNCLEAR
                        && answer.isPresent()
                        && !plainly(reply)
                        && usual.filter(other -> anything || Answers.good(other.response()))
                                .filter(other -> Answers.alike(other, answer.get()))
                                .filter(other -> !guarded(other.response()))
                                .isPresent();
        return same
                ? new Admission(
                        Admission.Kind.REFUSED,
                        "answered " + answer.get().response().status() + " " + words)
                : admission;
    }

    /** A redirect is no guard. */
    private static boolean guarded(Response response) {
        return !response.redirects() && Obstacle.of(response).isPresent();
    }

    private Attempt attempt(String how, Request request) throws InterruptedException {
        Reply reply = wire.send(request);
        return attempt(how, reply, Admission.of(reply, canary));
    }

    private Attempt attempt(String how, Reply reply, Admission admission) {
        return new Attempt(how, admission, plainly(reply));
    }

    /** Whether it is the answer to the plain request once more. */
    private boolean plainly(Reply reply) {
        return Answers.exchange(reply)
                .flatMap(answer ->
                        Answers.exchange(plain).filter(other -> Answers.alike(answer, other)))
                .isPresent();
    }
}
