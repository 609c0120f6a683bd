package dev.holdfast.probes.report;

import dev.holdfast.core.json.JsonReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of collected reports: the collector's own, or what another collector wrote.
 *
 * @param received when it came, if the line says so
 * @param mark what a collector says of itself, or empty
 */
record CollectedLine(Optional<Instant> received, String mark, Reports reports) {
    private static final Reports NONE = new Reports(List.of(), 0);

    /** Reads a line; nothing when it is none. */
    static Optional<CollectedLine> read(String line) {
        if (line.strip().startsWith("[")) {
            return ReportText.read(line)
                    .map(reports -> new CollectedLine(Optional.empty(), "", reports));
        }
        Optional<Map<String, @Nullable Object>> members = JsonReader.object(line.strip());
        if (members.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> received = received(members.get().get("received"));
        if (members.get().get("collector") instanceof String mark) {
            return received.isPresent()
                    ? Optional.of(new CollectedLine(received, mark, NONE))
                    : Optional.empty();
        }
        if (members.get().get("malformed") instanceof Number malformed) {
            Reports reports = new Reports(List.of(), Math.max(1, malformed.longValue()));
            return Optional.of(new CollectedLine(received, "", reports));
        }
        return ReportText.read(line).map(reports -> new CollectedLine(received, "", reports));
    }

    private static Optional<Instant> received(@Nullable Object value) {
        try {
            return value instanceof String text
                    ? Optional.of(Instant.parse(text))
                    : Optional.empty();
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }
}
