package dev.holdfast.probes.webhook;

import dev.holdfast.probes.exchange.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Slack: {@code X-Slack-Signature: v0=HEX} over {@code v0:SECONDS:BODY}, with the time in {@code
 * X-Slack-Request-Timestamp}.
 */
final class SlackScheme implements Scheme {
    @Override
    public String word() {
        return "slack";
    }

    @Override
    public String field() {
        return "X-Slack-Signature";
    }

    @Override
    public byte[] signed(Event event, Instant at) {
        return ("v0:" + at.getEpochSecond() + ":" + event.body()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String value(Instant at, List<String> signatures) {
        return "v0=" + String.join(",", signatures);
    }

    @Override
    public Optional<String> otherVersion(Instant at, String signature) {
        return Optional.of("v1=" + signature);
    }

    @Override
    public Fields beside(Event event, Instant at) {
        return Fields.NONE.with("X-Slack-Request-Timestamp", Long.toString(at.getEpochSecond()));
    }

    @Override
    public String body(String id, int attempt, Instant at) {
        return """
        {"type":"event_callback","event_id":"%s","event_time":%d,\
        "event":{"type":"holdfast_probe"},"attempt":%d}\
        """
                .formatted(id, at.getEpochSecond(), attempt);
    }
}
