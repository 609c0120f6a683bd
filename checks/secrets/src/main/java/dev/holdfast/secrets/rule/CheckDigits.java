package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Assessment.Checksum;

/** The formats that carry check digits, and what their digits are made from. */
enum CheckDigits {
    /** None, or none that is known. */
    NONE("none"),
    /** GitHub and npm: six base62 digits behind a body of 30. */
    BASE62("CRC-32 of the body, base62"),
    /** Cloudflare: eight digits behind the body. */
    HEX("CRC-32 of the body, hexadecimal"),
    /** Zuplo: the same behind an underscore. */
    HEX_BEHIND_UNDERSCORE("CRC-32 of the body, hexadecimal"),
    /** Grafana. */
    LITTLE_ENDIAN_HEX("CRC-32 of prefix and body, little-endian hexadecimal"),
    /** Confluent. */
    BASE64("CRC-32 of the body, little-endian base64"),
    /** Atlassian. */
    UPPER_HEX("CRC-32 of all before it, upper-case hexadecimal");

    private final String words;

    CheckDigits(String words) {
        this.words = words;
    }

    /** What a table says of it. */
    String words() {
        return words;
    }

    /**
     * What the digits say of a token.
     *
     * @param body where the token's prefix ends
     */
    Checksum of(byte[] bytes, int start, int body, int end) {
        return switch (this) {
            case NONE -> Checksum.NONE;
            case BASE62 -> Checksums.base62(bytes, body, end);
            case HEX -> Checksums.hex(bytes, body, end - 8, end - 8, end);
            case HEX_BEHIND_UNDERSCORE -> Checksums.hex(bytes, body, end - 9, end - 8, end);
            case LITTLE_ENDIAN_HEX ->
                    Checksums.littleEndianHex(bytes, start, end - 9, end - 8, end);
            case BASE64 -> Checksums.base64(bytes, body, end);
            case UPPER_HEX -> Checksums.upperHex(bytes, start, end - 8, end);
        };
    }
}
