package dev.holdfast.probes.difference;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;

/**
 * One result of an earlier run.
 *
 * @param fingerprint by which it is known in both runs
 * @param subject what it is about: {@code GET /login}
 */
public record Judged(
        String check,
        Outcome outcome,
        Severity severity,
        String fingerprint,
        String subject,
        String message) {
    /** Whether it says that something is not good, accepted or not. */
    boolean bad() {
        return switch (outcome) {
            case FAIL, WAIVED, BASELINED -> true;
            case PASS, NOT_APPLICABLE, UNKNOWN, ERROR -> false;
        };
    }

    /** Whether somebody looked. */
    boolean looked() {
        return bad() || outcome == Outcome.PASS;
    }
}
