package dev.holdfast.probes.jwt;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.answer.Bracket;
import dev.holdfast.probes.answer.Firewall;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Reading;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.JwtRules;
import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.NoAnswer;
import dev.holdfast.probes.wire.Reply;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is tried at one route. First three baselines: no token, a right one, one with a
 * random signature. When the last is accepted nothing is verified, and no attack says anything
 * more.
 */
final class JwtTrial {
    private static final int USUAL_SIGNATURE = 32;
    // So many attacks between two right tokens.
    private static final int LOT = 15;

    private final Session session;
    private final Route route;
    private final Forge forge;
    private final JwtRules rules;
    private final KeyMaker keys;

    JwtTrial(Session session, Route route, Forge forge, KeyMaker keys) {
        this.keys = keys;
        this.session = session;
        this.route = route;
        this.forge = forge;
        this.rules = forge.rules();
    }

    List<Finding> run() throws InterruptedException {
        try {
            return attacked();
        } catch (GeneralSecurityException unusable) {
            // What the JDK says of a key may hold a part of it.
            return List.of(
                    Finding.unknown(
                            JwtRuleSet.VALID,
                            "the key in "
                                    + rules.keyVariable()
                                    + " cannot sign by "
                                    + rules.algorithm()));
        }
    }

    private List<Finding> attacked() throws GeneralSecurityException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Reply nobody = session.wire().send(Request.get(route.path()));
        if (!(nobody instanceof Reply.Answered none)) {
            findings.add(NoAnswer.of(JwtRuleSet.MISSING, (Reply.Unanswered) nobody));
            return findings;
        }
        Response without = none.exchange().response();
        Finding open = withoutToken(without, Answer.of(nobody));
        findings.add(open);
        if (Reading.of(without).text().contains(rules.canary())) {
            findings.add(notAsked("the canary is shown without a token too"));
            return findings;
        }
        if (session.passive()) {
            findings.add(
                    Finding.notApplicable(
                            JwtRuleSet.VALID,
                            "no token is forged against a production environment unless the policy"
                                    + " says destructive: true and the command line"
                                    + " --allow-destructive"));
            return findings;
        }
        if (session.readable()) {
            findings.add(
                    Finding.notApplicable(
                            JwtRuleSet.VALID,
                            "a right token would go over http for everybody to read; give the"
                                    + " target an https url"));
            return findings;
        }
        Reply right = send(forge.signed(forge.good()), "");
        if (valid(right, findings)) {
            attacks(new Baselines(without, rules.canary()), findings);
        }
        return findings;
    }

    private Finding withoutToken(Response response, Answer answer) {
        String words = "a request without a token was " + answer.words();
        if (Reading.of(response).text().contains(rules.canary())) {
            return Finding.fail(JwtRuleSet.MISSING, words + " with the canary");
        }
        return answer instanceof Answer.Refused
                ? Finding.pass(JwtRuleSet.MISSING, words)
                : response.successful() && Firewall.of(response).isEmpty()
                        ? Finding.pass(JwtRuleSet.MISSING, words + ", without the canary")
                        : answer.inconclusive(JwtRuleSet.MISSING, "a request without a token");
    }

    private boolean valid(Reply reply, List<Finding> findings) {
        if (!(reply instanceof Reply.Answered answered)) {
            findings.add(NoAnswer.of(JwtRuleSet.VALID, (Reply.Unanswered) reply));
            return false;
        }
        Response response = answered.exchange().response();
        String words = "a right token was " + Answer.of(reply).words();
        if (response.successful() && Reading.of(response).text().contains(rules.canary())) {
            findings.add(
                    Finding.pass(JwtRuleSet.VALID, "a right token was answered with the canary"));
            return true;
        }
        findings.add(
                Finding.unknown(
                        JwtRuleSet.VALID,
                        words
                                + ", without the canary: key, issuer, audience, claims or canary of"
                                + " the policy may be wrong, and no attack was tried"));
        return false;
    }

    private void attacks(Baselines baselines, List<Finding> findings)
            throws GeneralSecurityException, InterruptedException {
        Token good = forge.good();
        int length = Math.max(forge.signature(good).length, USUAL_SIGNATURE);
        Attack random =
                Attack.of(
                        JwtRuleSet.UNVERIFIED,
                        "random",
                        "a token with a random signature",
                        good.with(forge.random(length)));
        Reply reply = session.wire().send(request(random));
        Finding verified = baselines.judge(random, reply);
        if (reply instanceof Reply.Answered answered
                && baselines.accepts(answered.exchange().response())) {
            findings.add(
                    Finding.fail(
                                    JwtRuleSet.UNVERIFIED,
                                    verified.message()
                                            + "; nothing is verified, so no other attack was"
                                            + " tried")
                            .keyed(random.key()));
            return;
        }
        Bracket bracket = new Bracket(LOT);
        bracket.add(verified);
        List<Attack> attacks = new ArrayList<>(new SignatureAttacks(forge).all());
        ForeignKeyAttacks foreign = new ForeignKeyAttacks(forge, keys);
        attacks.addAll(foreign.all());
        attacks.addAll(new ClaimAttacks(forge).all());
        for (Attack attack : attacks) {
            bracket.add(baselines.judge(attack, session.wire().send(request(attack))));
            if (bracket.full()) {
                close(bracket, baselines);
            }
        }
        RemoteKey remote = new RemoteKey(forge, baselines, foreign, this::send);
        for (String parameter : List.of("jku", "x5u")) {
            for (KeyIdForm form : KeyIdForm.of(forge.good())) {
                bracket.add(
                        session.target().network() == Network.LOOPBACK
                                ? remote.onLoopback(parameter, form)
                                : remote.elsewhere(parameter, form));
            }
        }
        Finding other = new OtherUser(session, route, rules).look(baselines);
        if (other.outcome() == Outcome.PASS) {
            bracket.add(other);
        }
        close(bracket, baselines);
        findings.addAll(bracket.all());
        if (other.outcome() != Outcome.PASS) {
            findings.add(other);
        }
    }

    /** Sends a right token: only while it is still accepted do refusals say anything. */
    private void close(Bracket bracket, Baselines baselines)
            throws GeneralSecurityException, InterruptedException {
        Reply reply = send(forge.signed(forge.good()), "");
        if (reply instanceof Reply.Answered answered
                && answered.exchange().response().successful()
                && baselines.accepts(answered.exchange().response())) {
            bracket.accepted();
        } else {
            bracket.turnedAway("a right token after it was " + Answer.of(reply).words());
        }
    }

    private Reply send(String token, String query) throws InterruptedException {
        return session.wire().send(request(token, query));
    }

    private Request request(Attack attack) {
        return request(attack.token(), attack.query());
    }

    private Request request(String token, String query) {
        if (!query.isEmpty()) {
            String mark = route.path().contains("?") ? "&" : "?";
            return Request.of("GET", route.path() + mark + query + "=" + token, Intent.FORGED);
        }
        boolean bearer = rules.header().equalsIgnoreCase("Authorization");
        return Request.of("GET", route.path(), Intent.FORGED)
                .with(rules.header(), bearer ? "Bearer " + token : token);
    }

    private static Finding notAsked(String why) {
        return Finding.unknown(JwtRuleSet.VALID, "no token was tried: " + why);
    }
}
