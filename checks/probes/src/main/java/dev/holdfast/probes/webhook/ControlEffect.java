package dev.holdfast.probes.webhook;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What the effect's path said of the right event.
 *
 * @param times how often it took effect, or nothing when the path did not say
 * @param after how long that took; nothing when it showed at the first look
 * @param doubt why the path's numbers mean nothing, or empty
 */
record ControlEffect(OptionalLong times, Duration after, String doubt) {
    /** Nothing was asked. */
    static final ControlEffect NONE = new ControlEffect(OptionalLong.empty(), Duration.ZERO, "");

    private static final Duration MARGIN = Duration.ofSeconds(1);

    /** Whether effects can be seen: the right event had one, and one that was never sent none. */
    boolean shows() {
        return doubt.isEmpty() && times.isPresent() && times.getAsLong() > 0;
    }

    /**
     * How long after its delivery an effect must have shown: what was seen to take so long may take
     * as long once more when it waits behind another.
     */
    Duration patience(Duration seen) {
        Duration slowest = seen.compareTo(after) > 0 ? seen : after;
        return slowest.multipliedBy(2).plus(MARGIN);
    }
}
