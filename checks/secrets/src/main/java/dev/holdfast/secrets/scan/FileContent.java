package dev.holdfast.secrets.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at what one file holds, whatever its encoding. For one thread: it keeps its buffers from
 * one file to the next.
 */
final class FileContent {
    private final ContentScan scan;

    FileContent(TokenSearch search) {
        this.scan = search.scan();
    }

    /**
     * What came of one file.
     *
     * @param problems what was not looked at, as sentence parts
     */
    record Looked(List<Sighting> sightings, List<String> problems, long bytes) {}

    /**
     * Looks.
     *
     * @param path as reports show it
     * @param expected how many bytes there are; only a hint
     */
    Looked look(String path, InputStream in, long expected) throws IOException {
        ContentScan.Scanned scanned = scan.scan(in, expected);
        List<Sighting> sightings = new ArrayList<>();
        for (Found each : scanned.found()) {
            sightings.add(new Sighting(each, path));
        }
        return new Looked(sightings, List.of(), scanned.bytes());
    }
}
