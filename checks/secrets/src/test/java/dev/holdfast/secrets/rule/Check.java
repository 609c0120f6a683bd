package dev.holdfast.secrets.rule;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The check digits of the formats, computed in the plainest way. */
public enum Check {
    NONE(0, 0),
    /** GitHub and npm. */
    BASE62(6, 0),
    /** Cloudflare. */
    HEX(8, 0),
    /** Zuplo: the underscore before the digits is not counted. */
    HEX_BEHIND(8, 1),
    /** Grafana. */
    LITTLE_ENDIAN(8, 1),
    /** Confluent. */
    BASE64(6, 0),
    /** Atlassian. */
    UPPER_HEX(8, 0);

    private final int digits;
    private final int separator;

    Check(int digits, int separator) {
        this.digits = digits;
        this.separator = separator;
    }

    int digits() {
        return digits;
    }

    /** The token with its last characters replaced by the right digits. */
    String apply(String prefix, String token) {
        String before = token.substring(0, token.length() - digits);
        String all = before.substring(0, before.length() - separator);
        String body = all.substring(prefix.length());
        return before
                + switch (this) {
                    case NONE -> "";
                    case BASE62 -> base62(crc(body));
                    case HEX, HEX_BEHIND -> hex(crc(body));
                    case LITTLE_ENDIAN -> hex(Integer.reverseBytes(crc(all)));
                    case BASE64 -> base64(crc(body));
                    case UPPER_HEX -> hex(crc(all)).toUpperCase(java.util.Locale.ROOT);
                };
    }

    /** CRC-32 of IEEE 802.3, bit by bit. */
    static int crc(String text) {
        int crc = ~0;
        for (byte each : text.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= each & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0xEDB88320;
            }
        }
        return ~crc;
    }

    private static String hex(int crc) {
        String digits = Integer.toHexString(crc);
        return "0".repeat(8 - digits.length()) + digits;
    }

    private static String base62(int crc) {
        BigInteger rest = BigInteger.valueOf(crc & 0xFFFFFFFFL);
        BigInteger base = BigInteger.valueOf(62);
        StringBuilder digits = new StringBuilder();
        while (digits.length() < 6) {
            int digit = rest.mod(base).intValue();
            digits.insert(0, Alphabet.BASE62.characters().charAt(digit));
            rest = rest.divide(base);
        }
        return digits.toString();
    }

    private static String base64(int crc) {
        byte[] bytes = {(byte) crc, (byte) (crc >> 8), (byte) (crc >> 16), (byte) (crc >> 24)};
        return Base64.getEncoder().encodeToString(bytes).substring(0, 6);
    }
}
