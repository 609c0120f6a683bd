package dev.holdfast.probes.jwt;

import dev.holdfast.probes.sign.Hmac;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;

/**
 * How a token is signed (RFC 7518, section 3; RFC 8037).
 *
 * @param name as in the header of a token
 * @param family the letters before the digits: HS, RS, PS, ES, or EdDSA
 * @param bits of its hash; 0 for EdDSA
 */
record Algorithm(String name, String family, int bits) {
    /** The algorithm of that name, or nothing when it is none that a policy may name. */
    static Optional<Algorithm> of(String name) {
        return switch (name) {
            case "HS256",
                    "HS384",
                    "HS512",
                    "RS256",
                    "RS384",
                    "RS512",
                    "PS256",
                    "PS384",
                    "PS512",
                    "ES256",
                    "ES384",
                    "ES512" ->
                    Optional.of(
                            new Algorithm(
                                    name,
                                    name.substring(0, 2),
                                    Integer.parseInt(name.substring(2))));
            case "EdDSA", "Ed25519" -> Optional.of(new Algorithm(name, "EdDSA", 0));
            default -> Optional.empty();
        };
    }

    boolean symmetric() {
        return family.equals("HS");
    }

    boolean elliptic() {
        return family.equals("ES");
    }

    /** How long a signature of ES is: two numbers of the curve's size. */
    int signatureBytes() {
        return switch (bits) {
            case 256 -> 64;
            case 384 -> 96;
            default -> 132;
        };
    }

    /** The curve of ES by the JDK's name. */
    String curve() {
        return switch (bits) {
            case 256 -> "secp256r1";
            case 384 -> "secp384r1";
            default -> "secp521r1";
        };
    }

    /** The JDK's name for the family's keys. */
    String keys() {
        return switch (family) {
            case "RS", "PS" -> "RSA";
            case "ES" -> "EC";
            default -> "Ed25519";
        };
    }

    /** HMAC of the algorithm's hash. */
    byte[] mac(byte[] secret, byte[] text) {
        return Hmac.of("HmacSHA" + bits, secret, text);
    }

    /**
     * A signature.
     *
     * @throws GeneralSecurityException when the key is not for this algorithm
     */
    byte[] sign(PrivateKey key, byte[] text) throws GeneralSecurityException {
        Signature signature =
                Signature.getInstance(
                        switch (family) {
                            case "RS" -> "SHA" + bits + "withRSA";
                            case "PS" -> "RSASSA-PSS";
                            case "ES" -> "SHA" + bits + "withECDSAinP1363Format";
                            default -> "Ed25519";
                        });
        if (family.equals("PS")) {
            String hash = "SHA-" + bits;
            signature.setParameter(
                    new PSSParameterSpec(
                            hash, "MGF1", new MGF1ParameterSpec(hash), bits / Byte.SIZE, 1));
        }
        signature.initSign(key);
        signature.update(text);
        return signature.sign();
    }
}
