package dev.holdfast.probes.jwt;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** Makes the attacker's own keys. A large one takes a while, so that tests hand over theirs. */
@FunctionalInterface
interface KeyMaker {
    /** Keys that nobody else has. */
    KeyMaker FRESH = KeyMaker::fresh;

    /**
     * A pair.
     *
     * @param kind RSA, EC or Ed25519
     * @param curve the JDK's name of the curve of EC
     * @throws GeneralSecurityException when the JDK knows no such keys
     */
    KeyPair pair(String kind, String curve) throws GeneralSecurityException;

    private static KeyPair fresh(String kind, String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        switch (kind) {
            case "RSA" -> generator.initialize(2048);
            case "EC" -> generator.initialize(new ECGenParameterSpec(curve));
            default -> {}
        }
        return generator.generateKeyPair();
    }
}
