package dev.holdfast.probes.wire.pace;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Sleeper {
    /** Waits in real time. */
    Sleeper REAL = Thread::sleep;

    /**
     * Waits so long.
     *
     * @throws InterruptedException when the run is stopped by its user
     */
    void sleep(Duration time) throws InterruptedException;
}
