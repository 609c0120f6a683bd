package dev.holdfast.probes.exchange;

/**
 * A final response (1xx ones are passed over).
 *
 * @param status the status code, three digits
 * @param body at most as much of it as the wire keeps
 */
public record Response(int status, Fields fields, Body body) {
    /** 2xx. */
    public boolean successful() {
        return status / 100 == 2;
    }

    /** 3xx with a place to go to. */
    public boolean redirects() {
        return status / 100 == 3 && status != 304 && fields.has("Location");
    }

    /** 5xx. */
    public boolean failed() {
        return status / 100 == 5;
    }
}
