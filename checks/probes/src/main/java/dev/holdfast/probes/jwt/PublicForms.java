package dev.holdfast.probes.jwt;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The forms in which a service may hold a public key, and so take it for an HMAC secret. */
final class PublicForms {
    private static final int LINE = 64;

    private PublicForms() {}

    /** The bytes of each form by a few words. */
    static Map<String, byte[]> of(PublicKey key) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        String pem = pem("PUBLIC KEY", key.getEncoded());
        forms.put("PEM with a line feed at the end", text(pem + "\n"));
        forms.put("PEM without a line feed at the end", text(pem));
        forms.put("PEM with CRLF", text((pem + "\n").replace("\n", "\r\n")));
        forms.put("Base64 of DER", text(Base64.getEncoder().encodeToString(key.getEncoded())));
        forms.put("DER", key.getEncoded());
        if (key instanceof RSAPublicKey rsa) {
            forms.put(
                    "PEM of PKCS#1 with a line feed at the end",
                    text(pem("RSA PUBLIC KEY", pkcs1(rsa)) + "\n"));
        }
        return forms;
    }

    /** Those that a service has that reads the key's file, by the same words. */
    static Map<String, byte[]> asRead(PublicKey key) {
        Map<String, byte[]> forms = of(key);
        forms.keySet().removeIf(words -> !words.startsWith("PEM") || words.endsWith("CRLF"));
        return forms;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----";
    }

    /** RSAPublicKey of RFC 8017, appendix A.1.1. */
    private static byte[] pkcs1(RSAPublicKey key) {
        byte[] modulus = value(0x02, key.getModulus());
        byte[] exponent = value(0x02, key.getPublicExponent());
        byte[] both = Arrays.copyOf(modulus, modulus.length + exponent.length);
        System.arraycopy(exponent, 0, both, modulus.length, exponent.length);
        return DerValue.of(0x30, both);
    }

    private static byte[] value(int tag, BigInteger number) {
        return DerValue.of(tag, number.toByteArray());
    }
}
