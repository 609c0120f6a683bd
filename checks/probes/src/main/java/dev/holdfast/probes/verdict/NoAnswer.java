package dev.holdfast.probes.verdict;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.wire.Reply;

/** What it means for a rule that a request got no answer. Never that all is well. */
public final class NoAnswer {
    private NoAnswer() {}

    /** The finding of a rule that needed the answer. */
    public static Finding of(CheckInfo rule, Reply.Unanswered reply) {
        return Finding.of(rule, outcome(reply.reason()), "no answer: " + reply.words());
    }

    private static Outcome outcome(Reply.Reason reason) {
        return switch (reason) {
            case REFUSED_ADDRESS -> Outcome.ERROR;
            case NOT_ALLOWED -> Outcome.NOT_APPLICABLE;
            case NO_SECRET, STOPPED, NOT_CONNECTED, NOT_TRUSTED, TIMED_OUT, NOT_HTTP ->
                    Outcome.UNKNOWN;
        };
    }
}
