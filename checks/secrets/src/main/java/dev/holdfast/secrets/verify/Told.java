package dev.holdfast.secrets.verify;

import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** What an answer changes about a finding. */
final class Told {
    private Told() {}

    /**
     * The result with what was learnt. A key that lives has the severity of its rule at least, for
     * what was in doubt is not any more, unless only the server sees it, as it should; a dead one
     * is low, and stays a finding; where nothing was learnt the severity stays.
     *
     * @param own the severity of the key's rule, when it is known
     */
    static Result of(Result result, Liveness liveness, Optional<Severity> own) {
        Result told =
                result.withProperty("liveness", word(liveness.state()))
                        .withProperty("livenessReason", liveness.reason())
                        .withMessage(result.message() + "; " + words(liveness));
        if (!liveness.asked().isEmpty()) {
            told =
                    told.withProperty("livenessAsked", liveness.asked())
                            .withProperty(
                                    "livenessAskedAt",
                                    liveness.askedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        if (!liveness.facts().isEmpty()) {
            told = told.withProperty("livenessFacts", liveness.facts());
        }
        return told.withSeverity(severity(result, liveness.state(), own));
    }

    private static Severity severity(Result result, State state, Optional<Severity> own) {
        Severity now = result.severity();
        return switch (state) {
            case LIVE ->
                    own.isEmpty() || "server-only".equals(result.properties().get("verdict"))
                            ? now
                            : worse(now, own.get());
            case DEAD -> now.compareTo(Severity.LOW) < 0 ? Severity.LOW : now;
            case UNKNOWN -> now;
        };
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static String words(Liveness liveness) {
        return switch (liveness.state()) {
            case LIVE -> "it lives: " + liveness.reason();
            case DEAD -> "it is dead: " + liveness.reason();
            case UNKNOWN -> "whether it lives is unknown: " + liveness.reason();
        };
    }

    static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
