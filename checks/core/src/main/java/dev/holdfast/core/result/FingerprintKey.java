package dev.holdfast.core.result;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

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
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HmacSHA256", missing);
        }
    }

    private byte[] stretch(byte[] value) {
        // Latin-1 keeps every byte apart, whatever the value's own encoding was.
        char[] password = new String(value, StandardCharsets.ISO_8859_1).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(password, key, ITERATIONS, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", missing);
        } finally {
            spec.clearPassword();
            Arrays.fill(password, '\0');
        }
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
