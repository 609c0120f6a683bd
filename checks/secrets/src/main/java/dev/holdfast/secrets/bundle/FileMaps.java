package dev.holdfast.secrets.bundle;

import static java.util.stream.Collectors.toList;

import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.place.LineCounter;
import dev.holdfast.secrets.sourcemap.BrokenMap;
import dev.holdfast.secrets.sourcemap.Position;
import dev.holdfast.secrets.sourcemap.SourceMap;
import dev.holdfast.secrets.sourcemap.SourceMapReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Traces what was found in one file to the original sources, through every map that belongs to the
 * file, and says what it cannot trace.
 */
final class FileMaps {
    private static final String REBUILD = "build it again";

    private final BundleFile file;
    private final Packing packing;
    private final Origins origins;
    private final MapFiles mapFiles;
    private final EmbeddedScan embedded;
    private final Path folder;
    private final Map<Hit, Origins.Traced> traced = new HashMap<>();
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();

    FileMaps(
            BundleFile file,
            Packing packing,
            Origins origins,
            MapFiles mapFiles,
            Engine engine,
            Interpreter interpreter) {
        this.file = file;
        this.packing = packing;
        this.origins = origins;
        this.mapFiles = mapFiles;
        this.embedded = new EmbeddedScan(engine, interpreter, origins, file);
        this.folder = MapFiles.parent(file.path());
    }

    /** Looks at the maps of a file that was searched, and at what else is encoded in it. */
    void look(ContentScan scan) throws IOException {
        boolean needed = !scan.hits().isEmpty() || scan.holdsInlineMap() || scan.holdsData();
        byte[] content = needed || file.isMap() ? content(scan) : scan.whole();
        if (file.isMap()) {
            map(scan, content);
        } else {
            generated(scan, content);
        }
        if (content.length > 0) {
            embedded.addOthers(content);
            embedded.search(content);
        } else if (scan.holdsData() || scan.holdsInlineMap()) {
            unknown(
                    "is long and has "
                            + (scan.holdsInlineMap() ? "a source map" : "encoded data")
                            + " inside, which was not looked into",
                    "write it to a file of its own, or split the output");
        }
        if (embedded.isTooDeep()) {
            unknown("has encoded data in encoded data, which was not looked into", REBUILD);
        }
        results.addAll(embedded.servedMap());
        occurrences.addAll(embedded.occurrences());
        scan.hits().forEach(this::occurrence);
    }

    private void occurrence(Hit hit) {
        Origins.Traced from = traced.get(hit);
        Location location =
                new Location(
                        file.shown(),
                        hit.line(),
                        hit.column(),
                        hit.endLine(),
                        hit.endColumn(),
                        from == null ? null : from.origin());
        occurrences.add(
                new Occurrence(
                        hit.readFrom(from == null ? null : from.variable()),
                        file,
                        location,
                        file.exposure(),
                        hit.excerpt()));
    }

    private void map(ContentScan scan, byte[] content) {
        if (scan.bytes() == 0) {
            unknown("is an empty source map", REBUILD);
        } else if (content.length == 0) {
            unknown(
                    "is a source map of more than 64 MiB: it was searched, and where in the sources a "
                            + "value stands is not known",
                    "split the output, or exclude the file by policy with a reason");
        } else {
            parse(content)
                    .ifPresent(map -> {
                        outside(map);
                        if (map.carriesSources()
                                && file.exposure() == Exposure.MAP
                                && !file.hasTwin()) {
                            results.add(
                                    Said.servedMap(
                                            Location.ofFile(file.shown()),
                                            "the map carries the original sources and is shipped"));
                        }
                        traced.putAll(origins.quoted(map, scan.hits(), folder));
                    });
        }
    }

    /** The whole content, read again when it did not fit into one window; nothing when too long. */
    private byte[] content(ContentScan scan) throws IOException {
        boolean again = scan.whole().length == 0 && scan.bytes() <= MapFiles.LARGEST;
        return again ? FileInput.whole(file, packing, MapFiles.LARGEST) : scan.whole();
    }

