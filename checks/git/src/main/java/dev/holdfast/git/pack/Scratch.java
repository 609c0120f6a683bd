package dev.holdfast.git.pack;

/** Arrays that one thread uses again and again, so that they need not be made and cleared. */
final class Scratch {
    private static final int SMALLEST = 1 << 16;

    private final int mostKept;
    private byte[] delta = new byte[SMALLEST];
    private byte[] result = new byte[SMALLEST];

    /**
     * Scratch arrays.
     *
     * @param mostKept how large an array may be that is kept for later
     */
    Scratch(int mostKept) {
        this.mostKept = mostKept;
    }

    /** Room for a delta of that many bytes. */
    byte[] delta(int size) {
        byte[] fitting = fitting(delta, size);
        if (fitting.length <= mostKept) {
            delta = fitting;
        }
        return fitting;
    }

    /** Room for a result of that many bytes which nothing hangs on. */
    byte[] result(int size) {
        byte[] fitting = fitting(result, size);
        if (fitting.length <= mostKept) {
            result = fitting;
        }
        return fitting;
    }

    private static byte[] fitting(byte[] kept, int size) {
        int needed = size + Inflation.SPARE;
        return needed <= kept.length
                ? kept
                : new byte[Math.max(needed, (int) Math.min(1L << 20, 2L * kept.length))];
    }
}
