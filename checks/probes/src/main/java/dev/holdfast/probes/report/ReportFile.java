package dev.holdfast.probes.report;

import dev.holdfast.core.json.JsonText;
import dev.holdfast.core.problem.OneLine;
import dev.holdfast.core.problem.UserProblem;
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
import java.util.Map;

/** The file of a collector: one line a violation, and one when a collector began and ended. */
final class ReportFile implements AutoCloseable {
    private static final int LONGEST_NAME = 200;
    private static final Duration SILENCE = Duration.ofHours(1);

    /** Kept free, so that a full file can always say that it is full, and that it stopped. */
    private static final int RESERVED = 256;

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
        if (file.write(file.marked("started"), RESERVED)) {
            return file;
        }
        out.close();
        throw new UserProblem(
                "the collector cannot begin: "
                        + OneLine.of(path.toString(), LONGEST_NAME)
                        + " is as large as it may become",
                "name another file with --out, or let it become larger with --max-mib");
    }

    Path path() {
        return path;
    }

    synchronized long written() {
        return written;
    }

    /** Adds reports; false when there is no room for one of them. */
    synchronized boolean add(Reports reports) throws IOException {
        for (ViolationReport report : reports.violations()) {
            if (!room("violation", report.members())) {
                return false;
            }
            written++;
        }
        return reports.malformed() == 0 || room("malformed", reports.malformed());
    }

    private boolean room(String name, Object value) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("received", now());
        line.put(name, value);
        if (write(line, RESERVED)) {
            return true;
        }
        if (!full) {
            full = true;
            // At once: nobody knows whether this will be stopped in order.
            write(marked("full"), 0);
        }
        return false;
    }

    /** Says that the collector lives, when nothing was written for an hour. */
    synchronized void alive() throws IOException {
        if (Duration.between(last, clock.instant()).compareTo(SILENCE) >= 0) {
            write(marked("alive"), RESERVED);
        }
    }

    private Map<String, Object> marked(String what) {
        return Map.of("received", now(), "collector", what);
    }

    private boolean write(Map<String, Object> line, int free) throws IOException {
        byte[] bytes = (JsonText.line(line) + "\n").getBytes(StandardCharsets.UTF_8);
        if (size + bytes.length + free > most) {
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
            write(marked(full ? "stopped full" : "stopped"), 0);
        }
    }
}
