package dev.holdfast.probes.wire.redaction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What stands where a secret stood: the same for the same secret, so that two can be compared. */
final class Mask {
    static final String BEGIN = "[redacted sha256:";
    private static final int DIGITS = 8;

    private Mask() {}

    static String of(String secret) {
        if (secret.isEmpty() || secret.startsWith(BEGIN)) {
            return secret;
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8));
            return BEGIN + HexFormat.of().formatHex(digest).substring(0, DIGITS) + "]";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
