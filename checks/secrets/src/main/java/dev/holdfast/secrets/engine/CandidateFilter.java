package dev.holdfast.secrets.engine;

/**
 * Finds the offsets at which an anchor may stand. It may name too many, never too few; the engine
 * compares.
 */
public interface CandidateFilter {

    /** Takes an offset at which an anchor may stand. */
    @FunctionalInterface
    interface Sink {
        void candidate(int at);
    }

    /**
     * Names candidates in {@code [from, to)}, in order.
     *
     * @param length how many of the bytes count; no anchor ends behind it
     */
    void scan(byte[] bytes, int length, int from, int to, Sink sink);
}
