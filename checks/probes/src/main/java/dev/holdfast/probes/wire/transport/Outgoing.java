package dev.holdfast.probes.wire.transport;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Fields;

/**
 * A request as it goes out, with everything that the wire adds but Host and the length of the body.
 *
 * @param path the path with the query, as it is to be sent
 */
public record Outgoing(String method, String path, Fields fields, Body body) {
    /** Says nothing of the fields, which hold secrets. */
    @Override
    public String toString() {
        return method + " request";
    }
}
