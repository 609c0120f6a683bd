package dev.holdfast.probes.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An event as it is sent: marked, so that whoever finds it in a log knows where it came from.
 *
 * @param body JSON; every scheme signs its bytes
 */
record Event(String id, String body) {
    /** What every id begins with. */
    static final String MARK = "holdfast-probe-";

    /**
     * An event that asks a service for nothing.
     *
     * @param attempt makes the bodies of two deliveries of one event differ
     */
    static Event of(Scheme scheme, String id, int attempt, Instant at) {
        return new Event(id, scheme.body(id, attempt, at));
    }

    /** The same event with something else in its body, which no signature of the first covers. */
    Event changed() {
        return new Event(id, body.replace("\"attempt\":", "\"changed\":true,\"attempt\":"));
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
