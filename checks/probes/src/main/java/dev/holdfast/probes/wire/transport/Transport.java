package dev.holdfast.probes.wire.transport;

import dev.holdfast.probes.exchange.Response;
import java.io.IOException;

/** Sends a request once, follows nothing, repeats nothing. Safe for several threads. */
public interface Transport {
    /**
     * Sends it and waits for the whole answer.
     *
     * @throws IOException when there is none; its kind says why, its message is not for a report
     */
    Response send(Outgoing request) throws IOException;
}
