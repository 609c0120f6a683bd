package dev.holdfast.probes.wire;

import dev.holdfast.probes.exchange.Request;

/**
 * The one way to a target. It refuses what the target does not allow, adds the identity's header
 * and the User-Agent, keeps the pace, never repeats a request and never follows a redirect.
 */
@FunctionalInterface
public interface Wire {
    /**
     * Sends the request once and waits for the answer.
     *
     * @throws InterruptedException when the run is stopped by its user
     */
    Reply send(Request request) throws InterruptedException;

    /**
     * Connects to the target and sends nothing, for probes of what lies below HTTP. It counts as a
     * request: guarded, paced and limited as one.
     *
     * @throws InterruptedException when the run is stopped by its user
     */
    default Line connect() throws InterruptedException {
        return new Line.Shut(
                new Reply.Unanswered(
                        Reply.Reason.NOT_ALLOWED, "this wire makes no bare connections"));
    }
}
