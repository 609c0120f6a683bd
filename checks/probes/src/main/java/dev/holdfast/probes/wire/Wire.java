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
}
