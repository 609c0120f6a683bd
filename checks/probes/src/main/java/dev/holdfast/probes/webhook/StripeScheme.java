package dev.holdfast.probes.webhook;

import dev.holdfast.probes.exchange.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Stripe: {@code Stripe-Signature: t=SECONDS,v1=HEX}, over {@code SECONDS.BODY}, with the secret as
 * it is. Its own library looks only how old a signature is, not whether it is from the future.
 */
final class StripeScheme implements Scheme {
    @Override
    public String word() {
        return "stripe";
    }

    @Override
    public String field() {
        return "Stripe-Signature";
    }

    @Override
    public byte[] signed(Event event, Instant at) {
        return (at.getEpochSecond() + "." + event.body()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String value(Instant at, List<String> signatures) {
        return signatures.stream()
                .map(signature -> ",v1=" + signature)
                .collect(Collectors.joining("", "t=" + at.getEpochSecond(), ""));
    }

    @Override
    public Optional<String> otherVersion(Instant at, String signature) {
        return Optional.of("t=" + at.getEpochSecond() + ",v0=" + signature);
    }

    @Override
    public List<String> twoTimes(Instant signed, Instant other, String signature) {
        String first = "t=" + signed.getEpochSecond();
        String second = "t=" + other.getEpochSecond();
        return List.of(
                first + ",v1=" + signature + "," + second,
                second + "," + first + ",v1=" + signature);
    }

    @Override
    public Fields beside(Event event, Instant at) {
        return Fields.NONE;
    }

    @Override
    public String body(String id, int attempt, Instant at) {
        return """
        {"id":"%s","object":"event","type":"holdfast.probe","created":%d,"livemode":false,\
        "data":{"object":{"id":"%s"}},"attempt":%d}\
        """
                .formatted(id, at.getEpochSecond(), id, attempt);
    }

    @Override
    public boolean many() {
        return true;
    }
}
