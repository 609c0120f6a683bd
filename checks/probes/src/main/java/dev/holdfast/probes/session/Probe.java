package dev.holdfast.probes.session;

import dev.holdfast.core.check.CheckInfo;
import java.util.List;

/** Looks at one thing of a service. Keeps no state between runs. */
public interface Probe {
    /** The word of the command: {@code cors}. */
    String name();

    /** What every id that it can report means. */
    List<CheckInfo> rules();

    /**
     * Looks. What the target does not say enough for is {@code not-applicable}, with the missing
     * key in the message; what was not seen to the end is {@code unknown}.
     *
     * @throws InterruptedException when the run is stopped by its user
     */
    Seen run(Session session) throws InterruptedException;
}
