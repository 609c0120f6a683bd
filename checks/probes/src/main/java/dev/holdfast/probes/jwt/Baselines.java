package dev.holdfast.probes.jwt;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.exchange.Reading;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.Reply;

/**
 * Decides by comparison: accepted is what shows the canary of the valid token's answer, at any
 * status, since a service may set 401 and go on. No status code alone decides.
 *
 * @param none what a request without a token is answered with, which shows no canary
 */
record Baselines(Response none, String canary) {
    /** What an attack's answer means. */
    Finding judge(Attack attack, Reply reply) {
        CheckInfo rule = attack.rule();
        Finding finding =
                switch (reply) {
                    case Reply.Unanswered unanswered ->
                            new Answer.Missing(unanswered).inconclusive(rule, attack.what());
                    case Reply.Answered answered ->
                            judge(attack, answered.exchange().response(), Answer.of(reply));
                };
        return finding.keyed(attack.key());
    }

    private Finding judge(Attack attack, Response response, Answer answer) {
        CheckInfo rule = attack.rule();
        String words = attack.what() + " was " + answer.words();
        if (accepts(response)) {
            String all = words + " with the canary, like a right token";
            return attack.harmless()
                    ? Finding.pass(rule, all).as(Severity.INFO)
                    : Finding.fail(rule, all);
        }
        if (answer instanceof Answer.Refused) {
            return Finding.pass(rule, words);
        }
        if (response.successful() && sameAsNobody(response)) {
            return Finding.pass(rule, words + ", the same as without a token");
        }
        return answer instanceof Answer.Accepted
                ? Finding.unknown(rule, words + ", without the canary")
                : answer.inconclusive(rule, attack.what());
    }

    /** Whether it holds what only a right token gets. */
    boolean accepts(Response response) {
        return Reading.of(response).text().contains(canary);
    }

    private boolean sameAsNobody(Response response) {
        return response.status() == none.status()
                && !response.body().cut()
                && response.body().equals(none.body());
    }
}
