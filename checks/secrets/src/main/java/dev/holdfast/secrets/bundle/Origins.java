package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.Origin;
import dev.holdfast.secrets.sourcemap.BrokenMap;
import dev.holdfast.secrets.sourcemap.MapContents;
import dev.holdfast.secrets.sourcemap.Mapped;
import dev.holdfast.secrets.sourcemap.Position;
import dev.holdfast.secrets.sourcemap.SourceMap;
import dev.holdfast.secrets.sourcemap.SourceMapReader;
import dev.holdfast.secrets.sourcemap.SourcePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the places in the original source that hits come from. */
final class Origins {
    private static final long LARGEST_MAP = 128L << 20;

    private final Path root;

    Origins(Path root) {
        this.root = root;
    }

    /** Of hits in a map's own text: the source that {@code sourcesContent} quotes there. */
    Map<Hit, Origin> insideMap(byte[] json, List<Hit> hits, Path mapFolder) {
        Map<Integer, Mapped> mapped =
                MapContents.locate(json, hits.stream().map(hit -> (int) hit.offset()).toList());
        Map<Hit, Origin> origins = new HashMap<>();
        for (Hit hit : hits) {
            Mapped place = mapped.get((int) hit.offset());
            if (place != null) {
                origin(place, mapFolder).ifPresent(origin -> origins.put(hit, origin));
            }
        }
        return origins;
    }

    /** Of hits in generated text, through its map. */
    Map<Hit, Origin> through(byte[] json, List<Hit> hits, Path mapFolder) throws BrokenMap {
        SourceMap map = SourceMapReader.read(json);
        List<Position> places = hits.stream().map(Origins::position).toList();
        Map<Position, Mapped> mapped = map.resolve(places);
        Map<Hit, Origin> origins = new HashMap<>();
        for (Hit hit : hits) {
            Mapped place = mapped.get(position(hit));
            if (place != null) {
                origin(place, mapFolder).ifPresent(origin -> origins.put(hit, origin));
            }
        }
        return origins;
    }

    private static Position position(Hit hit) {
        return new Position(hit.line() - 1, hit.column() - 1);
    }

    /** Of hits in modules that webpack evaluates, through the map inside each module. */
    Map<Hit, Origin> insideModules(byte[] bytes, List<Hit> hits, Path folder) {
        Map<Hit, Origin> origins = new HashMap<>();
        List<Long> offsets = hits.stream().map(Hit::offset).toList();
        for (EvalModules.Module module : EvalModules.holding(bytes, offsets)) {
            byte[] text = module.bytes();
            Optional<byte[]> json = MapLink.last(text).flatMap(MapLink::data);
            if (json.isPresent()) {
                for (Hit hit : hits) {
                    Integer at = module.places().get(hit.offset());
                    if (at != null) {
                        insideModule(json.get(), text, at, folder)
                                .ifPresent(origin -> origins.put(hit, origin));
                    }
                }
            }
        }
        return origins;
    }

    private Optional<Origin> insideModule(byte[] json, byte[] text, int at, Path folder) {
        LineCounter counter = new LineCounter();
        counter.pass(text, 0, at);
        Position place = new Position(counter.line() - 1, counter.column() - 1);
        try {
            return Optional.ofNullable(
                            SourceMapReader.read(json).resolve(List.of(place)).get(place))
                    .flatMap(mapped -> origin(mapped, folder));
        } catch (BrokenMap broken) {
            return Optional.empty();
        }
    }

    private Optional<Origin> origin(Mapped mapped, Path mapFolder) {
        return SourcePaths.resolve(mapped.source(), root, packageFolder(mapFolder), mapFolder)
                .map(path -> new Origin(path, mapped.line(), mapped.column()));
    }

    /** Whether every source of a map that is named as a file lies inside the project. */
    boolean allInside(SourceMap map, Path mapFolder) {
        Path base = packageFolder(mapFolder);
        return map.sources().stream()
                .filter(source -> !source.isEmpty())
                .allMatch(source -> SourcePaths.resolve(source, root, base, mapFolder).isPresent());
    }

    /** Bundlers name sources from the folder that they run in: that of the nearest package. */
    private Path packageFolder(Path from) {
        for (Path folder = from;
                folder != null && folder.startsWith(root);
                folder = folder.getParent()) {
            if (Files.exists(folder.resolve("package.json"))
                    && !String.valueOf(folder.getFileName()).equals(".next")
                    && !folder.toString().contains("/.next/")) {
                return folder;
            }
        }
        return root;
    }

    /** The bytes of the map that belongs to a file, and the folder that it lies in. */
    static final class Linked {
        private final byte[] json;
        private final Path folder;

        Linked(byte[] json, Path folder) {
            this.json = json;
            this.folder = folder;
        }

        byte[] json() {
            return json;
        }

        Path folder() {
            return folder;
        }
    }

    /** What a link to a map comes to. */
    sealed interface Link {
        /** The map was read. */
        record Found(Linked map) implements Link {}

        /** There is none. */
        record None() implements Link {}

        /** It points to a place that is not looked at. */
        record Outside(String why) implements Link {}
    }

    /** Follows the link in a file, or finds the map beside it that a hidden one is. */
    Link mapOf(BundleFile file, byte[] content) throws IOException {
        Path folder = parent(file.path());
        Optional<MapLink> link = MapLink.last(content);
        if (link.isPresent() && link.get().isData()) {
            return link.get()
                    .data()
                    .<Link>map(json -> new Link.Found(new Linked(json, folder)))
                    .orElseGet(() -> new Link.Outside("its inline source map cannot be decoded"));
        }
        if (link.isPresent() && link.get().isRemote()) {
            return new Link.None();
        }
        String name = link.map(MapLink::fileName).orElse(file.path().getFileName() + ".map");
        try {
            Path map = name.startsWith("/") ? null : folder.resolve(name).normalize();
            if (map == null) {
                return served(file, name);
            }
            if (!map.startsWith(root)) {
                return new Link.Outside("its source map lies outside of the project");
            }
            return read(map);
        } catch (InvalidPathException bad) {
            return new Link.Outside("its source map has no valid file name");
        }
    }

    /** A name that starts with '/' starts at the root of the site: some folder above the file. */
    private Link served(BundleFile file, String name) throws IOException {
        for (Path folder = parent(file.path()); folder.startsWith(root); folder = parent(folder)) {
            Path map = folder.resolve(name.substring(1)).normalize();
            if (map.startsWith(root) && Files.isRegularFile(map)) {
                return read(map);
            }
        }
        return new Link.None();
    }

    private Link read(Path map) throws IOException {
        if (!Files.isRegularFile(map)) {
            return new Link.None();
        }
        if (!map.toRealPath().startsWith(root)) {
            return new Link.Outside("its source map is a link out of the project");
        }
        if (Files.size(map) > LARGEST_MAP) {
            return new Link.Outside("its source map is larger than 128 MiB");
        }
        return new Link.Found(new Linked(Files.readAllBytes(map), parent(map)));
    }

    static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }
}
