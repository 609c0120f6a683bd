package dev.holdfast.probes.ratelimit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Names another address, or asks with another query, while the limit holds. What is answered then
 * counts only when the next request as it was is still refused, else the limit had ended by itself,
 * and when two more in a row are answered: a bucket into which requests flow back little by little
 * may have had one left.
 */
final class Spoofing {
    private static final CheckInfo RULE = RateLimitRuleSet.SPOOFED;
    private static final int MORE = 2;

    private final Caller caller;
    private final Waiting waiting;
    private boolean ended;

    Spoofing(Caller caller, Waiting waiting) {
        this.caller = caller;
        this.waiting = waiting;
    }

    List<Finding> tried(Response usual) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        // Addresses for documentation (RFC 5737), which nobody has.
        for (String field : List.of("X-Forwarded-For", "X-Real-IP", "True-Client-IP")) {
            findings.add(tried(number -> named(field, address(number)), field, usual).keyed(field));
        }
        String field = "Forwarded";
        findings.add(
                tried(number -> named(field, "for=" + address(number)), field, usual).keyed(field));
        findings.add(tried(this::queried, "another query", usual).keyed("query"));
        return findings;
    }

    private static String address(int number) {
        return "203.0.113." + (11 + number);
    }

    private Request named(String field, String value) {
        Request request = caller.request();
        Intent intent = request.intent() == Intent.STATEFUL ? Intent.STATEFUL : Intent.FORGED;
        return request.meaning(intent).with(field, value);
    }

    /** Where the whole address is counted, every query has a limit of its own. */
    private Request queried(int number) {
        Request request = caller.request();
        String mark = request.path().contains("?") ? "&" : "?";
        return new Request(
                request.method(),
                request.path() + mark + "holdfast-probe=" + number,
                request.fields(),
                request.body(),
                request.identity(),
                request.intent(),
                request.exact(),
                request.plain());
    }

    private Finding tried(IntFunction<Request> other, String how, Response usual)
            throws InterruptedException {
        if (ended) {
            return Finding.unknown(
                    RULE, "not tried with " + how + ": the limit had ended; probe again");
        }
        Reply reply = caller.once(other.apply(0));
        String what = "a request over the limit with " + how;
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
        if (!limited(caller.request())) {
            ended = true;
            return Finding.unknown(RULE, words + ", but so is one without it: the limit has ended");
        }
        for (int number = 1; number <= MORE; number++) {
            if (limited(other.apply(number))) {
                return Finding.unknown(
                        RULE,
                        words
                                + ", but another such one 429: a request may just have been allowed"
                                + " again");
            }
        }
        return Finding.fail(RULE, words + ", and one without it still 429");
    }

    private boolean limited(Request request) throws InterruptedException {
        if (caller.once(request) instanceof Reply.Answered answered
                && answered.exchange().response().status() == 429) {
            waiting.refused(answered.exchange().response());
            return true;
        }
        return false;
    }
}
