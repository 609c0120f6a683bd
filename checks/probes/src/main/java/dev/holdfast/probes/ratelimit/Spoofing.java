package dev.holdfast.probes.ratelimit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * Names another address while the limit holds. What is answered then counts only when the next
 * request without the field is still refused: else the limit had ended by itself.
 */
final class Spoofing {
    private static final CheckInfo RULE = RateLimitRuleSet.SPOOFED;

    // Addresses for documentation (RFC 5737), which nobody has.
    private static final List<Field> FIELDS =
            List.of(
                    new Field("X-Forwarded-For", "203.0.113.11"),
                    new Field("X-Real-IP", "203.0.113.12"),
                    new Field("Forwarded", "for=203.0.113.13"));

    private final Caller caller;
    private final Waiting waiting;

    Spoofing(Caller caller, Waiting waiting) {
        this.caller = caller;
        this.waiting = waiting;
    }

    List<Finding> tried(Response usual) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Field field : FIELDS) {
            findings.add(tried(field, usual).keyed(field.name()));
        }
        return findings;
    }

    private Finding tried(Field field, Response usual) throws InterruptedException {
        Request request = caller.request();
        Intent intent = request.intent() == Intent.STATEFUL ? Intent.STATEFUL : Intent.FORGED;
        Reply reply = caller.once(request.meaning(intent).with(field.name(), field.value()));
        String what = "a request over the limit with " + field.name() + ": " + field.value();
        if (!(reply instanceof Reply.Answered answered)) {
            return Answer.of(reply).inconclusive(RULE, what);
        }
        Response response = answered.exchange().response();
        String words = what + " was answered " + response.status();
        if (response.status() == 429) {
            waiting.refused(response);
            return Finding.pass(RULE, words);
        }
        boolean begun = usual.status() == 429;
        if (begun ? !response.successful() : response.status() != usual.status()) {
            return Finding.unknown(RULE, words + ", which is neither 429 nor the usual answer");
        }
        Reply control = caller.once();
        if (control instanceof Reply.Answered still
                && still.exchange().response().status() == 429) {
            waiting.refused(still.exchange().response());
            return Finding.fail(RULE, words + ", and one without it still 429");
        }
        return Finding.unknown(RULE, words + ", but so is one without it: the limit has ended");
    }
}
