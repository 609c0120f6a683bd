package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.sourcemap.BrokenMap;
import dev.holdfast.secrets.sourcemap.SourceMap;
import dev.holdfast.secrets.sourcemap.SourceMapReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Scans one file of the output, with the maps and modules that are inside it. */
final class FileScanner {
    // gzip packs at most about 1:1032; a stream that grows past this is not what a server sends.
    private static final long LARGEST_UNPACKED = 256L << 20;

    private final Engine engine;
    private final Interpreter interpreter;
    private final Origins origins;
    private final long largestFile;

    FileScanner(Engine engine, Interpreter interpreter, Path root, long largestFile) {
        this.engine = engine;
        this.interpreter = interpreter;
        this.origins = new Origins(root);
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
        List<Occurrence> occurrences = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        try {
            String extension = file.extension();
            if (file.size() > largestFile) {
                results.add(tooLarge(file));
                return new Scanned(occurrences, results, 0, false);
            }
            if (Packed.isUnreadable(extension)) {
                results.add(packed(file));
                boolean twin = results.getFirst().outcome() == Outcome.NOT_APPLICABLE;
                return new Scanned(occurrences, results, 0, twin);
            }
            ContentScan scan = new ContentScan(engine, interpreter, ContentScan.WINDOW);
            try (InputStream in = open(file, extension)) {
                boolean unpacks = extension.equals("gz");
                long limit = unpacks ? Math.min(LARGEST_UNPACKED, largestFile) : largestFile;
                scan.run(in, file.size(), limit);
            }
            if (!scan.isComplete()) {
                results.add(
                        Said.unknown(
                                file.shown(),
                                "unpacks to more than "
                                        + scan.bytes()
                                        + " bytes; the rest was not looked at",
                                "leave it out of what is deployed, or exclude it by policy with a reason"));
            }
            inspect(file, scan, occurrences, results);
            boolean decided = results.stream().noneMatch(each -> each.outcome() == Outcome.UNKNOWN);
            return new Scanned(occurrences, results, scan.bytes(), decided);
        } catch (IOException failed) {
            results.add(
                    Said.unknown(
                            file.shown(),
                            "could not be read: " + Reasons.of(failed),
                            "make it readable, or exclude it by policy with a reason"));
            return new Scanned(occurrences, results, 0, false);
        }
    }

