package dev.holdfast.probes.tokens;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.TokenRules;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.Reply;
import java.util.List;
import java.util.Optional;

/** Ends a session of its own and tries both its tokens afterwards. */
final class LogoutTrial {
    private final Session session;
    private final TokenRules rules;
    private final Sessions sessions;
    private final OtherSession other;
    private final Refusals refusals;
    private final String section;
    private int withoutToken;

    LogoutTrial(
            Session session,
            TokenRules rules,
            Sessions sessions,
            OtherSession other,
            Refusals refusals,
            String section) {
        this.other = other;
        this.refusals = refusals;
        this.session = session;
        this.rules = rules;
        this.sessions = sessions;
        this.section = section;
    }

    List<Finding> run() throws InterruptedException {
        if (rules.logout().isEmpty()) {
            return both(false, "the policy says no " + section + ".logout");
        }
        if (rules.logoutVariable().isEmpty()) {
            return both(
                    false,
                    "the policy says no "
                            + section
                            + ".logout.env, the variable with a refresh token of another session:"
                            + " the first one is used up by the reuse test");
        }
        String variable = rules.logoutVariable().get();
        Optional<String> token = session.secrets().of(variable);
        Optional<Sessions.Refreshed> begun = other.begun();
        if (token.isEmpty() || begun.isEmpty()) {
            return both(
                    true,
                    "the environment variable "
                            + variable
                            + " is not set; put the refresh token of another session there");
        }
        if (begun.get().pair().isEmpty()) {
            return both(
                    true,
                    "the refresh token in " + variable + " was " + begun.get().answer().words());
        }
        Pair pair = begun.get().pair().get();
        Optional<String> unseen = unseen(pair);
        Answer out = sessions.logout(pair);
        other.end();
        if (!ended(out)) {
            return both(true, "the logout was " + out.words());
        }
        String refresh = pair.refresh().orElse(token.get());
        Finding access =
                unseen.isPresent()
                        ? Finding.unknown(TokensRuleSet.LOGOUT_ACCESS, unseen.get())
                        : access(pair);
        return List.of(
                access,
                refusals.must(
                        TokensRuleSet.LOGOUT_REFRESH,
                        "the refresh token, after the logout,",
                        sessions.refresh(refresh)));
    }

    /** Why the access token cannot be judged: it was not seen to work before. */
    private Optional<String> unseen(Pair pair) throws InterruptedException {
        if (rules.check().isEmpty() || rules.canary().isEmpty()) {
            return Optional.of("the policy says no " + section + ".check with a canary");
        }
        Reply none = session.wire().send(Request.get(rules.check().get()));
        withoutToken =
                none instanceof Reply.Answered answered
                        ? answered.exchange().response().status()
                        : 0;
        if (sessions.shows(none)) {
            return Optional.of("the canary of " + section + " is shown without a token too");
        }
        return sessions.shows(sessions.check(pair.access()))
                ? Optional.empty()
                : Optional.of(
                        "the access token was not answered with the canary before the logout");
    }

    private Finding access(Pair pair) throws InterruptedException {
        CheckInfo rule = TokensRuleSet.LOGOUT_ACCESS;
        String what = "the access token, after the logout,";
        Reply reply = sessions.check(pair.access());
        Answer answer = Answer.of(reply);
        if (sessions.shows(reply)) {
            return Finding.fail(rule, what + " was " + answer.words() + " with the canary");
        }
        if (!(answer instanceof Answer.Refused refused)) {
            return answer.inconclusive(rule, what);
        }
        String words = what + " was " + answer.words();
        // RFC 6750 section 3.1 says 401. Another status may be that of a limit.
        int status = refused.response().status();
        return status == 401 || status == withoutToken
                ? Finding.pass(rule, words)
                : Finding.unknown(
                        rule,
                        words
                                + ", which proves nothing: neither 401 nor what a request without a"
                                + " token is answered, so that a limit may have refused it");
    }

    /** A logout may lead to another page. */
    private static boolean ended(Answer answer) {
        return answer instanceof Answer.Accepted
                || (answer instanceof Answer.Unclear unclear
                        && (unclear.response().successful() || unclear.response().redirects()));
    }

    private static List<Finding> both(boolean concerned, String why) {
        return concerned
                ? List.of(
                        Finding.unknown(TokensRuleSet.LOGOUT_ACCESS, why),
                        Finding.unknown(TokensRuleSet.LOGOUT_REFRESH, why))
                : List.of(
                        Finding.notApplicable(TokensRuleSet.LOGOUT_ACCESS, why),
                        Finding.notApplicable(TokensRuleSet.LOGOUT_REFRESH, why));
    }
}
