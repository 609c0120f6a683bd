package dev.holdfast.probes.verdict;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.wire.Reply;

/** What it means for a rule that a request got no answer. Never that all is well. */
public final class NoAnswer {
    private NoAnswer() {}

    /** The finding of a rule that needed the answer. */
    public static Finding of(CheckInfo rule, Reply.Unanswered reply) {
        String begin = tried(reply.reason()) ? "no answer: " : "not tried: ";
        return Finding.of(rule, outcome(reply.reason()), begin + reply.words());
    }

    /** What became of the request, to be said behind "was": {@code not tried: the variable …}. */
    public static String words(Reply.Unanswered reply) {
        return (tried(reply.reason()) ? "not answered: " : "not tried: ") + reply.words();
    }

    private static boolean tried(Reply.Reason reason) {
        return switch (reason) {
            case NO_SECRET, NOT_ALLOWED, STOPPED, REFUSED_ADDRESS -> false;
            case NOT_CONNECTED, NOT_TRUSTED, TIMED_OUT, NOT_HTTP -> true;
        };
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
