package dev.holdfast.probes.wire.pace;

import java.time.Duration;

/**
 * What a run may take in all.
 *
 * @param requests the most requests
 * @param time the most time
 * @param failures after how many answers of 5xx in a row, or requests without any, it stops
 */
public record RunLimits(int requests, Duration time, int failures) {
    /** What holds for every run: far above what a policy of some dozen routes needs. */
    public static final RunLimits USUAL = new RunLimits(5_000, Duration.ofHours(1), 5);
}
