package dev.holdfast.secrets.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bech32 (BIP-173) in the plainest way: polynomials over GF(32), written out. */
final class PlainBech32 {
    private static final String DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    private PlainBech32() {}

    /** A token of that prefix, which ends with the separator, whose last six digits are right. */
    static String token(String prefix, String token) {
        String person = prefix.substring(0, prefix.length() - 1).toLowerCase(Locale.ROOT);
        List<Integer> data = new ArrayList<>();
        for (int i = prefix.length(); i < token.length() - 6; i++) {
            data.add(token.charAt(i) % 32);
        }
        List<Integer> all = new ArrayList<>();
        person.chars().forEach(each -> all.add(each >> 5));
        all.add(0);
        person.chars().forEach(each -> all.add(each & 31));
        all.addAll(data);
        for (int i = 0; i < 6; i++) {
            all.add(0);
        }
        int sum = sum(all) ^ 1;
        for (int i = 0; i < 6; i++) {
            data.add(sum >> 5 * (5 - i) & 31);
        }
        StringBuilder text = new StringBuilder(prefix);
        data.forEach(digit -> text.append(Character.toUpperCase(DIGITS.charAt(digit))));
        return text.toString();
    }

    private static int sum(List<Integer> values) {
        int[] generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
        int sum = 1;
        for (int value : values) {
            int top = sum >> 25;
            sum = ((sum & 0x1ffffff) << 5) ^ value;
            for (int i = 0; i < 5; i++) {
                if ((top >> i & 1) == 1) {
                    sum ^= generator[i];
                }
            }
        }
        return sum;
    }
}
