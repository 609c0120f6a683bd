package dev.holdfast.probes.answer;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.NoAnswer;
import dev.holdfast.probes.wire.Reply;
import java.util.Optional;

/**
 * What a service did with something that it may refuse. A status says it alone: 2xx is accepted,
 * 4xx refused. A redirect, a page of a firewall, a limit or a failure is neither.
 */
public sealed interface Answer {
    /** What was answered, for a report. */
    String words();

    /** Taken. */
    record Accepted(Response response, String words) implements Answer {}

    /** Turned down by the service itself. */
    record Refused(Response response, String words) implements Answer {}

    /** Answered, but not by yes or no. */
    record Unclear(Response response, String words) implements Answer {}

    /** Not answered at all. */
    record Missing(Reply.Unanswered reply) implements Answer {
        @Override
        public String words() {
            return NoAnswer.words(reply);
        }
    }

    /** Reads a reply. */
    static Answer of(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered -> of(answered.exchange());
            case Reply.Unanswered unanswered -> new Missing(unanswered);
        };
    }

    private static Answer of(Exchange exchange) {
        Response response = exchange.response();
        String status = "answered " + response.status();
        Optional<String> firewall = Firewall.of(response);
        if (firewall.isPresent()) {
            return new Unclear(
                    response,
                    status + " with what looks like a firewall's page: " + firewall.get());
        }
        if (response.successful()) {
            return HtmlPage.is(response)
                    ? new Unclear(response, status + " with an HTML page")
                    : new Accepted(response, status);
        }
        return switch (response.status() / 100) {
            case 3 ->
                    new Unclear(
                            response,
                            status
                                    + (response.redirects()
                                            ? ", a redirect, which may lead to a login"
                                            : ""));
            case 4 ->
                    switch (response.status()) {
                        case 408 -> new Unclear(response, status + ": the service timed out");
                        case 429 -> new Unclear(response, status + ": too many requests");
                        default -> new Refused(response, status);
                    };
            default ->
                    new Unclear(response, status + ": it broke, and neither took nor refused it");
        };
    }

    /** What it means for a rule that nobody can say: a missing or an unclear answer. */
    default Finding inconclusive(CheckInfo rule, String what) {
        return switch (this) {
            case Missing missing -> {
                Finding none = NoAnswer.of(rule, missing.reply());
                yield Finding.of(rule, none.outcome(), what + ": " + none.message());
            }
            case Accepted other -> Finding.unknown(rule, what + ": " + other.words());
            case Refused other -> Finding.unknown(rule, what + ": " + other.words());
            case Unclear other -> Finding.unknown(rule, what + ": " + other.words());
        };
    }
}
