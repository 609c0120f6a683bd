package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Scans one file of the output, with the maps and modules that are inside it. */
final class FileScanner {
    // A stream that grows past this is not what a server sends.
    private static final long LARGEST_UNPACKED = 256L << 20;

    private final SecretSearch search;
    private final Path root;
    private final long largestFile;

    FileScanner(SecretSearch search, Path root, long largestFile) {
        this.search = search;
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
            List<Occurrence> occurrences, List<Result> results, long bytes, boolean complete) {

        private Scanned with(List<Occurrence> more) {
            List<Occurrence> all = new ArrayList<>(more);
            all.addAll(occurrences);
            return new Scanned(all, results, bytes, complete);
        }
    }

    /** Scans the name of a file and what is in it. */
    Scanned scan(BundleFile file) {
        Scanned content = content(file);
        List<Occurrence> name = NameScan.of(file, search);
        return name.isEmpty() ? content : content.with(name);
    }

    private Scanned content(BundleFile file) {
        if (file.size() > largestFile) {
            return undecided(tooLarge(file));
        }
        try {
            Packing packing = Packing.of(file);
            return packing == Packing.CLOSED ? undecided(closed(file)) : scan(file, packing);
        } catch (IOException failed) {
            return undecided(unreadable(file, failed));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            // What was found in other files is not lost with it.
            return undecided(Said.broken(file.shown(), bug));
        }
    }

    private Scanned scan(BundleFile file, Packing packing) throws IOException {
        boolean packed = packing != Packing.NONE;
        ContentScan scan =
                new ContentScan(search.engine(), search.interpreter(), ContentScan.WINDOW);
        List<Result> results = new ArrayList<>();
        try (FileInput in = FileInput.open(file, packing)) {
            long limit = packed ? Math.min(LARGEST_UNPACKED, largestFile) : largestFile;
            scan.run(in, file.size(), limit);
            IOException failure = in.failure();
            if (failure != null) {
                results.add(unreadable(file, failure));
            }
        }
        if (!scan.isComplete()) {
            results.add(
                    Said.unknown(
                            file.shown(),
                            (packed ? "unpacks to" : "has grown to")
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
        if (file.isText() && scan.holdsWideText()) {
            results.add(
                    Said.unknown(
                            file.shown(),
                            "is text by its name and UTF-16 without a byte order mark; only its ASCII"
                                    + " letters were searched",
                            "save it as UTF-8"));
        }
        FileMaps maps =
                new FileMaps(
                        file,
                        packing,
                        new Origins(root),
                        new MapFiles(root),
                        search.engine(),
                        search.interpreter());
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

    private static Result closed(BundleFile file) {
        return Said.unknown(
                file.shown(),
                "is packed in a way that cannot be looked into",
                "leave it out of what is deployed, or exclude it by policy with a reason");
    }

    private static Result unreadable(BundleFile file, IOException failed) {
        return Said.unknown(
                file.shown(),
                "could not be read: " + Reasons.of(failed),
                "make it readable, or exclude it by policy with a reason");
    }
}
