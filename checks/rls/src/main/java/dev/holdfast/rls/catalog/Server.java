package dev.holdfast.rls.catalog;

/**
 * Which server and which session the catalogue was read in.
 *
 * @param version as a number: 150018
 * @param user who read it
 */
public record Server(int version, String database, String user) {

    /** 15 of 150018. */
    public int major() {
        return version / 10_000;
    }
}
