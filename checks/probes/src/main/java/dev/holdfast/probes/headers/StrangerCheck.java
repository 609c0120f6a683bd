package dev.holdfast.probes.headers;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
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
        Response mine = own.exchange().response();
        if (!mine.successful() || mine.body().size() == 0) {
            return Finding.unknown(
                    RULE, "the identity itself got no page (" + own.status() + ") to compare with");
        }
        Likeness likeness = Likeness.of(route, mine, stranger.response());
        if (likeness != Likeness.SAME) {
            return unlike(likeness, stranger.response(), only);
        }
        String path = route.path() + (route.path().contains("?") ? "&" : "?") + FRESH;
        return switch (session.wire().send(Request.get(path))) {
            case Reply.Unanswered none -> NoAnswer.of(RULE, none);
            case Reply.Answered fresh ->
                    switch (Likeness.of(route, mine, fresh.exchange().response())) {
                        case SAME -> everybody(only);
                        case UNCLEAR ->
                                Finding.unknown(
                                        RULE,
                                        "nobody got the user's page, and nobody can say whether"
                                                + " it is another one under a fresh address");
                        case ALIKE, OTHER, REFUSED ->
                                Finding.fail(
                                        RULE,
                                        "nobody got the user's page from a cache, and"
                                                + " another one under a fresh address");
                    };
        };
    }

    private static Finding unlike(Likeness likeness, Response stranger, boolean only) {
        int status = stranger.status();
        Finding pass = Finding.pass(RULE, "nobody got " + status + " and not the user's page");
        return switch (likeness) {
            case REFUSED -> pass;
            case UNCLEAR ->
                    Finding.unknown(RULE, "nobody got " + status + ", which is not the service's");
            case ALIKE ->
                    Finding.unknown(
                            RULE,
                            "nobody got "
                                    + status
                                    + " and nearly the user's page; nobody can say whether it is"
                                    + " the user's");
            case SAME, OTHER ->
                    only
                            ? Finding.unknown(
                                    RULE,
                                    "nobody got "
                                            + status
                                            + " and another page than the user; nobody can say"
                                            + " whether it is some user's")
                            : pass;
        };
    }

    private static Finding everybody(boolean only) {
        String words = "the page is the same for everybody";
        return only
                ? Finding.unknown(RULE, words + ", so it shows nothing of a user that could leak")
                : Finding.notApplicable(RULE, words);
    }
}
