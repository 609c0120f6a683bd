package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Assessment.Checksum;

/** The formats that carry check digits, and what their digits are made from. */
enum CheckDigits {
    /** None, or none that is known. */
    NONE("none", "none"),
    /** GitHub and npm: six base62 digits behind a body of 30. */
    BASE62("crc32-base62", "CRC-32 of the body, base62"),
    /** Cloudflare: eight digits behind the body. */
    HEX("crc32-hex", "CRC-32 of the body, hexadecimal"),
    /** Zuplo: the same behind an underscore. */
    HEX_BEHIND_UNDERSCORE("crc32-hex-behind-underscore", "CRC-32 of the body, hexadecimal"),
    /** Grafana. */
    LITTLE_ENDIAN_HEX(
            "crc32-little-endian-hex", "CRC-32 of prefix and body, little-endian hexadecimal"),
    /** Confluent. */
    BASE64("crc32-base64", "CRC-32 of the body, little-endian base64"),
    /** Atlassian. */
    UPPER_HEX("crc32-upper-hex", "CRC-32 of all before it, upper-case hexadecimal"),
    /** age: six characters of bech32 (BIP-173) behind the body. */
    BECH32("bech32", "bech32 checksum of all before it");

    private final String word;
    private final String words;

    CheckDigits(String word, String words) {
        this.word = word;
        this.words = words;
    }

    /** As rules name it. */
    String word() {
        return word;
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
            case BECH32 -> Bech32.check(bytes, start, end);
            case UPPER_HEX -> Checksums.upperHex(bytes, start, end - 8, end);
        };
    }
}