    /** Generated text: maps tell where hits come from. */
    private void generated(ContentScan scan, byte[] content) {
        Map<Hit, Position> places = new HashMap<>();
        scan.hits().forEach(hit -> places.put(hit, new Position(hit.line() - 1, hit.column() - 1)));
        modules(content, scan.hits(), places);
        Optional<MapLink> link = MapLink.ofFile(content.length == 0 ? scan.tail() : content);
        if (link.isPresent() && link.get().isData()) {
            if (content.length > 0) {
                inline(link.get(), places);
            }
        } else if (!places.isEmpty()) {
            beside(link, places);
        }
    }

    /** Takes the hits in modules out of the places when the module has a map of its own. */
    private void modules(byte[] content, List<Hit> hits, Map<Hit, Position> places) {
        Map<Long, List<Hit>> byOffset =
                hits.stream().collect(Collectors.groupingBy(Hit::offset, TreeMap::new, toList()));
        for (EvalModules.Module module : EvalModules.in(content, List.copyOf(byOffset.keySet()))) {
            if (module.link().isEmpty()) {
                continue;
            }
            Map<Hit, Position> inside = new HashMap<>();
            LineCounter counter = new LineCounter();
            int counted = 0;
            for (Map.Entry<Long, Integer> place : new TreeMap<>(module.places()).entrySet()) {
                counter.pass(module.text(), counted, place.getValue());
                counted = place.getValue();
                Position position = new Position(counter.line() - 1, counter.column() - 1);
                for (Hit hit : byOffset.getOrDefault(place.getKey(), List.of())) {
                    inside.put(hit, position);
                    places.remove(hit);
                }
            }
            inline(module.link().get(), inside);
        }
    }

    private void inline(MapLink link, Map<Hit, Position> places) {
        Optional<byte[]> json = link.data();
        if (json.isEmpty()) {
            unknown("has a source map inside that cannot be decoded", REBUILD);
            return;
        }
        Optional<SourceMap> map = parse(json.get());
        map.ifPresent(each -> {
            outside(each);
            through(each, places, folder);
        });
        embedded.add(link, json.get(), map.orElse(null));
    }

    private void beside(Optional<MapLink> link, Map<Hit, Position> places) {
        switch (mapFiles.of(file, link)) {
            case MapFiles.Link.None _ -> {}
            case MapFiles.Link.Unusable(String why, String remediation) ->
                    unknown(why, remediation);
            case MapFiles.Link.Found found ->
                    parse(found.json()).ifPresent(map -> through(map, places, found.folder()));
        }
    }

    private void through(SourceMap map, Map<Hit, Position> places, Path mapFolder) {
        try {
            traced.putAll(origins.through(map, places, mapFolder));
        } catch (BrokenMap broken) {
            broken(broken);
        }
    }

    private Optional<SourceMap> parse(byte[] json) {
        try {
            return Optional.of(SourceMapReader.read(json));
        } catch (BrokenMap broken) {
            broken(broken);
            return Optional.empty();
        }
    }

    private void outside(SourceMap map) {
        if (!origins.allInside(map, folder)) {
            unknown(
                    "the map names sources outside of the project; where a value in them comes from "
                            + "is not known",
                    "build inside the project, or exclude the map by policy with a reason");
        }
    }

    private void broken(BrokenMap broken) {
        unknown(
                "the source map is broken: "
                        + broken.reason()
                        + "; its bytes were searched, and where a value comes from is not known",
                REBUILD);
    }

    /** Says each thing once, however many modules it is true of. */
    private void unknown(String message, String remediation) {
        boolean told =
                results.stream()
                        .anyMatch(each ->
                                each.outcome() == Outcome.UNKNOWN
                                        && each.message().equals(message));
        if (!told) {
            results.add(Said.unknown(file.shown(), message, remediation));
        }
    }

    List<Occurrence> occurrences() {
        return occurrences;
    }

    List<Result> results() {
        return results;
    }
}
