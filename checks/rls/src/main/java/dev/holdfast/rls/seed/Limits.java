package dev.holdfast.rls.seed;

import java.time.Duration;

/**
 * How long attempts at a database may take. What they leave out is unknown, never passed.
 *
 * @param statement how long one statement may run
 * @param timeouts after how many statements that ran out of time an object is left alone
 * @param whole how long all attempts together may take
 * @param grace how long a statement may go on that was told to stop, until its connection is closed
 */
public record Limits(Duration statement, int timeouts, Duration whole, Duration grace) {
    /** Those of a run that nobody said anything else for. */
    public static final Limits USUAL =
            new Limits(Duration.ofSeconds(20), 3, Duration.ofMinutes(10), Duration.ofSeconds(15));
}
