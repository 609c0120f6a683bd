package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Assessment.Checksum;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * The check digits that providers put into their tokens. CRC-32 is the one of IEEE 802.3. A failing
 * one lowers what is known of a token and never drops it: formats change without notice.
 */
final class Checksums {
    private static final String BASE62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Checksums() {}

    /** GitHub and npm: 30 characters, then their CRC-32 in six base62 digits. */
    static Checksum base62(byte[] bytes, int bodyStart, int end) {
        int check = end - 6;
        long crc = crc(bytes, bodyStart, check);
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            digits.append(BASE62.charAt((int) (crc % 62)));
            crc /= 62;
        }
        return verdict(bytes, check, end, digits.reverse().toString());
    }

    /** Cloudflare and Zuplo: the CRC-32 as eight hexadecimal digits, most significant first. */
    static Checksum hex(byte[] bytes, int start, int bodyEnd, int check, int end) {
        return verdict(bytes, check, end, "%08x".formatted(crc(bytes, start, bodyEnd)));
    }

    /** Atlassian: the same in upper case, over everything before it. */
    static Checksum upperHex(byte[] bytes, int start, int check, int end) {
        return verdict(bytes, check, end, "%08X".formatted(crc(bytes, start, check)));
    }

    /** Grafana: the four bytes of the CRC-32 in little-endian order. */
    static Checksum littleEndianHex(byte[] bytes, int start, int bodyEnd, int check, int end) {
        long crc = crc(bytes, start, bodyEnd);
        return verdict(
                bytes, check, end, "%08x".formatted(Integer.reverseBytes((int) crc) & 0xFFFFFFFFL));
    }

    /** Confluent: the little-endian CRC-32 in base64 without padding. */
    static Checksum base64(byte[] bytes, int bodyStart, int end) {
        int check = end - 6;
        int crc = Integer.reverseBytes((int) crc(bytes, bodyStart, check));
        byte[] four = {(byte) (crc >>> 24), (byte) (crc >>> 16), (byte) (crc >>> 8), (byte) crc};
        return verdict(
                bytes, check, end, Base64.getEncoder().withoutPadding().encodeToString(four));
    }

    private static long crc(byte[] bytes, int start, int end) {
        CRC32 crc = new CRC32();
        crc.update(bytes, start, end - start);
        return crc.getValue();
    }

    private static Checksum verdict(byte[] bytes, int start, int end, String expected) {
        boolean same = end - start == expected.length();
        for (int i = 0; same && i < expected.length(); i++) {
            same = bytes[start + i] == expected.charAt(i);
        }
        return same ? Checksum.VALID : Checksum.INVALID;
    }
}
