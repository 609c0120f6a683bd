package dev.holdfast.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Scripts, style sheets and source maps of a folder, in memory, by their paths. */
final class Corpus {
    private static final List<String> ENDINGS = List.of(".js", ".mjs", ".cjs", ".css", ".map");

    private Corpus() {}

    /**
     * The contents.
     *
     * @param most how many bytes there are at most
     */
    static List<byte[]> read(Path folder, long most) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths =
                    all.filter(each -> ENDINGS.stream().anyMatch(each.toString()::endsWith))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList();
        }
        List<byte[]> contents = new ArrayList<>();
        long left = most;
        for (Path each : paths) {
            long size = Files.size(each);
            if (size <= left) {
                left -= size;
                contents.add(Files.readAllBytes(each));
            }
        }
        if (contents.isEmpty()) {
            throw new IOException(folder + " holds no script, style sheet or source map");
        }
        return contents;
    }
}
