package dev.holdfast.probes.wire.transport;

import java.time.Duration;

/**
 * How long to wait.
 *
 * @param connect for a connection
 * @param call for a whole answer, the connection included
 */
public record Patience(Duration connect, Duration call) {
    /** What holds for every request. */
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30));
}
