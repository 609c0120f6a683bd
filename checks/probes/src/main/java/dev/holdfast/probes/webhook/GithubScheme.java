package dev.holdfast.probes.webhook;

import dev.holdfast.probes.exchange.Fields;
import java.time.Instant;
import java.util.List;

/**
 * GitHub: {@code X-Hub-Signature-256: sha256=HEX} over the body. There is no time in it, so that
 * only the delivery's id tells a repetition.
 */
final class GithubScheme implements Scheme {
    @Override
    public String word() {
        return "github";
    }

    @Override
    public String field() {
        return "X-Hub-Signature-256";
    }

    @Override
    public byte[] signed(Event event, Instant at) {
        return event.bytes();
    }

    @Override
    public String value(Instant at, List<String> signatures) {
        return "sha256=" + String.join(",", signatures);
    }

    @Override
    public Fields beside(Event event, Instant at) {
        return Fields.NONE.with("X-GitHub-Event", "ping").with("X-GitHub-Delivery", event.id());
    }

    @Override
    public String body(String id, int attempt, Instant at) {
        return "{\"zen\":\"Holdfast probe\",\"id\":\"%s\",\"attempt\":%d}".formatted(id, attempt);
    }

    @Override
    public boolean timed() {
        return false;
    }
}
