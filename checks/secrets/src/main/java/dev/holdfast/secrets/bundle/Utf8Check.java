package dev.holdfast.secrets.bundle;

/** Checks along a stream that its bytes are UTF-8 (RFC 3629, section 4). */
final class Utf8Check {
    private int missing;
    private int least;
    private int most;
    private boolean valid = true;

    /** Goes on over the bytes at {@code [from, to)}. */
    void pass(byte[] bytes, int from, int to) {
        for (int i = from; i < to && valid; i++) {
            int each = bytes[i] & 0xFF;
            if (missing > 0) {
                valid = each >= least && each <= most;
                missing--;
                least = 0x80;
                most = 0xBF;
            } else if (each >= 0x80) {
                start(each);
            }
        }
    }

    /** The second byte has narrower limits behind E0, ED, F0 and F4. */
    private void start(int first) {
        missing = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        valid = first >= 0xC2 && first <= 0xF4;
    }

    /** Whether all bytes so far were whole characters. */
    boolean isValid() {
        return valid && missing == 0;
    }
}
