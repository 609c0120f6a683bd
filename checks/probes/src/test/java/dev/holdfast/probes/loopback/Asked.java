package dev.holdfast.probes.loopback;

import dev.holdfast.probes.exchange.Fields;
import java.util.Optional;

/**
 * A request as it reached the server.
 *
 * @param path byte for byte, with the query
 */
public record Asked(String method, String path, Fields fields, String body) {

    /** The origin that it names. */
    public Optional<String> origin() {
        return fields.first("Origin");
    }

    /** Whether it is a CORS preflight. */
    public boolean preflight() {
        return method.equals("OPTIONS") && fields.has("Access-Control-Request-Method");
    }

    /** Whether the field has that value. */
    public boolean has(String name, String value) {
        return fields.all(name).contains(value);
    }
}
