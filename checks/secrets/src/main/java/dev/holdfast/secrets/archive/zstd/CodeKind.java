package dev.holdfast.secrets.archive.zstd;

/**
 * The three kinds of codes of a sequence, with their default distributions (RFC 8878, 3.1.1.3.2).
 */
enum CodeKind {
    LITERAL_LENGTH(9, 6, "43222222222221112222222223211111----"),
    OFFSET(8, 5, "111111222111111111111111-----"),
    MATCH_LENGTH(9, 6, "1432222221111111111111111111111111111111111111-------");

    private static final int[] LITERAL_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10,
        11, 12, 13, 14, 15, 16
    };
    private static final int[] MATCH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };
    private static final int[] LITERAL_BASES = bases(LITERAL_BITS, 0);
    private static final int[] MATCH_BASES = bases(MATCH_BITS, 3);

    private final int highestAccuracy;
    private final int defaultAccuracy;
    private final String distribution;

    CodeKind(int highestAccuracy, int defaultAccuracy, String distribution) {
        this.highestAccuracy = highestAccuracy;
        this.defaultAccuracy = defaultAccuracy;
        this.distribution = distribution;
    }

    int highestAccuracy() {
        return highestAccuracy;
    }

    int highestSymbol() {
        return this == OFFSET ? 31 : distribution.length() - 1;
    }

    StateTable defaultTable() throws ZstdException {
        // A sign stands for -1, which is "less than one".
        int[] numbers = distribution.chars().map(each -> each == '-' ? -1 : each - '0').toArray();
        return StateTable.of(defaultAccuracy, numbers);
    }

    static int literalLength(int code, BackwardBits in) {
        return LITERAL_BASES[code] + in.read(LITERAL_BITS[code]);
    }

    static int matchLength(int code, BackwardBits in) {
        return MATCH_BASES[code] + in.read(MATCH_BITS[code]);
    }

    // Each range follows the one before it.
    private static int[] bases(int[] bits, int first) {
        int[] bases = new int[bits.length];
        int next = first;
        for (int code = 0; code < bits.length; code++) {
            bases[code] = next;
            next += 1 << bits[code];
        }
        return bases;
    }
}
