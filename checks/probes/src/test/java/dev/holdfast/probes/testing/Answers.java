package dev.holdfast.probes.testing;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Response;

/** Answers as services under test give them. */
public final class Answers {
    private Answers() {}

    /** A status with a text. */
    public static Response of(int status, String text) {
        return new Response(status, Fields.NONE, Body.of(text));
    }

    /** The same with one more header field. */
    public static Response with(Response response, String name, String value) {
        return new Response(
                response.status(), response.fields().with(name, value), response.body());
    }

    /** What a firewall shows. */
    public static Response firewall() {
        return of(
                403, "<!DOCTYPE html><title>Blocked</title>Your request was blocked by a firewall");
    }
}
