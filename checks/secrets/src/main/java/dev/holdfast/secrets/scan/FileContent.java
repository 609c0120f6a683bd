package dev.holdfast.secrets.scan;

import dev.holdfast.secrets.archive.Archives;
import dev.holdfast.secrets.archive.Limits;
import dev.holdfast.secrets.archive.Unpacked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks at what one file holds, whatever its encoding, and into archives. For one thread: it keeps
 * its buffers from one file to the next.
 */
final class FileContent {
    private final ContentScan scan;
    private final ContentScan entries;

    FileContent(TokenSearch search) {
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
        return new Looked(scanned.found(), List.of(), scanned.bytes());
    }

    /** Looks at bytes that are in memory and are not kept. */
    Looked look(byte[] bytes, int length) throws IOException {
        return Archives.isPacked(bytes, length)
                ? packed(new ByteArrayInputStream(bytes, 0, length))
                : new Looked(scan.scan(bytes, length), List.of(), length);
    }

    /** What is found in an entry is told at the archive's first line, with the way to it. */
    private Looked packed(InputStream in) throws IOException {
        List<Found> found = new ArrayList<>();
        Unpacked unpacked =
                Archives.unpack(
                        in,
                        Limits.DEFAULT,
                        (path, content) -> {
                            for (Found each : entries.scan(content, 0).found()) {
                                found.add(each.inside(path));
                            }
                        });
        return new Looked(found, unpacked.problems(), unpacked.bytes());
    }
}
