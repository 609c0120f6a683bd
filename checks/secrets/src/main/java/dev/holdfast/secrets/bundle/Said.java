package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import dev.holdfast.core.result.StablePath;
import dev.holdfast.secrets.place.Says;
import java.util.List;
import java.util.Map;

/** Makes the results that speak of files and folders and not of values. */
final class Said {

    private Said() {}

    /** Something about a file could not be decided. */
    static Result unknown(String path, String message, String remediation) {
        return new Says(BundleChecks.LOOKED).unknown(path, message, remediation);
    }

    /** Holdfast broke at a file; what was thrown may quote the file, so only its place is told. */
    static Result broken(String path, Throwable thrown) {
        return new Says(BundleChecks.LOOKED).broken(path, thrown);
    }

    /** A file or link that the scan does not concern. */
    static Result notApplicable(String path, String message) {
        return new Says(BundleChecks.LOOKED).notApplicable(path, message);
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
        return new Says(BundleChecks.LOOKED).whole(outcome, folder, message, remediation, facts);
    }
}
