package dev.holdfast.secrets.scan;

import dev.holdfast.secrets.archive.Archives;
import dev.holdfast.secrets.archive.Limits;
import dev.holdfast.secrets.archive.Unpacked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at what one file holds, whatever its encoding, and into archives. For one thread: it keeps
 * its buffers from one file to the next.
 */
final class FileContent {
    private static final String FULL =
            "holds more than %,d tokens, and what stands behind them was not looked at"
                    .formatted(ContentScan.MOST);

    private final TokenSearch search;
    private final ContentScan scan;
    private final ContentScan entries;

    FileContent(TokenSearch search) {
        this.search = search;
        this.scan = search.scan();
        this.entries = search.scan();
    }

    /**
     * What came of one file.
     *
     * @param problems what was not looked at, as sentence parts
     */
    record Looked(List<Found> found, List<String> problems, long bytes) {

        /** What was found, at a path as reports show it. */
        List<Sighting> at(String path) {
            return found.stream().map(each -> new Sighting(each, path)).toList();
        }
    }

    /**
     * Looks.
     *
     * @param expected how many bytes there are; only a hint
     */
    Looked look(InputStream in, long expected) throws IOException {
        int filled = scan.open(in, expected);
        if (Archives.isPacked(scan.head(), filled)) {
            byte[] head = Arrays.copyOf(scan.head(), filled);
            return packed(new SequenceInputStream(new ByteArrayInputStream(head), in));
        }
        ContentScan.Scanned scanned = scan.rest(in, filled);
        return new Looked(scanned.found(), problems(), scanned.bytes());
    }

    /** What the path of a file holds: whoever may see the name has it. */
    List<Found> name(String path) {
        if (!search.isInName(path)) {
            return List.of();
        }
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        return entries.scan(name, name.length);
    }

    /** Looks at bytes that are in memory and are not kept. */
    Looked look(byte[] bytes, int length) throws IOException {
        return Archives.isPacked(bytes, length)
                ? packed(new ByteArrayInputStream(bytes, 0, length))
                : plain(bytes, length);
    }

    private Looked plain(byte[] bytes, int length) {
        List<Found> found = scan.scan(bytes, length);
        return new Looked(found, problems(), length);
    }

    private List<String> problems() {
        return scan.isFull() ? List.of(FULL) : List.of();
    }

    /** What is found in an entry is told at the archive's first line, with the way to it. */
    private Looked packed(InputStream in) throws IOException {
        List<Found> found = new ArrayList<>();
        Set<String> problems = new LinkedHashSet<>();
        Unpacked unpacked =
                Archives.unpack(
                        in,
                        Limits.DEFAULT,
                        (path, content) -> {
                            for (Found each : entries.scan(content, 0).found()) {
                                if (found.size() == ContentScan.MOST) {
                                    problems.add(FULL);
                                    break;
                                }
                                found.add(each.inside(path));
                            }
                            if (entries.isFull()) {
                                problems.add(FULL);
                            }
                        });
        problems.addAll(unpacked.problems());
        return new Looked(found, List.copyOf(problems), unpacked.bytes());
    }
}
