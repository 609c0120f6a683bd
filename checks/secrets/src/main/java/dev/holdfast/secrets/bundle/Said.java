package dev.holdfast.secrets.bundle;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import dev.holdfast.core.result.StablePath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the results that speak of files and folders and not of values. */
final class Said {

    private Said() {}

    /** Something about a file could not be decided. */
    static Result unknown(String path, String message, String remediation) {
        return at(BundleChecks.LOOKED, Outcome.UNKNOWN, path, message, remediation);
    }

    /** Holdfast broke at a file; what was thrown may quote the file, so only its place is told. */
    static Result broken(String path, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String place =
                trace.length == 0
                        ? ""
                        : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
        boolean memory = thrown instanceof OutOfMemoryError;
        return at(
                BundleChecks.LOOKED,
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
    static Result notApplicable(String path, String message) {
        return at(BundleChecks.LOOKED, Outcome.NOT_APPLICABLE, path, message, "");
    }

    static Result servedMap(Location location, String message) {
        Identity identity =
                Identity.ofPlace(BundleChecks.SERVED_MAP.id(), StablePath.of(location.path()));
        return new Result(
                BundleChecks.SERVED_MAP.id(),
                Outcome.FAIL,
                BundleChecks.SERVED_MAP.severity(),
                Evidence.MEASURED,
                List.of(new Spot(location, identity)),
                null,
                message,
                BundleChecks.SERVED_MAP.fix(),
                identity,
                null,
                Map.of("exposure", Exposure.MAP.word()));
    }

    /** What is to be said of a whole folder. */
    static Result folder(
            Outcome outcome,
            String folder,
            String message,
            String remediation,
            Map<String, Object> facts) {
        return result(
                BundleChecks.LOOKED,
                outcome,
                List.of(),
                folder,
                folder,
                message,
                remediation,
                facts);
    }

    private static Result at(
            CheckInfo info, Outcome outcome, String path, String message, String remediation) {
        Identity identity = Identity.ofPlace(info.id(), path);
        return result(
                info,
                outcome,
                List.of(new Spot(Location.ofFile(path), identity)),
                null,
                path,
                message,
                remediation,
                Map.of());
    }

    private static Result result(
            CheckInfo info,
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
