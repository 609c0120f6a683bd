package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Assessment.Checksum;
import dev.holdfast.secrets.engine.Latin1;
import java.util.Locale;

/** The checksum of bech32 (BIP-173), without its limit of 90 characters, as age uses it. */
final class Bech32 {
    private static final String DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {
        0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
    };

    private Bech32() {}

    /** What the last six characters say of a text that is in capital letters as a whole. */
    static Checksum check(byte[] bytes, int start, int end) {
        String text = Latin1.text(bytes, start, end).toLowerCase(Locale.ROOT);
        int one = text.lastIndexOf('1');
        if (one < 1 || one + 7 > text.length()) {
            return Checksum.INVALID;
        }
        int sum = 1;
        for (int i = 0; i < one; i++) {
            sum = next(sum, text.charAt(i) >> 5);
        }
        sum = next(sum, 0);
        for (int i = 0; i < one; i++) {
            sum = next(sum, text.charAt(i) & 31);
        }
        for (int i = one + 1; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return Checksum.INVALID;
            }
            sum = next(sum, digit);
        }
        return sum == 1 ? Checksum.VALID : Checksum.INVALID;
    }

    private static int next(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >>> i & 1) == 0 ? 0 : GENERATOR[i];
        }
        return next;
    }
}
