package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Result;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.sourcemap.SourceMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Searches the source maps that one file carries inside itself. What is found in them is told at
 * the map's {@code data:} URI, with its place in the original source.
 */
final class InlineMaps {
    private final Engine engine;
    private final Interpreter interpreter;
    private final Origins origins;
    private final BundleFile file;
    private final Exposure exposure;
    private final LineCounter counter = new LineCounter();
    private int counted;
    private @Nullable Location carrying;

    InlineMaps(Engine engine, Interpreter interpreter, Origins origins, BundleFile file) {
        this.engine = engine;
        this.interpreter = interpreter;
        this.origins = origins;
        this.file = file;
        this.exposure = file.exposure() == Exposure.SERVER ? Exposure.SERVER : Exposure.MAP;
    }

    /**
     * Searches one map; those of a file are given in its order.
     *
     * @param map nothing when its JSON is broken; its bytes are searched all the same
     */
    List<Occurrence> search(
            byte[] content, MapLink link, byte[] json, Optional<SourceMap> map, Path folder)
            throws IOException {
        counter.pass(content, counted, link.offset());
        counted = link.offset();
        int column = counter.column();
        Location url = at(counter.line(), column, column + link.url().length(), null);
        if (carrying == null && map.map(SourceMap::carriesSources).orElse(false)) {
            carrying = url;
        }
        ContentScan scan = new ContentScan(engine, interpreter, ContentScan.WINDOW);
        scan.run(new ByteArrayInputStream(json), json.length, Long.MAX_VALUE);
        Map<Hit, Origins.Traced> traced =
                map.map(each -> origins.quoted(each, scan.hits(), folder)).orElse(Map.of());
        return scan.hits().stream()
                .map(hit -> {
                    Origins.Traced from = traced.get(hit);
                    Location place =
                            at(
                                    url.line(),
                                    url.column(),
                                    url.endColumn(),
                                    from == null ? null : from.origin());
                    return new Occurrence(hit, file, place, exposure, null);
                })
                .toList();
    }

    private Location at(int line, int column, int endColumn, @Nullable Origin origin) {
        return new Location(file.shown(), line, column, line, endColumn, origin);
    }

    /** What is said when at least one of the maps carries sources to browsers. */
    List<Result> servedMap() {
        return carrying == null || exposure == Exposure.SERVER
                ? List.of()
                : List.of(
                        Said.servedMap(
                                carrying,
                                "the file carries its source map with the original sources inside it"));
    }
}
