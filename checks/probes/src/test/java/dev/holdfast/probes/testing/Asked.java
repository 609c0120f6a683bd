package dev.holdfast.probes.testing;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Fields;

/** A request as a service under test got it. */
public record Asked(String method, String target, Fields fields, Body body) {
    /** The path without the query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The first value of a header field, or an empty text. */
    public String header(String name) {
        return fields.first(name).orElse("");
    }
}
