package dev.holdfast.probes.target;

/**
 * How much a run may ask.
 *
 * @param rate requests a second for the whole run
 * @param burst how many may go at once after a pause
 */
public record Limits(int rate, int burst) {
    /** What holds when nobody says anything. */
    public static final Limits USUAL = new Limits(2, 5);
}
