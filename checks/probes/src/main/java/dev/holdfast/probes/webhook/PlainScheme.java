package dev.holdfast.probes.webhook;

import dev.holdfast.probes.exchange.Fields;
import java.time.Instant;
import java.util.List;

/**
 * Any sender that puts the hexadecimal HMAC-SHA-256 of the body into one field.
 *
 * @param field that the policy names
 */
record PlainScheme(String field) implements Scheme {
    @Override
    public String word() {
        return "hmac";
    }

    @Override
    public byte[] signed(Event event, Instant at) {
        return event.bytes();
    }

    @Override
    public String value(Instant at, List<String> signatures) {
        return String.join(",", signatures);
    }

    @Override
    public Fields beside(Event event, Instant at) {
        return Fields.NONE;
    }

    @Override
    public String body(String id, int attempt, Instant at) {
        return "{\"id\":\"%s\",\"type\":\"holdfast.probe\",\"attempt\":%d}".formatted(id, attempt);
    }

    @Override
    public boolean timed() {
        return false;
    }
}
