package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Result;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.place.LineCounter;
import dev.holdfast.secrets.sourcemap.BrokenMap;
import dev.holdfast.secrets.sourcemap.SourceMap;
import dev.holdfast.secrets.sourcemap.SourceMapReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Searches what one file carries encoded inside itself: source maps and other {@code data:} URLs.
 * What is found in them is told at the URL, of a map with its place in the original source.
 */
final class EmbeddedScan {
    // A map may quote a library that was shipped with its own map inside.
    private static final int DEEPEST = 4;

    private final Engine engine;
    private final Interpreter interpreter;
    private final Origins origins;
    private final BundleFile file;
    private final Path folder;
    private final List<Embedded> found = new ArrayList<>();
    private final List<Occurrence> occurrences = new ArrayList<>();
    private @Nullable Location carrying;
    private boolean tooDeep;

    EmbeddedScan(Engine engine, Interpreter interpreter, Origins origins, BundleFile file) {
        this.engine = engine;
        this.interpreter = interpreter;
        this.origins = origins;
        this.file = file;
        this.folder = MapFiles.parent(file.path());
    }

    /** Something encoded, at {@code [start, end)} of the file. */
    private static final class Embedded {
        private final int start;
        private final int end;
        private final byte[] content;
        private final boolean isMap;
        private final @Nullable SourceMap map;

        Embedded(int start, int end, byte[] content, boolean isMap, @Nullable SourceMap map) {
            this.start = start;
            this.end = end;
            this.content = content;
            this.isMap = isMap;
            this.map = map;
        }
    }

    /**
     * Adds a map that the file links to.
     *
     * @param map null when its JSON is broken; its bytes are searched all the same
     */
    void add(MapLink link, byte[] json, @Nullable SourceMap map) {
        found.add(
                new Embedded(link.offset(), link.offset() + link.url().length(), json, true, map));
    }

    /** Adds every URL of the content that was not added before. */
    void addOthers(byte[] content) {
        List<Embedded> links = List.copyOf(found);
        for (DataUrls.Url url : DataUrls.in(content)) {
            if (links.stream()
                    .noneMatch(each -> each.start <= url.start() && url.start() < each.end)) {
                byte[] data = DataUrls.content(content, url);
                found.add(
                        new Embedded(
                                url.start(),
                                url.end(),
                                data,
                                url.map(),
                                url.map() ? parsed(data) : null));
            }
        }
    }

    private static @Nullable SourceMap parsed(byte[] json) {
        try {
            return SourceMapReader.read(json);
        } catch (BrokenMap broken) {
            // Nothing links to it as the file's map, so nothing is asked of it but its bytes.
            return null;
        }
    }

    /** Searches all that was added. */
    void search(byte[] content) {
        found.sort(Comparator.comparingInt(each -> each.start));
        LineCounter counter = new LineCounter();
        int counted = 0;
        for (Embedded each : found) {
            counter.pass(content, counted, each.start);
            counted = each.start;
            search(each, counter);
        }
    }

    private void search(Embedded each, LineCounter counter) {
        int line = counter.line();
        int column = counter.column();
        int endColumn = column + each.end - each.start;
        if (carrying == null && each.map != null && each.map.carriesSources()) {
            carrying = new Location(file.shown(), line, column, line, endColumn, null);
        }
        ContentScan scan = new ContentScan(engine, interpreter, ContentScan.WINDOW);
        scan.run(each.content);
        Map<Hit, Origins.Traced> traced =
                each.map == null ? Map.of() : origins.quoted(each.map, scan.hits(), folder);
        for (Hit hit : scan.hits()) {
            Origins.Traced from = traced.get(hit);
            Origin origin = from == null ? null : from.origin();
            add(hit, new Location(file.shown(), line, column, line, endColumn, origin), each.isMap);
        }
        nested(
                each.content,
                new Location(file.shown(), line, column, line, endColumn, null),
                each.isMap,
                1);
    }

    private void nested(byte[] content, Location place, boolean isMap, int depth) {
        for (DataUrls.Url url : DataUrls.in(content)) {
            if (depth == DEEPEST) {
                tooDeep = true;
                return;
            }
            byte[] data = DataUrls.content(content, url);
            ContentScan scan = new ContentScan(engine, interpreter, ContentScan.WINDOW);
            scan.run(data);
            scan.hits().forEach(hit -> add(hit, place, isMap || url.map()));
            nested(data, place, isMap || url.map(), depth + 1);
        }
    }

    private void add(Hit hit, Location place, boolean inMap) {
        Exposure exposure =
                inMap && file.exposure() == Exposure.SERVED ? Exposure.MAP : file.exposure();
        occurrences.add(new Occurrence(hit, file, place, exposure, null));
    }

    List<Occurrence> occurrences() {
        return occurrences;
    }

    /** Whether something lies deeper inside than is looked. */
    boolean isTooDeep() {
        return tooDeep;
    }

    /** What is said when at least one of the maps carries sources to browsers. */
    List<Result> servedMap() {
        return carrying == null || file.exposure() == Exposure.SERVER
                ? List.of()
                : List.of(
                        Said.servedMap(
                                carrying,
                                "the file carries its source map with the original sources inside it"));
    }
}
