package dev.holdfast.rls.seed;

import dev.holdfast.rls.server.ServerAnswer;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is left of the time for attempts: of the whole, and of each object. */
public final class Budget {
    // query_canceled and lock_not_available (PostgreSQL documentation, appendix A)
    private static final Set<String> OUT_OF_TIME = Set.of("57014", "55P03");

    private final Limits limits;
    private final InstantSource clock;
    private final Instant end;
    private final Map<String, Integer> timeouts = new HashMap<>();
    private Optional<String> silence = Optional.empty();

    /** Begins to count. */
    public Budget(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        this.end = clock.instant().plus(limits.whole());
    }

    /** Those that it counts by. */
    public Limits limits() {
        return limits;
    }

    /** Why an object is left alone; empty while it is not. */
    public Optional<String> spent(String object) {
        if (silence.isPresent()) {
            return silence;
        }
        if (timeouts.getOrDefault(object, 0) >= limits.timeouts()) {
            return Optional.of(
                    "not tried: %d statements at it ran out of time before"
                            .formatted(limits.timeouts()));
        }
        return clock.instant().isBefore(end)
                ? Optional.empty()
                : Optional.of(
                        "not tried: all attempts had taken their %d s before"
                                .formatted(limits.whole().toSeconds()));
    }

    /** Counts a statement that failed, when it failed for want of time. */
    public void failed(String object, Failure failure) {
        if (OUT_OF_TIME.contains(failure.state())) {
            timeouts.merge(object, 1, Integer::sum);
        }
    }

    /**
     * Takes note that a statement did not stop when it was told to, so that its connection was
     * closed and nothing more can be tried.
     *
     * @return the reason, for what is left alone
     * @throws SQLException the failure itself, when the connection ended for another reason
     */
    public String lost(String object, SQLException failed) throws SQLException {
        if (!ServerAnswer.isSilence(failed)) {
            throw failed;
        }
        String reason =
                "not tried: a statement at "
                        + object
                        + " did not stop when it was told to, and its connection was closed";
        silence = Optional.of(reason);
        return reason;
    }

    /** Whether a statement was told to stop. */
    static boolean isOutOfTime(SQLException failed) {
        return OUT_OF_TIME.contains(Failure.of(failed).state());
    }
}
