package dev.holdfast.probes.answer;

import java.time.Duration;

/** Waits. Tests wait for nothing. */
@FunctionalInterface
public interface Pause {
    /** Waits by the clock of the machine. */
    Pause REAL = Thread::sleep;

    /**
     * Waits that long.
     *
     * @throws InterruptedException when the run is stopped by its user
     */
    void of(Duration time) throws InterruptedException;
}
