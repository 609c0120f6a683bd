package dev.holdfast.core.check;

/**
 * Takes note of how far a check is; the command line shows it on a terminal, everything else not.
 */
@FunctionalInterface
public interface Progress {

    /** Shows nothing. */
    Progress NONE = (what, done, of) -> {};

    /**
     * Says where the check stands.
     *
     * @param what a few words, without any value from the files
     * @param of how many there are, or 0 when nobody knows yet
     */
    void at(String what, long done, long of);
}
