package dev.holdfast.probes.webhook;

import dev.holdfast.probes.exchange.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Standard Webhooks, and Svix under other names: {@code webhook-signature: v1,BASE64 …} over {@code
 * ID.SECONDS.BODY}; the key is the Base64 after {@code whsec_}; the time may be off both ways.
 *
 * @param prefix of the three fields: {@code webhook} or {@code svix}
 */
record StandardScheme(String prefix) implements Scheme {
    private static final String SECRET_PREFIX = "whsec_";

    @Override
    public String word() {
        return "standard-webhooks";
    }

    @Override
    public String field() {
        return prefix + "-signature";
    }

    @Override
    public byte[] signed(Event event, Instant at) {
        return (event.id() + "." + at.getEpochSecond() + "." + event.body())
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> key(String secret) {
        String text =
                secret.startsWith(SECRET_PREFIX)
                        ? secret.substring(SECRET_PREFIX.length())
                        : secret;
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    @Override
    public String text(byte[] mac) {
        return Base64.getEncoder().encodeToString(mac);
    }

    @Override
    public String value(Instant at, List<String> signatures) {
        return signatures.stream()
                .map(signature -> "v1," + signature)
                .collect(Collectors.joining(" "));
    }

    @Override
    public Optional<String> otherVersion(Instant at, String signature) {
        return Optional.of("v0," + signature);
    }

    @Override
    public Fields beside(Event event, Instant at) {
        return Fields.NONE
                .with(prefix + "-id", event.id())
                .with(prefix + "-timestamp", Long.toString(at.getEpochSecond()));
    }

    @Override
    public String body(String id, int attempt, Instant at) {
        return """
        {"type":"holdfast.probe","timestamp":"%s","data":{"id":"%s"},"attempt":%d}\
        """
                .formatted(Instant.ofEpochSecond(at.getEpochSecond()), id, attempt);
    }

    @Override
    public boolean many() {
        return true;
    }

    @Override
    public boolean hexadecimal() {
        return false;
    }

    @Override
    public boolean refusesFuture() {
        return true;
    }

    @Override
    public Optional<Scheme> otherNames() {
        return prefix.equals("svix") ? Optional.empty() : Optional.of(new StandardScheme("svix"));
    }
}
