package dev.holdfast.rls.source;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.server.migration.Applied;
import dev.holdfast.rls.server.migration.StatementProblem;
import java.util.List;
import java.util.Map;

/** How many statements of the migrations a verdict rests on, and which of them it does not. */
public final class MigrationCoverage {
    /** What the result means. */
    public static final CheckInfo INFO =
            new CheckInfo(
                    new CheckId("rls.migrations"),
                    "how much of the migrations was applied",
                    Severity.INFO,
                    "How many statements of the migrations the throw-away server carried out, and"
                            + " which it did not, each with its file, line and error.",
                    "A verdict over a database in which a statement is missing is a verdict over"
                            + " another database than yours.",
                    "Mend the statements that are named, or choose the platform that has what they"
                            + " need (--stub, rls.stub).",
                    List.of(
                            new Reference(
                                    "PostgreSQL: Error Codes",
                                    "https://www.postgresql.org/docs/current/errcodes-appendix.html")));

    /** What is told apart where there is one folder of migrations. */
    public static final String SUBJECT = "migrations";

    private MigrationCoverage() {}

    /** The coverage as a result; nothing where there were no migrations. */
    public static List<Result> of(Opened opened) {
        return of(opened, SUBJECT);
    }

    /**
     * The same of one of two.
     *
     * @param subject which
     */
    public static List<Result> of(Opened opened, String subject) {
        return opened
                .applied()
                .map(each -> result(each, String.join("; ", opened.notes()), subject))
                .stream()
                .toList();
    }

    static Result result(Applied applied, String notes, String subject) {
        Outcome outcome = applied.isComplete() ? Outcome.PASS : Outcome.UNKNOWN;
        return new Result(
                INFO.id(),
                outcome,
                outcome == Outcome.PASS ? INFO.severity() : Severity.MEDIUM,
                Evidence.MEASURED,
                List.of(),
                subject,
                notes,
                outcome == Outcome.PASS ? "" : INFO.fix(),
                Identity.ofPlace(INFO.id(), subject),
                null,
                Map.of(
                        "statements",
                        applied.statements(),
                        "applied",
                        applied.applied(),
                        "failed",
                        applied.problems().stream().map(MigrationCoverage::failed).toList()));
    }

    private static Map<String, Object> failed(StatementProblem problem) {
        return Map.of(
                "file", problem.file(),
                "line", problem.line(),
                "statement", problem.statement(),
                "error", problem.message());
    }
}
