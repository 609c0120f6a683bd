package dev.holdfast.commands.report;

/** How many columns of a terminal text takes. */
final class Columns {
    private static final int FIRST_WIDE = 0x1100;

    // The blocks whose characters Unicode's EastAsianWidth.txt (UAX #11) calls wide or fullwidth.
    private static final int[][] WIDE = {
        {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x4DBF}, {0x4E00, 0xA4CF},
        {0xA960, 0xA97F}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
        {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
    };

    private Columns() {}

    /** The columns that the text takes. */
    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    /** The columns that one character takes: none, one or two. */
    static int of(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        if (point < FIRST_WIDE) {
            return 1;
        }
        for (int[] block : WIDE) {
            if (point >= block[0] && point <= block[1]) {
                return 2;
            }
        }
        return 1;
    }
}
