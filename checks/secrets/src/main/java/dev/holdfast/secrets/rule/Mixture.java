package dev.holdfast.secrets.rule;

/** Tells random text from words and from hexadecimal hashes. */
final class Mixture {

    private Mixture() {}

    /** Whether there are capital and small letters and digits, at least so many of each. */
    static boolean of(byte[] bytes, int start, int end, int least) {
        int upper = 0;
        int lower = 0;
        int digits = 0;
        for (int i = start; i < end; i++) {
            upper += bytes[i] >= 'A' && bytes[i] <= 'Z' ? 1 : 0;
            lower += bytes[i] >= 'a' && bytes[i] <= 'z' ? 1 : 0;
            digits += bytes[i] >= '0' && bytes[i] <= '9' ? 1 : 0;
        }
        return upper >= least && lower >= least && digits >= least;
    }
}
