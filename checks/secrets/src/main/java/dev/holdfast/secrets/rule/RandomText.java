package dev.holdfast.secrets.rule;

import java.util.regex.Pattern;

/** Tells a value that a machine drew from one that a person wrote. */
final class RandomText {
    private static final int FEWEST_CHANGES = 2;
    private static final int FEWEST_HEXADECIMAL = 16;
    // Bits for each character; words of one language stay below, by our own measurement.
    private static final double LEAST_ENTROPY = 3.0;
    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");
    // Names, calls, places, numbers, versions, addresses, check sums, and what is left out.
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "[A-Za-z_$][A-Za-z_$.-]*|[A-Za-z][A-Za-z0-9+]*:.*|[./~@#$%{<\\[(*&|].*"
                            + "|.*(?:[(){}<>|;,]|\\[-?\\d|=>|&&|\\.\\.\\.|::|__).*|[0-9.,:TZ+-]+"
                            + "|#?[0-9a-fA-F]{1,8}|v?\\d+(?:\\.\\w+)+|[^.@ ]+@[^@ ]+\\.[a-z]+"
                            + "|[a-z]+(?:[-_.][a-z0-9]{1,4})*|(?i:sha\\d{1,3}|md5)-.*"
                            + "|[\\w$]+(?:\\.[A-Za-z_$][\\w$]*)+");

    private RandomText() {}

    /** Whether the value looks drawn. */
    static boolean is(String value) {
        return value.chars().allMatch(each -> each > ' ' && each <= '~')
                && !UUID.matcher(value).matches()
                && !WRITTEN.matcher(value).matches()
                && (isHexadecimal(value) || changes(value) >= FEWEST_CHANGES)
                && entropy(value) >= LEAST_ENTROPY
                && !Dictionary.explains(value);
    }

    private static boolean isHexadecimal(String value) {
        return value.length() >= FEWEST_HEXADECIMAL
                && value.chars().allMatch(each -> Character.digit(each, 16) >= 0);
    }

    /** How often capitals, small letters, digits and signs take turns; in words they seldom do. */
    private static int changes(String value) {
        int changes = 0;
        for (int i = 1; i < value.length(); i++) {
            int before = sort(value.charAt(i - 1));
            int here = sort(value.charAt(i));
            boolean capitalised = before == 1 && here == 2;
            changes += before != here && !capitalised ? 1 : 0;
        }
        return changes;
    }

    private static int sort(char each) {
        return Character.isUpperCase(each)
                ? 1
                : Character.isLowerCase(each) ? 2 : Character.isDigit(each) ? 3 : 0;
    }

    /** Shannon's, in bits for each character. */
    static double entropy(String value) {
        int[] counts = new int[128];
        value.chars().forEach(each -> counts[each & 127]++);
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / value.length();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }
}
