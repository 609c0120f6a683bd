package dev.holdfast.secrets.bundle;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Base64 as it stands in other text: of either alphabet (RFC 4648), padded or not, its signs
 * escaped or percent-encoded. It is read as far as it goes.
 */
final class Base64Text {
    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte[] VALUES = values();

    private final byte[] bytes;
    private final int length;
    private int at;

    private Base64Text(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.at = from;
        this.length = length;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < DIGITS.length(); i++) {
            values[DIGITS.charAt(i)] = (byte) i;
        }
        values['-'] = 62;
        values['_'] = 63;
        return values;
    }

    /** Where the base64 ends that begins at an offset. */
    static int end(byte[] bytes, int from, int length) {
        Base64Text text = new Base64Text(bytes, from, length);
        while (text.next() >= 0) {
            // Only the place counts.
        }
        return text.at;
    }

    static byte[] decode(byte[] bytes, int from, int to) {
        Base64Text text = new Base64Text(bytes, from, to);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream((to - from) / 4 * 3 + 3);
        int bits = 0;
        int held = 0;
        for (int digit = text.next(); digit >= 0; digit = text.next()) {
            held = held << 6 | digit;
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                decoded.write(held >> bits);
            }
        }
        return decoded.toByteArray();
    }

    /** The next six bits, or -1. */
    private int next() {
        if (at >= length) {
            return -1;
        }
        byte each = bytes[at];
        int value = each < 0 ? -1 : VALUES[each];
        if (value >= 0) {
            at++;
            return value;
        }
        // JSON may write a slash as \/, a URL a plus sign as %2B.
        if (each == '\\' && at + 1 < length && bytes[at + 1] == '/') {
            at += 2;
            return 63;
        }
        int encoded = each == '%' ? percent() : -1;
        at += encoded >= 0 ? 3 : 0;
        return encoded;
    }

    private int percent() {
        if (at + 2 >= length || bytes[at + 1] != '2') {
            return -1;
        }
        return switch (bytes[at + 2]) {
            case 'B', 'b' -> 62;
            case 'F', 'f' -> 63;
            default -> -1;
        };
    }
}
