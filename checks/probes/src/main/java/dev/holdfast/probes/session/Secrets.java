package dev.holdfast.probes.session;

import java.util.Optional;

/** Finds the secrets that the policy names by environment variable. */
@FunctionalInterface
public interface Secrets {
    /**
     * The value of a variable that the policy names, or nothing when it is not set or is empty.
     * Whoever asks keeps it out of every message; the wire's redaction knows it too.
     */
    Optional<String> of(String variable);

    /**
     * From now on the wire's redaction takes this out, too: a secret that the service has made and
     * answered. What it is answered in was recorded already; the policy's names of its members take
     * it out there.
     */
    default void learn(String secret) {}
}
