package dev.holdfast.probes.verdict;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Reading;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.wire.Reply;
import java.util.Optional;

/**
 * Whether an answer let its caller in. Only the canary says yes, and only a status that refuses
 * says no; a login page, a redirect and a guard's page say neither.
 *
 * @param words what was seen, for a report, on one line
 */
public record Admission(Kind kind, String words) {
    /** What can be said. */
    public enum Kind {
        /** The answer holds what only an accepted one holds. */
        LET_IN,
        /** The service itself refused. */
        REFUSED,
        /** Neither shows. */
        UNCLEAR,
        /** The target does not allow such a request. */
        NOT_SENT,
        /** The probe itself could not ask. */
        BROKEN
    }

    /** What a reply says. */
    public static Admission of(Reply reply, String canary) {
        return switch (reply) {
            case Reply.Answered answered -> of(answered.exchange().response(), canary);
            case Reply.Unanswered none ->
                    new Admission(
                            switch (none.reason()) {
                                case NOT_ALLOWED -> Kind.NOT_SENT;
                                case REFUSED_ADDRESS -> Kind.BROKEN;
                                default -> Kind.UNCLEAR;
                            },
                            NoAnswer.words(none));
        };
    }

    /** What an answer says. */
    public static Admission of(Response response, String canary) {
        Reading body = Reading.of(response);
        if (body.text().contains(canary)) {
            return new Admission(Kind.LET_IN, "answered " + response.status() + " with the canary");
        }
        Optional<String> obstacle = Obstacle.of(response);
        if (obstacle.isPresent()) {
            return new Admission(Kind.UNCLEAR, "answered " + obstacle.get());
        }
        if (Obstacle.loginForm(response)) {
            return new Admission(
                    Kind.UNCLEAR, "answered " + response.status() + " with a login form");
        }
        if (body.unread().isPresent()) {
            return new Admission(
                    Kind.UNCLEAR, "answered " + response.status() + ": " + body.unread().get());
        }
        if (response.status() / 100 == 4) {
            return new Admission(Kind.REFUSED, "answered " + response.status());
        }
        return new Admission(Kind.UNCLEAR, "answered " + response.status() + " without the canary");
    }

    /** Whether the answer let its caller in. */
    public boolean letIn() {
        return kind == Kind.LET_IN;
    }

    /** Whether the service refused. */
    public boolean refused() {
        return kind == Kind.REFUSED;
    }

    /** What it means for a rule that such a caller is kept out. */
    public Outcome outcome() {
        return switch (kind) {
            case LET_IN -> Outcome.FAIL;
            case REFUSED -> Outcome.PASS;
            case UNCLEAR -> Outcome.UNKNOWN;
            case NOT_SENT -> Outcome.NOT_APPLICABLE;
            case BROKEN -> Outcome.ERROR;
        };
    }
}
