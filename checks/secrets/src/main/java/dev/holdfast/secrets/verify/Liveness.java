package dev.holdfast.secrets.verify;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was learnt of one key.
 *
 * @param reason why, in plain words
 * @param asked the call with the secret left out, or empty when nothing was sent
 * @param askedAt when the question was put or turned away
 * @param facts what the answer said of the key's owner, escaped and bounded
 */
public record Liveness(
        State state, String reason, String asked, Instant askedAt, Map<String, String> facts) {

    public Liveness {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Nothing was sent, and so nothing is known. */
    static Liveness notAsked(String reason, Instant at) {
        return new Liveness(State.UNKNOWN, reason, "", at, Map.of());
    }
}
