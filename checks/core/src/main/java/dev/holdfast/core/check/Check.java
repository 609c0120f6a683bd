package dev.holdfast.core.check;

import java.io.IOException;
import java.util.List;

/**
 * Looks at one thing and says what it finds. A check returns values and never prints; it may be run
 * beside others, so it keeps no state between runs.
 */
public interface Check {

    /** A stable word for progress and for the result of a check that breaks, {@code area.name}. */
    String name();

    /** What every id that this check can report means. */
    List<CheckInfo> explanations();

    /**
     * Looks.
     *
     * @throws IOException when it cannot go on; the runner makes an {@code error} result of it
     * @throws InterruptedException when the run is stopped
     */
    Findings run(Context context) throws IOException, InterruptedException;
}
