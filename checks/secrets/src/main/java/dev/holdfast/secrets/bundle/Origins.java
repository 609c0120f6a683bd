package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.Origin;
import dev.holdfast.secrets.sourcemap.BrokenMap;
import dev.holdfast.secrets.sourcemap.Mapped;
import dev.holdfast.secrets.sourcemap.Position;
import dev.holdfast.secrets.sourcemap.SourceMap;
import dev.holdfast.secrets.sourcemap.SourcePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the places in the original source that hits come from. */
final class Origins {
    private static final long LARGEST_MANIFEST = 1 << 20;

    private final Path root;

    Origins(Path root) {
        this.root = root;
    }

    /**
     * Where a hit comes from.
     *
     * @param variable the environment variable that the source reads there, or null
     */
    record Traced(Origin origin, @Nullable String variable) {}

    /** Of hits in a map's own text: the source that {@code sourcesContent} quotes there. */
    Map<Hit, Traced> quoted(SourceMap map, List<Hit> hits, Path mapFolder) {
        Map<Integer, Mapped> places =
                map.quoted(hits.stream().map(hit -> (int) hit.offset()).toList());
        Paths paths = new Paths(mapFolder);
        Map<Hit, Traced> traced = new HashMap<>();
        for (Hit hit : hits) {
            Mapped place = places.get((int) hit.offset());
            if (place != null) {
                paths.origin(place).ifPresent(origin -> traced.put(hit, new Traced(origin, null)));
            }
        }
        return traced;
    }

    /** Of hits in generated text, through its map; {@code places} are those of the hits in it. */
    Map<Hit, Traced> through(SourceMap map, Map<Hit, Position> places, Path mapFolder)
            throws BrokenMap {
        Map<Position, Mapped> mapped = map.resolve(List.copyOf(places.values()));
        Map<String, Optional<VariableReads>> texts = new HashMap<>();
        Paths paths = new Paths(mapFolder);
        Map<Hit, Traced> traced = new HashMap<>();
        places.forEach((hit, position) -> {
            Mapped place = mapped.get(position);
            if (place != null) {
                paths.origin(place)
                        .ifPresent(origin -> {
                            String variable =
                                    texts.computeIfAbsent(
                                                    place.source(),
                                                    source ->
                                                            map.text(source)
                                                                    .map(VariableReads::new))
                                            .flatMap(text -> text.at(place.line(), place.column()))
                                            .orElse(null);
                            traced.put(hit, new Traced(origin, variable));
                        });
            }
        });
        return traced;
    }

    /** Whether every source of a map that is named as a file lies inside the project. */
    boolean allInside(SourceMap map, Path mapFolder) {
        Paths paths = new Paths(mapFolder);
        return map.sources().stream()
                .filter(source -> !source.isEmpty())
                .noneMatch(source -> paths.candidates(source).isEmpty());
    }

    /** Finds the files that the sources of the maps in one folder are; each is looked for once. */
    private final class Paths {
        private final Path mapFolder;
        private final List<Path> bases;
        private final Map<String, Optional<String>> known = new HashMap<>();

        Paths(Path mapFolder) {
            this.mapFolder = mapFolder;
            this.bases = bases(mapFolder);
        }

        Optional<Origin> origin(Mapped place) {
            return known.computeIfAbsent(place.source(), this::path)
                    .map(path -> new Origin(path, place.line(), place.column()));
        }

        private Optional<String> path(String source) {
            List<String> candidates = candidates(source);
            Optional<String> there =
                    candidates.stream()
                            .filter(each -> Files.isRegularFile(root.resolve(each)))
                            .findFirst();
            // webpack names sources from where it runs, which is the nearest package; Turbopack
            // from the top of a workspace, and which folder that is only the sources can tell.
            boolean nearest = candidates.size() == 1 || !source.contains("[project]/");
            return there.or(() -> nearest ? candidates.stream().findFirst() : Optional.empty());
        }

        List<String> candidates(String source) {
            List<Path> possible = SourcePaths.isBundled(source) ? bases : List.of(root);
            return possible.stream()
                    .flatMap(base -> SourcePaths.resolve(source, root, base, mapFolder).stream())
                    .distinct()
                    .toList();
        }
    }

    /**
     * The folders that bundlers may have run in: those of packages, nearest first, and the root.
     */
    private List<Path> bases(Path from) {
        List<Path> bases = new ArrayList<>();
        for (Path folder = from;
                folder != null && folder.startsWith(root);
                folder = folder.getParent()) {
            if (folder.equals(root) || isPackage(folder.resolve("package.json"))) {
                bases.add(folder);
            }
        }
        return bases;
    }

    /** A manifest without a name only says how the code beside it is loaded, as in .next/. */
    private static boolean isPackage(Path manifest) {
        try {
            return Files.isRegularFile(manifest)
                    && Files.size(manifest) <= LARGEST_MANIFEST
                    && ContentScan.contains(Files.readAllBytes(manifest), "\"name\"");
        } catch (IOException unreadable) {
            return false;
        }
    }
}
