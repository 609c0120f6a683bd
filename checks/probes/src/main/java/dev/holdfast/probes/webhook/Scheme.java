package dev.holdfast.probes.webhook;

import dev.holdfast.probes.exchange.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** How one kind of sender signs. The signature is always HMAC with SHA-256. */
interface Scheme {
    /** The word of the policy. */
    String word();

    /** The field that carries the signature. */
    String field();

    /** What HMAC is computed over. */
    byte[] signed(Event event, Instant at);

    /** The key for HMAC in a secret of the policy, or nothing when the secret is none. */
    default Optional<byte[]> key(String secret) {
        return Optional.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** A signature as text. */
    default String text(byte[] mac) {
        return HexFormat.of().formatHex(mac);
    }

    /** The value of the field with these signatures, each as {@link #text} has it. */
    String value(Instant at, List<String> signatures);

    /** The other fields of a delivery. */
    Fields beside(Event event, Instant at);

    /** A body that the sender could have sent. */
    String body(String id, int attempt, Instant at);

    /** The value with the right signature under a version that must be passed over, if any. */
    default Optional<String> otherVersion(Instant at, String signature) {
        return Optional.empty();
    }

    /** Values with a right signature of that time and another time beside it, if there are such. */
    default List<String> twoTimes(Instant signed, Instant other, String signature) {
        return List.of();
    }

    /** Whether a signature is bound to a time. */
    default boolean timed() {
        return true;
    }

    /** Whether several signatures may stand in one field. */
    default boolean many() {
        return false;
    }

    /** Whether signatures are hexadecimal. */
    default boolean hexadecimal() {
        return true;
    }

    /** Whether a time in the future must be refused. */
    default boolean refusesFuture() {
        return false;
    }

    /** The same with the field names of another sender, when there are such. */
    default Optional<Scheme> otherNames() {
        return Optional.empty();
    }
}
