package dev.holdfast.secrets.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds where base64 or hexadecimal digits may spell text, eight bytes at a time (Warren, Hacker's
 * Delight, 6-1: tests of all bytes of a word at once). Of 24 such bytes two whole words that follow
 * one another are a part, and so is one of every other word.
 *
 * <p>Of four characters of base64 the first is one of {@code A} to {@code f} when it begins a byte
 * of ASCII (RFC 4648, section 4); in most names and paths it is not.
 */
final class RunFinder {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = ONES << 7;
    private static final long SMALL = ONES * 0x20;
    // Added to a byte, they carry into its high bit from that byte on.
    private static final long FROM_A = ONES * (0x80 - 'a');
    private static final long BEHIND_F = ONES * (0x80 - 'f' - 1);
    private static final long BEHIND_Z = ONES * (0x80 - 'z' - 1);
    private static final long FROM_CAPITAL_A = ONES * (0x80 - 'A');
    private static final long BEHIND_CAPITAL_Z = ONES * (0x80 - 'Z' - 1);
    private static final long FROM_0 = ONES * (0x80 - '0');
    private static final long FROM_SLASH = ONES * (0x80 - '/');
    private static final long BEHIND_9 = ONES * (0x80 - '9' - 1);
    private static final long PLUSES = ONES * '+';
    private static final long MINUSES = ONES * '-';
    private static final long SEVENS = ONES * 0x7F;

    private RunFinder() {}

    /**
     * The offset of a word at which 18 bytes of ASCII may be spelled, or the length. It may lie in
     * the middle of what spells them.
     *
     * @param from a multiple of 16
     */
    static int next(byte[] bytes, int from, int length) {
        int end = length - 2 * Long.BYTES;
        int at = from;
        while (at <= end) {
            long word = (long) LONGS.get(bytes, at);
            if (isBase64(word)
                    && (spells(word, bytes, at + Long.BYTES) || before(word, bytes, at))) {
                return at;
            }
            at += 2 * Long.BYTES;
        }
        boolean last =
                at + Long.BYTES <= length
                        && isBase64((long) LONGS.get(bytes, at))
                        && before((long) LONGS.get(bytes, at), bytes, at);
        return last ? at : length;
    }

    private static boolean before(long word, byte[] bytes, int at) {
        return at >= Long.BYTES && spells(word, bytes, at - Long.BYTES);
    }

    /** Whether a word and the one at that offset may spell text together. */
    private static boolean spells(long word, byte[] bytes, int at) {
        long other = (long) LONGS.get(bytes, at);
        if (!isBase64(other)) {
            return false;
        }
        long starts = starts(word) & starts(other);
        return (starts & starts >>> Integer.SIZE) != 0 || (isHex(word) && isHex(other));
    }

    /** The high bits of the bytes from A to Z and from a to f. */
    private static long starts(long eight) {
        long capitals = eight + FROM_CAPITAL_A & ~(eight + BEHIND_CAPITAL_Z);
        long small = eight + FROM_A & ~(eight + BEHIND_F);
        return (capitals | small) & HIGHS;
    }

    private static boolean isHex(long eight) {
        long small = eight | SMALL;
        long letters = small + FROM_A & ~(small + BEHIND_F);
        long digits = small + FROM_0 & ~(small + BEHIND_9);
        return ((letters | digits) & HIGHS) == HIGHS;
    }

    /**
     * Whether all eight bytes are of base64, of either alphabet; some control bytes pass, too, as
     * they differ in one bit only.
     */
    private static boolean isBase64(long eight) {
        long small = eight | SMALL;
        long letters = small + FROM_A & ~(small + BEHIND_Z);
        long digits = small + FROM_SLASH & ~(small + BEHIND_9);
        // An underscore is 0x7F in small letters.
        long underscores = small + ONES;
        long pluses = ~((small ^ PLUSES) + SEVENS);
        long minuses = ~((small ^ MINUSES) + SEVENS);
        return ((letters | digits | underscores | pluses | minuses) & ~eight & HIGHS) == HIGHS;
    }
}
