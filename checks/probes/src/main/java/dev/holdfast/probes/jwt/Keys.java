package dev.holdfast.probes.jwt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the key that the policy names. No message of it holds a part of the key. */
final class Keys {
    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private Keys() {}

    /**
     * The key in the text of a variable: an HMAC secret as it is, or a private key in PEM (PKCS#8,
     * RFC 5958). A line feed may be written as backslash and n, as variables often have it.
     *
     * @return nothing when it is no such key
     */
    static Optional<SigningKey> read(String text, Algorithm algorithm) {
        if (algorithm.symmetric()) {
            return Optional.of(secret(text.getBytes(StandardCharsets.UTF_8), algorithm));
        }
        Matcher pem = PEM.matcher(text.replace("\\n", "\n"));
        if (!pem.find()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
            PrivateKey key =
                    KeyFactory.getInstance(algorithm.keys())
                            .generatePrivate(new PKCS8EncodedKeySpec(der));
            SigningKey signing = pair(key, open(key), algorithm);
            // A key of another curve is found here and not in the middle of the probe.
            int length = signing.sign(new byte[0]).length;
            return algorithm.elliptic() && length != algorithm.signatureBytes()
                    ? Optional.empty()
                    : Optional.of(signing);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /** A secret for HMAC. */
    static SigningKey secret(byte[] secret, Algorithm algorithm) {
        byte[] kept = secret.clone();
        return new SigningKey() {
            @Override
            public byte[] sign(byte[] text) {
                return algorithm.mac(kept, text);
            }

            @Override
            public Optional<PublicKey> open() {
                return Optional.empty();
            }
        };
    }

    /** A pair of keys. */
    static SigningKey pair(PrivateKey key, PublicKey open, Algorithm algorithm) {
        return new SigningKey() {
            @Override
            public byte[] sign(byte[] text) throws GeneralSecurityException {
                return algorithm.sign(key, text);
            }

            @Override
            public Optional<PublicKey> open() {
                return Optional.of(open);
            }
        };
    }

    private static PublicKey open(PrivateKey key) throws GeneralSecurityException {
        return switch (key) {
            case RSAPrivateCrtKey rsa ->
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new RSAPublicKeySpec(
                                            rsa.getModulus(), rsa.getPublicExponent()));
            case ECPrivateKey curve -> CurveKey.open(curve);
            case EdECPrivateKey edwards -> EdwardsKey.open(edwards);
            default -> throw new GeneralSecurityException("no key of a kind that tokens use");
        };
    }
}
