package dev.holdfast.core.result;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The key under which matched values are hashed, so that a report can say "the same value" without
 * saying the value. HMAC-SHA-256 (RFC 2104); a value shorter than {@value #SHORT} bytes could be
 * guessed by trying all candidates, so it is first stretched with PBKDF2-HMAC-SHA-256 (RFC 8018).
 */
public final class FingerprintKey {

    private static final int SHORT = 20;
    private static final int ITERATIONS = 100_000;

    private final byte[] key;

    private FingerprintKey(byte[] key) {
        this.key = key.clone();
    }

    /** The key made from any text: the project's own key, kept in a file or in the environment. */
    public static FingerprintKey of(String text) {
        return new FingerprintKey(sha256(("holdfast fingerprint key\n" + text)));
    }

    /** The key of a project that has none of its own: the same everywhere. */
    public static FingerprintKey shared() {
        return of("shared");
    }

    /** Eight hexadecimal digits that name this key without giving it away. */
    public String id() {
        return HexFormat.of().formatHex(hmac("id".getBytes(StandardCharsets.UTF_8)), 0, 4);
    }

    /** The keyed hash of a matched value: 32 lower-case hexadecimal digits (128 bits). */
    public String hash(byte[] value) {
        byte[] digest = hmac(value.length < SHORT ? stretch(value) : value);
        return HexFormat.of().formatHex(digest, 0, 16);
    }

    /**
     * A key for telling whether something that was kept between two runs is our own: made of this
     * one, so that no other project's is taken, and of a secret of this machine, since this one may
     * be known to many.
     */
    public byte[] withSecret(byte[] secret) {
        byte[] label = "kept between runs\n".getBytes(StandardCharsets.UTF_8);
        byte[] message = Arrays.copyOf(label, label.length + secret.length);
        System.arraycopy(secret, 0, message, label.length, secret.length);
        return hmac(message);
    }

    private byte[] hmac(byte[] message) {
        return new HmacSha256(key).of(message);
    }

    private byte[] stretch(byte[] value) {
        // As a password of characters, each byte of the value one (Latin-1), which PBKDF2 is given
        // as UTF-8: so are the hashes that baselines hold.
        byte[] password =
                new String(value, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
        try {
            return new HmacSha256(password).derive(key, ITERATIONS);
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    static byte[] sha256(String text) {
        return HmacSha256.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
