package dev.holdfast.probes.report;

import dev.holdfast.core.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file of a collector: one line a violation, and one when a collector began and ended. */
final class ReportFile implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofHours(1);

    private final Path path;
    private final OutputStream out;
    private final long most;
    private final Clock clock;
    private long size;
    private long written;
    private boolean full;
    private Instant last = Instant.EPOCH;

    private ReportFile(Path path, OutputStream out, long size, long most, Clock clock) {
        this.path = path;
        this.out = out;
        this.size = size;
        this.most = most;
        this.clock = clock;
    }

    static ReportFile open(Path path, long most, Clock clock) throws IOException {
        long size = Files.exists(path) ? Files.size(path) : 0;
        OutputStream out =
                Files.newOutputStream(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.WRITE);
        ReportFile file = new ReportFile(path, out, size, most, clock);
        file.mark("started");
        return file;
    }

    Path path() {
        return path;
    }

    synchronized long written() {
        return written;
    }

    /** Adds reports; false when there is no room for one of them. */
    synchronized boolean add(List<ViolationReport> reports) throws IOException {
        for (ViolationReport report : reports) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("received", now());
            line.put("violation", report.members());
            if (!write(line)) {
                full = true;
                return false;
            }
            written++;
        }
        return true;
    }

    /** Says that the collector lives, when nothing was written for an hour. */
    synchronized void alive() throws IOException {
        if (Duration.between(last, clock.instant()).compareTo(SILENCE) >= 0) {
            mark("alive");
        }
    }

    private void mark(String what) throws IOException {
        write(Map.of("received", now(), "collector", what));
    }

    private boolean write(Map<String, Object> line) throws IOException {
        byte[] bytes = (JsonText.line(line) + "\n").getBytes(StandardCharsets.UTF_8);
        if (size + bytes.length > most) {
            return false;
        }
        // One call a line, so that a line is whole whenever this ends.
        out.write(bytes);
        size += bytes.length;
        last = clock.instant();
        return true;
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    @Override
    public synchronized void close() throws IOException {
        try (out) {
            mark(full ? "stopped full" : "stopped");
        }
    }
}
