package dev.holdfast.secrets.known;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the codes that show that a file is our own (HMAC-SHA-256, RFC 2104). */
final class Authenticator {
    private static final String ALGORITHM = "HmacSHA256";
    private final byte[] key;

    Authenticator(byte[] key) {
        this.key = key.clone();
    }

    /** A code that is made of bytes piece by piece. */
    static final class Code {
        private final Mac mac;

        private Code(Mac mac) {
            this.mac = mac;
        }

        void update(byte[] bytes, int length) {
            mac.update(bytes, 0, length);
        }

        byte[] end() {
            return mac.doFinal();
        }
    }

    Code begin() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return new Code(mac);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
        }
    }

    /** The code of a few bytes. */
    byte[] of(byte[] bytes) {
        Code code = begin();
        code.update(bytes, bytes.length);
        return code.end();
    }
}
