package dev.holdfast.probes.jwt;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;

/**
 * The public key of a private one of Ed25519. A private key is 32 bytes as they came from a source
 * of randomness (RFC 8032, section 5.1.5), so the JDK's generator makes the same pair again when
 * the source gives it these bytes.
 */
final class EdwardsKey {
    private EdwardsKey() {}

    static PublicKey open(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed =
                key.getBytes()
                        .orElseThrow(() -> new GeneralSecurityException("a key without bytes"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
        return generator.generateKeyPair().getPublic();
    }

    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] given;

        Given(byte[] given) {
            this.given = given.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(given, 0, bytes, 0, Math.min(given.length, bytes.length));
        }
    }
}
