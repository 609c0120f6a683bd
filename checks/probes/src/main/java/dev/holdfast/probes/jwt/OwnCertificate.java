package dev.holdfast.probes.jwt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A certificate that its own key signed (RFC 5280, section 4.1): what anybody can put into x5c. A
 * service that takes the key out of it and asks nobody who issued it believes the token.
 */
final class OwnCertificate {
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8 = 0x0C;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int TIME = 0x18;
    // commonName, RFC 5280 appendix A.1
    private static final String COMMON_NAME = "0603550403";
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private OwnCertificate() {}

    /**
     * The certificate in DER.
     *
     * @throws GeneralSecurityException when the JDK cannot sign with such a key
     */
    static byte[] of(KeyPair keys, Instant now) throws GeneralSecurityException {
        // RFC 4055 section 5, RFC 5758 section 3.2, RFC 8410 section 3
        String method =
                switch (keys.getPublic().getAlgorithm()) {
                    case "RSA" -> "06092A864886F70D01010B0500";
                    case "EC" -> "06082A8648CE3D040302";
                    default -> "06032B6570";
                };
        String name =
                switch (keys.getPublic().getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> "Ed25519";
                };
        byte[] algorithm = value(SEQUENCE, HexFormat.of().parseHex(method));
        byte[] issuer =
                value(
                        SEQUENCE,
                        value(
                                SET,
                                value(
                                        SEQUENCE,
                                        HexFormat.of().parseHex(COMMON_NAME),
                                        value(UTF8, text("holdfast-probe")))));
        byte[] told =
                value(
                        SEQUENCE,
                        value(INTEGER, new byte[] {1}),
                        algorithm,
                        issuer,
                        value(
                                SEQUENCE,
                                value(TIME, text(FORM.format(now.minus(Duration.ofDays(1))))),
                                value(TIME, text(FORM.format(now.plus(Duration.ofDays(1)))))),
                        issuer,
                        keys.getPublic().getEncoded());
        Signature signature = Signature.getInstance(name);
        signature.initSign(keys.getPrivate());
        signature.update(told);
        return value(
                SEQUENCE, told, algorithm, value(BIT_STRING, new byte[] {0}, signature.sign()));
    }

    /** The same as PEM, as x5u finds it (RFC 7515, section 4.1.5). */
    static String pem(byte[] der) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] value(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        return DerValue.of(tag, content.toByteArray());
    }
}
