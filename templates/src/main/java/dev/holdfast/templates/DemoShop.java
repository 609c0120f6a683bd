package dev.holdfast.templates;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The demo's web shop as files, with placeholders where its keys belong. The keys are put in when
 * the shop is unpacked, so that no complete key lies in this repository.
 */
public final class DemoShop {
    private final List<String> paths;
    private final List<Placeholder> placeholders;

    private DemoShop(List<String> paths, List<Placeholder> placeholders) {
        this.paths = List.copyOf(paths);
        this.placeholders = List.copyOf(placeholders);
    }

    /**
     * A place for a key.
     *
     * @param text what stands in the files; a key of the same length takes its place, so that every
     *     position in the source maps stays right
     * @param kind what kind of key belongs there
     */
    public record Placeholder(String text, String kind) {}

    /** Reads the lists of files and placeholders. */
    public static DemoShop open() throws IOException {
        List<Placeholder> placeholders =
                lines("placeholders.txt").stream()
                        .map(line -> line.split("\t", -1))
                        .map(parts -> new Placeholder(parts[1], parts[2]))
                        .toList();
        return new DemoShop(lines("index.txt"), placeholders);
    }

    /** The kinds of keys that are needed, each with the length of its placeholder. */
    public Map<String, Integer> kinds() {
        return placeholders.stream()
                .collect(Collectors.toMap(Placeholder::kind, each -> each.text().length()));
    }

    /**
     * The files by path, '/' between names.
     *
     * @param keys gives the key of a kind; it is asked once for each
     * @throws IllegalArgumentException when a key has not the length of its placeholder
     */
    public Map<String, byte[]> files(Function<String, String> keys) throws IOException {
        Map<String, String> byPlaceholder = new LinkedHashMap<>();
        for (Placeholder each : placeholders) {
            String key = keys.apply(each.kind());
            if (key.length() != each.text().length()) {
                throw new IllegalArgumentException("a " + each.kind() + " of another length");
            }
            byPlaceholder.put(each.text(), key);
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String path : paths) {
            String text = new String(resource("shop/" + path), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> each : byPlaceholder.entrySet()) {
                text = text.replace(each.getKey(), each.getValue());
            }
            files.put(path, text.getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** The paths of the files. */
    public Set<String> paths() {
        return Set.copyOf(paths);
    }

    private static List<String> lines(String name) throws IOException {
        return new String(resource(name), StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = DemoShop.class.getResourceAsStream("demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no file " + name + " of the demo");
            }
            return in.readAllBytes();
        }
    }
}
