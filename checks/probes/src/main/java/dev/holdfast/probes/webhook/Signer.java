package dev.holdfast.probes.webhook;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.sign.Hmac;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes deliveries, right ones and forged ones. Holds the secret and shows it to nobody. */
final class Signer {
    private static final String JSON = "application/json";

    private final Scheme scheme;
    private final String path;
    private final byte[] key;

    Signer(Scheme scheme, String path, byte[] key) {
        this.scheme = scheme;
        this.path = path;
        this.key = key.clone();
    }

    Scheme scheme() {
        return scheme;
    }

    /** The same for other field names. */
    Signer with(Scheme other) {
        return new Signer(other, path, key);
    }

    /** The right signature. */
    String signature(Event event, Instant at) {
        return signature(event, at, key);
    }

    /** The signature under another key. */
    String signature(Event event, Instant at, byte[] other) {
        return scheme.text(Hmac.sha256(other, scheme.signed(event, at)));
    }

    /** An event with a right signature. */
    Request right(Event event, Instant at, Intent intent) {
        return signed(event, at, List.of(signature(event, at)), intent);
    }

    /** An event with these signatures. */
    Request signed(Event event, Instant at, List<String> signatures, Intent intent) {
        return valued(event, at, Optional.of(scheme.value(at, signatures)), intent);
    }

    /** An event without any field of the scheme, said to be of that media type. */
    Request bare(Event event, String type, Intent intent) {
        return Request.of("POST", path, intent)
                .with("Content-Type", type)
                .with("X-Probe-Id", event.id())
                .with(Body.of(event.body()));
    }

    /** An event with that value of the signature's field, or without the field. */
    Request valued(Event event, Instant at, Optional<String> value, Intent intent) {
        return valued(event, at, value, JSON, intent);
    }

    /** The same, said to be of that media type. */
    Request valued(Event event, Instant at, Optional<String> value, String type, Intent intent) {
        Request request = bare(event, type, intent);
        for (Field field : scheme.beside(event, at).lines()) {
            request = request.with(field.name(), field.value());
        }
        return value.isPresent() ? request.with(scheme.field(), value.get()) : request;
    }
}
