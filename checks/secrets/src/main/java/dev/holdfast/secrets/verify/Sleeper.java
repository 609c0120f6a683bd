package dev.holdfast.secrets.verify;

import java.time.Duration;

/** Waits, or in a test pretends to. */
@FunctionalInterface
public interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
}
