package dev.holdfast.rls.server.migration;

import java.time.Duration;

/**
 * How long a statement of a migration may take.
 *
 * @param statement after which it is told to stop
 * @param grace after which its connection is closed, if it has not stopped: a block may catch that
 *     it was told to ({@code query_canceled}, PostgreSQL documentation, appendix A)
 */
public record Patience(Duration statement, Duration grace) {
    /** That of a run that nobody said anything else for. */
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(60), Duration.ofSeconds(15));
}
