package dev.holdfast.probes.tokens;

import dev.holdfast.probes.tokens.Sessions.Refreshed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The session that the logout ends. Until then it shows whether the service still refreshes what it
 * should: a refusal of another session's token says nothing without that.
 */
final class OtherSession {
    private final Sessions sessions;
    private final Optional<String> first;
    private @Nullable Refreshed begun;
    private boolean over;

    /**
     * The session of that refresh token.
     *
     * @param first nothing when the policy names no such token, or it is not set
     */
    OtherSession(Sessions sessions, Optional<String> first) {
        this.sessions = sessions;
        this.first = first;
    }

    /** What its latest refresh that was not refused was answered with; the first one otherwise. */
    Optional<Refreshed> begun() throws InterruptedException {
        if (begun == null && first.isPresent()) {
            begun = sessions.refresh(first.get());
        }
        return Optional.ofNullable(begun);
    }

    /** Whether the service refreshes it now. */
    boolean works() throws InterruptedException {
        if (over || first.isEmpty()) {
            return false;
        }
        if (begun == null) {
            return begun().flatMap(Refreshed::pair).isPresent();
        }
        Optional<Pair> pair = begun.pair();
        if (pair.isEmpty()) {
            return false;
        }
        Refreshed next = sessions.refresh(pair.get().refresh().orElse(first.get()));
        if (next.pair().isPresent()) {
            begun = next;
        }
        return next.pair().isPresent();
    }

    /** It was ended, and shows nothing any more. */
    void end() {
        over = true;
    }
}
