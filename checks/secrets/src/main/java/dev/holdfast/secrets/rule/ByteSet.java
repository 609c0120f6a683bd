package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Bytes;

/**
 * A set of ASCII bytes, written as a class of a regular expression has it.
 *
 * @param ranges as it is written: {@code 0-9a-f}
 * @param low the members below 64
 * @param high the members from 64 to 127
 */
record ByteSet(String ranges, long low, long high) {

    /** The set of those ranges; a hyphen at either end is a hyphen. */
    static ByteSet of(String ranges) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < ranges.length(); i++) {
            boolean range = i + 2 < ranges.length() && ranges.charAt(i + 1) == '-';
            int last = range ? ranges.charAt(i + 2) : ranges.charAt(i);
            for (int each = ranges.charAt(i); each <= last; each++) {
                if (each < 64) {
                    low |= 1L << each;
                } else if (each < 128) {
                    high |= 1L << each;
                }
            }
            i += range ? 2 : 0;
        }
        return new ByteSet(ranges, low, high);
    }

    static ByteSet of(Bytes bytes) {
        return of(bytes.ranges());
    }

    /** Whether the byte is a member; no byte above 0x7F is. */
    boolean has(byte each) {
        return each >= 0 && ((each < 64 ? low : high) & 1L << each) != 0;
    }

    /** The members, in the order of their codes. */
    String members() {
        StringBuilder members = new StringBuilder();
        for (int each = 0; each < 128; each++) {
            if (has((byte) each)) {
                members.append((char) each);
            }
        }
        return members.toString();
    }
}
