package dev.holdfast.probes.csp.judge;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Whether one nonce tells much of the next: a counter, a time. Nonces that are made at random agree
 * in half of their bytes, or in the upper half of their bits, about once in 2^(half their bits).
 */
final class Predictable {
    /** Shorter ones agree by chance; that they are short is said elsewhere. */
    private static final int SHORTEST = 6;

    private static final int LONGEST_NUMBER = 100;
    private static final int FEW_BITS = 10;
    private static final int MANY_DIGITS = 12;

    /** Fewer hexadecimal digits that differ can be tried out: 40 bits. */
    private static final int FEW_LETTERS = 10;

    private static final int FEW_BYTES = 5;

    private Predictable() {}

    /** Whether two nonces are so alike that an attacker who has one can try the other. */
    static boolean alike(String one, String other) {
        if (number(one) && number(other)) {
            return near(one, other) || digits(one, other);
        }
        return alike(
                        one.getBytes(StandardCharsets.UTF_8),
                        other.getBytes(StandardCharsets.UTF_8),
                        FEW_LETTERS)
                || alike(decoded(one), decoded(other), FEW_BYTES);
    }

    /** Whether any nonce of a response is alike to one of another response. */
    static boolean any(List<? extends Iterable<String>> responses) {
        for (int i = 0; i < responses.size(); i++) {
            for (int j = i + 1; j < responses.size(); j++) {
                for (String one : responses.get(i)) {
                    for (String other : responses.get(j)) {
                        if (!one.equals(other) && alike(one, other)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    // A time or a label before much that is random (UUID of version 7, ULID) tells nothing of it.
    private static boolean alike(byte[] one, byte[] other, int few) {
        if (one.length != other.length || one.length < SHORTEST) {
            return false;
        }
        int same = 0;
        for (int i = 0; i < one.length; i++) {
            same += one[i] == other[i] ? 1 : 0;
        }
        return (2 * same >= one.length && one.length - same < few)
                || apart(new BigInteger(1, one), new BigInteger(1, other)) <= 4 * one.length;
    }

    private static boolean number(String text) {
        return text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    private static boolean near(String one, String other) {
        BigInteger first = new BigInteger(one);
        BigInteger second = new BigInteger(other);
        int bits = first.max(second).bitLength();
        return apart(first, second) <= Math.max(FEW_BITS, bits / 2);
    }

    // A digit agrees by chance more often than a byte.
    private static boolean digits(String one, String other) {
        if (one.length() != other.length() || one.length() < MANY_DIGITS) {
            return false;
        }
        int same = 0;
        for (int i = 0; i < one.length(); i++) {
            same += one.charAt(i) == other.charAt(i) ? 1 : 0;
        }
        return 4 * same >= 3 * one.length();
    }

    private static int apart(BigInteger one, BigInteger other) {
        return one.subtract(other).abs().bitLength();
    }

    private static byte[] decoded(String nonce) {
        String plain = nonce.replace('-', '+').replace('_', '/').replace("=", "");
        try {
            return Base64.getDecoder().decode(plain);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }
}
