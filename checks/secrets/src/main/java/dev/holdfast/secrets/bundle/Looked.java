package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.secrets.env.EnvFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of a folder how much of it was looked at, and for what. */
record Looked(SecretSearch search, EnvFiles env) {

    Result folder(String path, List<FileScanner.Scanned> scanned, long bytes, BundleWalk walk) {
        String folder = path.isEmpty() ? "." : path;
        long incomplete =
                scanned.stream().filter(each -> !each.complete()).count()
                        + walk.holes().size()
                        - walk.leftOut();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("files", scanned.size());
        facts.put("bytes", bytes);
        facts.put("tokenKinds", search.kinds());
        facts.put("envValues", search.values());
        facts.put("envLeftOut", search.leftOut());
        facts.put("excluded", walk.excluded());
        if (scanned.isEmpty()) {
            return Said.folder(
                    Outcome.UNKNOWN,
                    folder,
                    walk.excluded() > 0
                            ? "everything in " + folder + " is excluded, so nothing was looked at"
                            : folder + " holds no file, so nothing was looked at",
                    "build first, or name the right folder",
                    facts);
        }
        String counts =
                "%s (%,d bytes) of %s for %d kinds of tokens and %s of %s"
                        .formatted(
                                count(scanned.size(), "file"),
                                bytes,
                                folder,
                                search.kinds(),
                                values(),
                                count(env.files().size(), ".env file"));
        String left =
                walk.excluded() > 0
                        ? "; "
                                + count(walk.excluded(), "path")
                                + (walk.excluded() == 1 ? " is" : " are")
                                + " excluded by policy"
                        : "";
        return incomplete > 0
                ? Said.folder(
                        Outcome.UNKNOWN,
                        folder,
                        "looked at "
                                + counts
                                + left
                                + "; "
                                + incomplete
                                + " of them not to the end",
                        "mend what is said of single files",
                        facts)
                : Said.folder(Outcome.PASS, folder, "looked at " + counts + left, "", facts);
    }

    private String values() {
        return search.leftOut().isEmpty()
                ? count(search.values(), "value")
                : "%,d of %s"
                        .formatted(
                                search.values(),
                                count(search.values() + search.leftOut().size(), "value"));
    }

    private static String count(int number, String what) {
        return "%,d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }
}