    private InputStream open(BundleFile file, String extension) throws IOException {
        InputStream in = Files.newInputStream(file.path());
        if (extension.equals("gz")) {
            try {
                return new GZIPInputStream(in, 1 << 16);
            } catch (IOException notGzip) {
                in.close();
                throw notGzip;
            }
        }
        byte[] mark = in.readNBytes(2);
        Charset wide =
                mark.length == 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE
                        ? StandardCharsets.UTF_16LE
                        : mark.length == 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF
                                ? StandardCharsets.UTF_16BE
                                : StandardCharsets.UTF_8;
        if (wide.equals(StandardCharsets.UTF_8) || file.size() > ContentScan.WINDOW) {
            in.close();
            return Files.newInputStream(file.path());
        }
        try (in) {
            String text = new String(in.readAllBytes(), wide);
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void inspect(
            BundleFile file, ContentScan scan, List<Occurrence> occurrences, List<Result> results)
            throws IOException {
        byte[] content = scan.whole();
        if (file.isText() && content.length > 0 && !isUtf8(content)) {
            results.add(
                    Said.unknown(
                            file.shown(),
                            "is text by its name and not UTF-8; it was searched byte by byte, so a "
                                    + "value with letters outside of ASCII may be missed",
                            "save it as UTF-8"));
        }
        Map<Hit, Origin> found = new HashMap<>();
        if (file.isMap()) {
            map(file, content, scan, found, results);
        } else if (file.isText()) {
            generated(file, content, scan.hits(), found, occurrences, results);
        }
        for (Hit hit : scan.hits()) {
            occurrences.add(occurrence(hit, file, found, file.exposure()));
        }
    }

    private void map(
            BundleFile file,
            byte[] content,
            ContentScan scan,
            Map<Hit, Origin> found,
            List<Result> results) {
        if (content.length == 0) {
            results.add(
                    Said.unknown(
                            file.shown(),
                            scan.bytes() == 0
                                    ? "is an empty source map"
                                    : "is a source map of more than 16 MiB: it was searched, and where "
                                            + "in the sources a value stands is not known",
                            "build it again"));
            return;
        }
        Path folder = Origins.parent(file.path());
        try {
            SourceMap map = SourceMapReader.read(content);
            outside(file, map, folder, results);
            if (map.carriesSources() && file.exposure() == Exposure.MAP) {
                results.add(
                        Said.servedMap(
                                Location.ofFile(file.shown()),
                                "the map carries the original sources and is shipped"));
            }
            found.putAll(origins.insideMap(content, scan.hits(), folder));
        } catch (BrokenMap broken) {
            results.add(brokenMap(file, broken));
        }
    }

    private void outside(BundleFile file, SourceMap map, Path folder, List<Result> results) {
        if (!origins.allInside(map, folder)) {
            results.add(
                    Said.unknown(
                            file.shown(),
                            "the map names sources outside of the project; where a value in them "
                                    + "comes from is not known",
                            "build inside the project, or exclude the map by policy with a reason"));
        }
    }

    private static Result brokenMap(BundleFile file, BrokenMap broken) {
        return Said.unknown(
                file.shown(),
                "the source map is broken: "
                        + broken.reason()
                        + "; its bytes were searched, and "
                        + "where a value comes from is not known",
                "build it again");
    }

    /** Generated text: its map tells where hits come from, and an inline map is searched too. */
    private void generated(
            BundleFile file,
            byte[] content,
            List<Hit> hits,
            Map<Hit, Origin> found,
            List<Occurrence> occurrences,
            List<Result> results)
            throws IOException {
        Optional<MapLink> link = MapLink.last(content);
        if (hits.isEmpty() && link.isEmpty()) {
            return;
        }
        Path folder = Origins.parent(file.path());
        found.putAll(origins.insideModules(content, hits, folder));
        switch (origins.mapOf(file, content)) {
            case Origins.Link.None _ -> {}
            case Origins.Link.Outside outside ->
                    results.add(
                            Said.unknown(file.shown(), outside.why(), "build inside the project"));
            case Origins.Link.Found(Origins.Linked map) -> {
                try {
                    if (!hits.isEmpty()) {
                        origins.through(map.json(), hits, map.folder()).forEach(found::putIfAbsent);
                    }
                    if (link.isPresent() && link.get().isData()) {
                        inline(file, content, link.get(), map, occurrences, results);
                    }
                } catch (BrokenMap broken) {
                    results.add(brokenMap(file, broken));
                }
            }
        }
    }

    private void inline(
            BundleFile file,
            byte[] content,
            MapLink link,
            Origins.Linked map,
            List<Occurrence> occurrences,
            List<Result> results)
            throws BrokenMap, IOException {
        LineCounter counter = new LineCounter();
        counter.pass(content, 0, link.offset());
        int width = link.url().length();
        Location place =
                new Location(
                        file.shown(),
                        counter.line(),
                        counter.column(),
                        counter.line(),
                        counter.column() + width,
                        null);
        Exposure exposure = file.exposure() == Exposure.SERVER ? Exposure.SERVER : Exposure.MAP;
        SourceMap parsed = SourceMapReader.read(map.json());
        outside(file, parsed, map.folder(), results);
        if (parsed.carriesSources() && exposure == Exposure.MAP) {
            results.add(
                    Said.servedMap(
                            place,
                            "the file carries its source map with the original sources inside it"));
        }
        ContentScan scan = new ContentScan(engine, interpreter, ContentScan.WINDOW);
        scan.run(new ByteArrayInputStream(map.json()), map.json().length, Long.MAX_VALUE);
        Map<Hit, Origin> found = origins.insideMap(map.json(), scan.hits(), map.folder());
        for (Hit hit : scan.hits()) {
            Origin origin = found.get(hit);
            occurrences.add(
                    new Occurrence(
                            hit,
                            file,
                            new Location(
                                    place.path(),
                                    place.line(),
                                    place.column(),
                                    place.endLine(),
                                    place.endColumn(),
                                    origin),
                            exposure));
        }
    }

    private static Occurrence occurrence(
            Hit hit, BundleFile file, Map<Hit, Origin> found, Exposure exposure) {
        Location location =
                new Location(
                        file.shown(),
                        hit.line(),
                        hit.column(),
                        hit.endLine(),
                        hit.endColumn(),
                        found.get(hit));
        return new Occurrence(hit, file, location, exposure);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException not) {
            return false;
        }
    }

    private static Result tooLarge(BundleFile file) {
        return Said.unknown(
                file.shown(),
                "has " + file.size() + " bytes, more than the limit, and was not looked at",
                "raise secrets.bundle.maxFileMiB in the policy, or exclude it with a reason");
    }

    /** A packed file is decided by the file that it was packed from, when that lies beside it. */
    private static Result packed(BundleFile file) {
        String original = Packed.original(file.path().getFileName().toString());
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
