package dev.holdfast.probes.wire;

import dev.holdfast.probes.exchange.Exchange;

/** What became of a request. */
public sealed interface Reply {
    /** There was an answer. */
    record Answered(Exchange exchange) implements Reply {}

    /**
     * There was none.
     *
     * @param words why, for a report: no secret, no full stop
     */
    record Unanswered(Reason reason, String words) implements Reply {}

    /** Why there was no answer, and so what the outcome of a probe is that needed it. */
    enum Reason {
        /** The address is outside of what the target may be: {@code error}. */
        REFUSED_ADDRESS,
        /** The target does not allow such a request: {@code not-applicable}. */
        NOT_ALLOWED,
        /** The variable of the identity is not set: {@code unknown}. */
        NO_SECRET,
        /** The run was stopped (5xx in a row, a limit of requests or time): {@code unknown}. */
        STOPPED,
        /** No connection: {@code unknown}. */
        NOT_CONNECTED,
        /** The TLS handshake failed or the certificate is not trusted: {@code unknown}. */
        NOT_TRUSTED,
        /** No whole answer in time: {@code unknown}. */
        TIMED_OUT,
        /** What came is no HTTP: {@code unknown}. */
        NOT_HTTP
    }
}
