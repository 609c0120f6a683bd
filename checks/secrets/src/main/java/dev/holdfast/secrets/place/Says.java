package dev.holdfast.secrets.place;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the results that speak of what was looked at and not of values.
 *
 * @param info the check that speaks
 */
public record Says(CheckInfo info) {

    /** Something about a file could not be decided. */
    public Result unknown(String path, String message, String remediation) {
        return at(Outcome.UNKNOWN, path, message, remediation);
    }

    /** Holdfast broke at a file; what was thrown may quote the file, so only its place is told. */
    public Result broken(String path, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String place =
                trace.length == 0
                        ? ""
                        : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
        boolean memory = thrown instanceof OutOfMemoryError;
        return at(
                Outcome.ERROR,
                path,
                memory
                        ? "the scan ran out of memory here; the file is not decided"
                        : "the scan broke here with "
                                + thrown.getClass().getSimpleName()
                                + place
                                + "; the file is not decided",
                memory
                        ? "HOLDFAST_JAVA_OPTS=-Xmx4g gives it 4 GiB"
                        : "report a bug; exclude the file by policy with a reason until it is mended");
    }

    /** A file or link that the scan does not concern. */
    public Result notApplicable(String path, String message) {
        return at(Outcome.NOT_APPLICABLE, path, message, "");
    }

    /** What is to be said of a whole: a folder, a history, the standard input. */
    public Result whole(
            Outcome outcome,
            String subject,
            String message,
            String remediation,
            Map<String, Object> facts) {
        return result(outcome, List.of(), subject, subject, message, remediation, facts);
    }

    private Result at(Outcome outcome, String path, String message, String remediation) {
        Identity identity = Identity.ofPlace(info.id(), path);
        return result(
                outcome,
                List.of(new Spot(Location.ofFile(path), identity)),
                null,
                path,
                message,
                remediation,
                Map.of());
    }

    private Result result(
            Outcome outcome,
            List<Spot> spots,
            @Nullable String subject,
            String path,
            String message,
            String remediation,
            Map<String, Object> facts) {
        return new Result(
                info.id(),
                outcome,
                info.severity(),
                Evidence.MEASURED,
                spots,
                subject,
                message,
                remediation,
                spots.isEmpty() ? Identity.ofPlace(info.id(), path) : spots.getFirst().identity(),
                null,
                facts);
    }
}
