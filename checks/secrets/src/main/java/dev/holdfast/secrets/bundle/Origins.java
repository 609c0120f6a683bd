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
        Map<Hit, Traced> traced = new HashMap<>();
        for (Hit hit : hits) {
            Mapped place = places.get((int) hit.offset());
            if (place != null) {
                origin(place, mapFolder)
                        .ifPresent(origin -> traced.put(hit, new Traced(origin, null)));
            }
        }
        return traced;
    }

    /** Of hits in generated text, through its map; {@code places} are those of the hits in it. */
    Map<Hit, Traced> through(SourceMap map, Map<Hit, Position> places, Path mapFolder)
            throws BrokenMap {
        Map<Position, Mapped> mapped = map.resolve(List.copyOf(places.values()));
        Map<String, Optional<String>> texts = new HashMap<>();
        Map<Hit, Traced> traced = new HashMap<>();
        places.forEach((hit, position) -> {
            Mapped place = mapped.get(position);
            if (place != null) {
                origin(place, mapFolder)
                        .ifPresent(origin -> {
                            String variable =
                                    texts.computeIfAbsent(place.source(), map::text)
                                            .flatMap(text ->
                                                    VariableReads.at(
                                                            text, place.line(), place.column()))
                                            .orElse(null);
                            traced.put(hit, new Traced(origin, variable));
                        });
            }
        });
        return traced;
    }

    /** Whether every source of a map that is named as a file lies inside the project. */
    boolean allInside(SourceMap map, Path mapFolder) {
        List<Path> bases = bases(mapFolder);
        return map.sources().stream()
                .filter(source -> !source.isEmpty())
                .noneMatch(source -> candidates(source, bases, mapFolder).isEmpty());
    }

    private Optional<Origin> origin(Mapped place, Path mapFolder) {
        List<String> candidates = candidates(place.source(), bases(mapFolder), mapFolder);
        Optional<String> there =
                candidates.stream()
                        .filter(each -> Files.isRegularFile(root.resolve(each)))
                        .findFirst();
        // webpack names sources from where it runs, which is the nearest package; Turbopack from
        // the top of a workspace, and which folder that is only the sources can tell.
        boolean nearest = candidates.size() == 1 || !place.source().contains("[project]/");
        return there.or(() -> nearest ? candidates.stream().findFirst() : Optional.empty())
                .map(path -> new Origin(path, place.line(), place.column()));
    }

    private List<String> candidates(String source, List<Path> bases, Path mapFolder) {
        List<Path> possible = SourcePaths.isBundled(source) ? bases : List.of(root);
        return possible.stream()
                .flatMap(base -> SourcePaths.resolve(source, root, base, mapFolder).stream())
                .distinct()
                .toList();
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
