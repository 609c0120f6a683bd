package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.secrets.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scans one file of the output, with the maps and modules that are inside it. */
final class FileScanner {
    // gzip packs at most about 1:1032; a stream that grows past this is not what a server sends.
    private static final long LARGEST_UNPACKED = 256L << 20;

    private final Engine engine;
    private final Interpreter interpreter;
    private final Path root;
    private final long largestFile;

    FileScanner(Engine engine, Interpreter interpreter, Path root, long largestFile) {
        this.engine = engine;
        this.interpreter = interpreter;
        this.root = root;
        this.largestFile = largestFile;
    }

    /**
     * What one file comes to.
     *
     * @param results what is said of the file itself
     * @param complete whether it was read to its end
     */
    record Scanned(
            List<Occurrence> occurrences, List<Result> results, long bytes, boolean complete) {}

    Scanned scan(BundleFile file) {
        if (file.size() > largestFile) {
            return undecided(tooLarge(file));
        }
        if (Packed.isUnreadable(file.extension())) {
            Result packed = packed(file);
            boolean twin = packed.outcome() == Outcome.NOT_APPLICABLE;
            return new Scanned(List.of(), List.of(packed), 0, twin);
        }
        try {
            Charset wide = FileInput.wide(file);
            if (wide != null && file.size() > ContentScan.WINDOW) {
                return undecided(
                        Said.unknown(
                                file.shown(),
                                "is UTF-16 of more than 16 MiB and was not looked at",
                                "save it as UTF-8"));
            }
            return scan(file, wide);
        } catch (IOException failed) {
            return undecided(
                    Said.unknown(
                            file.shown(),
                            "could not be read: " + Reasons.of(failed),
                            "make it readable, or exclude it by policy with a reason"));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            // What was found in other files is not lost with it.
            return undecided(Said.broken(file.shown(), bug));
        }
    }

    private Scanned scan(BundleFile file, @Nullable Charset wide) throws IOException {
        ContentScan scan = new ContentScan(engine, interpreter, ContentScan.WINDOW);
        try (InputStream in = FileInput.open(file, wide)) {
            long limit = file.isGzip() ? Math.min(LARGEST_UNPACKED, largestFile) : largestFile;
            scan.run(in, file.size(), limit);
        }
        List<Result> results = new ArrayList<>();
        if (!scan.isComplete()) {
            results.add(
                    Said.unknown(
                            file.shown(),
                            (file.isGzip() ? "unpacks to" : "has grown to")
                                    + " more than "
                                    + scan.bytes()
                                    + " bytes; the rest was not looked at",
                            "leave it out of what is deployed, or exclude it by policy with a reason"));
        }
        if (file.isText() && !scan.isUtf8()) {
            results.add(
                    Said.unknown(
                            file.shown(),
                            "is text by its name and not UTF-8; it was searched byte by byte, so a "
                                    + "value with letters outside of ASCII may be missed",
                            "save it as UTF-8"));
        }
        FileMaps maps =
                new FileMaps(file, new Origins(root), new MapFiles(root), engine, interpreter);
        maps.look(scan);
        results.addAll(maps.results());
        boolean decided = results.stream().noneMatch(each -> each.outcome() == Outcome.UNKNOWN);
        return new Scanned(maps.occurrences(), results, scan.bytes(), decided);
    }

    private static Scanned undecided(Result why) {
        return new Scanned(List.of(), List.of(why), 0, false);
    }

    private static Result tooLarge(BundleFile file) {
        return Said.unknown(
                file.shown(),
                "has " + file.size() + " bytes, more than the limit, and was not looked at",
                "raise secrets.bundle.maxFileMiB in the policy, or exclude it with a reason");
    }

    /** A packed file is decided by the file that it was packed from, when that lies beside it. */
    private static Result packed(BundleFile file) {
        String original = Packed.original(String.valueOf(file.path().getFileName()));
        boolean twin =
                !original.isEmpty() && Files.isRegularFile(file.path().resolveSibling(original));
        return twin
                ? Said.notApplicable(
                        file.shown(), "is packed; " + original + " beside it was looked at")
                : Said.unknown(
                        file.shown(),
                        "is packed in a way that cannot be looked into",
                        "unpack it beside the file, or exclude it by policy with a reason");
    }
}
