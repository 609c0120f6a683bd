package dev.holdfast.rls.difference;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.difference.Difference.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Differences as results. */
final class DifferenceResults {
    private static final String SUBJECT = "the database";

    private DifferenceResults() {}

    static Result of(Difference it) {
        CheckInfo info =
                switch (it.kind()) {
                    case OPENED -> DifferenceChecks.OPENED;
                    case CLOSED -> DifferenceChecks.CLOSED;
                    case CHANGED -> DifferenceChecks.CHANGED;
                };
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("role", it.role());
        facts.put("command", it.command());
        facts.put("before", it.before());
        facts.put("after", it.after());
        facts.put("evidence", it.evidence());
        return new Result(
                info.id(),
                it.kind() == Kind.CHANGED ? Outcome.UNKNOWN : Outcome.FAIL,
                it.kind() == Kind.CLOSED ? Severity.INFO : it.severity(),
                Evidence.MEASURED,
                List.of(),
                it.subject(),
                "%s %s %s: before %s; after %s"
                        .formatted(
                                it.role(), it.command(), word(it.kind()), it.before(), it.after()),
                info.fix(),
                Identity.ofPlace(
                        info.id(),
                        String.join(" ", it.subject(), it.role(), it.command(), it.after())),
                null,
                facts);
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case OPENED -> "reaches more";
            case CLOSED -> "reaches less";
            case CHANGED -> "may reach more";
        };
    }

    /** What was compared, or why nothing was. */
    static Result looked(Outcome outcome, String message) {
        return new Result(
                DifferenceChecks.LOOKED.id(),
                outcome,
                outcome == Outcome.UNKNOWN ? Severity.MEDIUM : Severity.INFO,
                Evidence.MEASURED,
                List.of(),
                SUBJECT,
                message,
                outcome == Outcome.UNKNOWN ? DifferenceChecks.LOOKED.fix() : "",
                Identity.ofPlace(DifferenceChecks.LOOKED.id(), SUBJECT),
                null,
                Map.of());
    }
}
