package dev.holdfast.probes.sign;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC (RFC 2104). */
public final class Hmac {
    private Hmac() {}

    /** HMAC with SHA-256 of a text; the key may be empty, as a forger's is. */
    public static byte[] sha256(byte[] key, byte[] text) {
        return of("HmacSHA256", key, text);
    }

    /**
     * HMAC by the JDK's name of the algorithm.
     *
     * @throws IllegalArgumentException when the JDK has no such algorithm
     */
    public static byte[] of(String algorithm, byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            // The JDK refuses an empty key. A key is filled up with zeros, so one zero is the same.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
            return mac.doFinal(text);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("no HMAC by " + algorithm, unusable);
        }
    }
}
