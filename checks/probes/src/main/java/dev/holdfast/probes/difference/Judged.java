package dev.holdfast.probes.difference;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One result of an earlier run.
 *
 * @param fingerprint by which it is known in both runs; several may have the same
 * @param subject what it is about: {@code GET /login}
 * @param ways by which a caller came in who may not; empty when the rule tells none
 */
public record Judged(
        String check,
        Outcome outcome,
        Severity severity,
        String fingerprint,
        String subject,
        String message,
        List<String> ways) {
    /** What blocks before what is accepted, what is good, what is open, and the rest. */
    static final Comparator<Judged> WORST_FIRST =
            Comparator.comparing((Judged each) -> each.outcome() != Outcome.FAIL)
                    .thenComparing(each -> !each.bad())
                    .thenComparing(each -> each.bad() ? each.severity() : Severity.INFO)
                    .thenComparing(each -> !each.looked())
                    .thenComparing(each -> !each.open())
                    .thenComparing(Judged::message);

    public Judged {
        ways = List.copyOf(ways);
    }

    /** One that tells no ways. */
    public Judged(
            String check,
            Outcome outcome,
            Severity severity,
            String fingerprint,
            String subject,
            String message) {
        this(check, outcome, severity, fingerprint, subject, message, List.of());
    }

    /** Whether it says that something is not good, accepted or not. */
    boolean bad() {
        return outcome == Outcome.FAIL || accepted();
    }

    /** Whether somebody looked. */
    boolean looked() {
        return bad() || outcome == Outcome.PASS;
    }

    /** Whether nobody could say. */
    boolean open() {
        return outcome == Outcome.UNKNOWN || outcome == Outcome.ERROR;
    }

    private boolean accepted() {
        return outcome == Outcome.WAIVED || outcome == Outcome.BASELINED;
    }

    /** How it is worse than what there was, when it is. */
    Optional<String> worseThan(@Nullable Judged then) {
        if (!bad()) {
            return Optional.empty();
        }
        if (then == null || !then.bad()) {
            return Optional.of("fails now");
        }
        if (severity.compareTo(then.severity) < 0) {
            return Optional.of("is " + severity.word() + " now and was " + then.severity.word());
        }
        if (then.accepted() && !accepted()) {
            return Optional.of("was " + then.outcome.word() + " and fails now");
        }
        List<String> more = ways.stream().filter(way -> !then.ways.contains(way)).toList();
        // A run of a time when the rule told no ways says nothing of these.
        return then.ways.isEmpty() || more.isEmpty()
                ? Optional.empty()
                : Optional.of("fails in more ways now (" + String.join(", ", more) + ")");
    }

    /** Whether the other has said the same already. */
    boolean repeats(Judged other) {
        return worseThan(other).isEmpty() && message.equals(other.message);
    }
}
