package dev.holdfast.probes.headers;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.NoAnswer;
import dev.holdfast.probes.verdict.Rules;
import dev.holdfast.probes.wire.Reply;
import java.util.Optional;

/** Asks as nobody for what an identity has just been given: a cache must not have kept it. */
final class StrangerCheck {
    static final CheckInfo RULE =
            Rules.rule(
                    "headers.cache-control-shared",
                    "A stranger gets a user's page",
                    Severity.HIGH,
                    "Nobody, asking right after a user, got the very same answer.",
                    "Whoever asks next, from anywhere, reads what was meant for one user.",
                    "Send Cache-Control: no-store on it, and let the cache pass over answers to"
                            + " requests with credentials.",
                    "RFC 9111",
                    "ASVS v5.0.0-14.2.2",
                    "CWE-524");

    /** The same in every run, so that a result keeps its identity. */
    private static final String FRESH = "holdfast=fresh";

    /**
     * What was seen.
     *
     * @param answer what nobody was answered, to be judged too
     */
    record Result(Optional<Finding> finding, Optional<Exchange> answer) {}

    Result look(Session session, Route route, Answer own) throws InterruptedException {
        boolean only =
                switch (route.routeClass()) {
                    case AUTHENTICATED, ADMIN -> true;
                    default -> false;
                };
        if (own.exchange().request().identity().isEmpty()) {
            return new Result(
                    only
                            ? Optional.of(
                                    Finding.notApplicable(
                                            RULE,
                                            "the policy says no identity for the route "
                                                    + route.path()))
                            : Optional.empty(),
                    Optional.empty());
        }
        return switch (session.wire().send(Request.get(route.path()))) {
            case Reply.Unanswered none ->
                    new Result(Optional.of(NoAnswer.of(RULE, none)), Optional.empty());
            case Reply.Answered answered ->
                    new Result(
                            Optional.of(compare(session, route, own, answered.exchange(), only)),
                            Optional.of(answered.exchange()));
        };
    }

    private static Finding compare(
            Session session, Route route, Answer own, Exchange stranger, boolean only)
            throws InterruptedException {
        Body body = own.exchange().response().body();
        if (!own.exchange().response().successful() || body.size() == 0) {
            return Finding.unknown(
                    RULE, "the identity itself got no page (" + own.status() + ") to compare with");
        }
        if (!stranger.response().successful() || !same(body, stranger)) {
            return Finding.pass(
                    RULE,
                    "nobody got " + stranger.response().status() + " and not the user's page");
        }
        String path = route.path() + (route.path().contains("?") ? "&" : "?") + FRESH;
        return switch (session.wire().send(Request.get(path))) {
            case Reply.Unanswered none -> NoAnswer.of(RULE, none);
            case Reply.Answered fresh ->
                    same(body, fresh.exchange())
                            ? everybody(only)
                            : Finding.fail(
                                    RULE,
                                    "nobody got the user's page from a cache, and"
                                            + " another one under a fresh address");
        };
    }

    private static Finding everybody(boolean only) {
        String words = "the page is the same for everybody";
        return only
                ? Finding.unknown(RULE, words + ", so it shows nothing of a user that could leak")
                : Finding.notApplicable(RULE, words);
    }

    private static boolean same(Body body, Exchange other) {
        return body.equals(other.response().body());
    }
}
