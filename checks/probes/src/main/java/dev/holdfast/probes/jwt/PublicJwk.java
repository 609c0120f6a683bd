package dev.holdfast.probes.jwt;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A public key as JSON (RFC 7517, RFC 7518 section 6, RFC 8037). */
final class PublicJwk {
    private static final int ED25519_BYTES = 32;

    private PublicJwk() {}

    static Map<String, Object> of(PublicKey key) {
        return new TreeMap<>(
                switch (key) {
                    case RSAPublicKey rsa ->
                            Map.of(
                                    "kty", "RSA",
                                    "n", number(rsa.getModulus(), 0),
                                    "e", number(rsa.getPublicExponent(), 0));
                    case ECPublicKey curve -> {
                        int size = curve.getParams().getCurve().getField().getFieldSize();
                        int bytes = (size + Byte.SIZE - 1) / Byte.SIZE;
                        yield Map.of(
                                "kty",
                                "EC",
                                "crv",
                                "P-" + size,
                                "x",
                                number(curve.getW().getAffineX(), bytes),
                                "y",
                                number(curve.getW().getAffineY(), bytes));
                    }
                    default -> {
                        // The last bytes of its X.509 form are the key itself (RFC 8410).
                        byte[] form = key.getEncoded();
                        byte[] raw =
                                Arrays.copyOfRange(form, form.length - ED25519_BYTES, form.length);
                        yield Map.of("kty", "OKP", "crv", "Ed25519", "x", Token.base64(raw));
                    }
                });
    }

    private static String number(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 ? 1 : 0;
        byte[] plain = Arrays.copyOfRange(bytes, start, bytes.length);
        if (plain.length >= length) {
            return Token.base64(plain);
        }
        byte[] filled = new byte[length];
        System.arraycopy(plain, 0, filled, length - plain.length, plain.length);
        return Token.base64(filled);
    }
}
