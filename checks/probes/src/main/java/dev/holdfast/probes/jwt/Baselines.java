package dev.holdfast.probes.jwt;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.Reply;

/**
 * Decides by comparison: accepted is what has the status class of the valid token's answer and its
 * canary, and is not what nobody gets. No status code and no word alone decides.
 *
 * @param valid what a right token is answered with
 * @param none what a request without a token is answered with
 */
record Baselines(Response valid, Response none, String canary) {
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
            String all = words + " and the canary, like a right token";
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

    /** Whether it is what a right token gets. */
    boolean accepts(Response response) {
        return response.status() / 100 == valid.status() / 100
                && response.body().text().contains(canary)
                && !sameAsNobody(response);
    }

    private boolean sameAsNobody(Response response) {
        return response.status() == none.status()
                && !response.body().cut()
                && response.body().equals(none.body());
    }
}
