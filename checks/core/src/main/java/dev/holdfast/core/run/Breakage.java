package dev.holdfast.core.run;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;

/** Makes the {@code error} result of a check that broke. */
final class Breakage {

    private Breakage() {}

    static Findings of(Check check, String reason) {
        CheckId id = new CheckId(check.name());
        Result result =
                new Result(
                        id,
                        Outcome.ERROR,
                        severity(check, id),
                        Evidence.MEASURED,
                        List.of(),
                        null,
                        "the check " + reason + "; what it should have looked at is not decided",
                        "mend the reason given and run again; if there is none to mend, report a bug",
                        Identity.ofPlace(id, "broken"),
                        null,
                        Map.of());
        return new Findings(List.of(result), List.<Coverage>of());
    }

    private static Severity severity(Check check, CheckId id) {
        return check.explanations().stream()
                .filter(info -> info.id().equals(id))
                .findFirst()
                .map(CheckInfo::severity)
                .orElse(Severity.HIGH);
    }

    /**
     * Why a check broke. The message of a programming error is left out: it may quote the bytes
     * that were being looked at, and those may be a secret.
     */
    static String reason(Throwable cause) {
        return switch (cause) {
            case UserProblem problem -> "could not run: " + problem.what();
            case NoSuchFileException missing -> "did not find " + missing.getFile();
            case AccessDeniedException denied -> "may not read " + denied.getFile();
            case IOException failed -> "could not go on: " + failed.getMessage();
            case InterruptedException _ -> "was interrupted";
            case OutOfMemoryError _ ->
                    "ran out of memory (HOLDFAST_JAVA_OPTS=-Xmx4g gives it 4 GiB)";
            default -> "broke with " + cause.getClass().getSimpleName() + place(cause);
        };
    }

    private static String place(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length == 0
                ? ""
                : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    }
}
