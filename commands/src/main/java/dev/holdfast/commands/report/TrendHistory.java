package dev.holdfast.commands.report;

import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What earlier runs found. An HTML report that is written over an older one carries the older one's
 * history on, so no file besides the report is needed.
 *
 * @param runs oldest first
 */
public record TrendHistory(List<Run> runs) {
    /** No earlier run. */
    public static final TrendHistory EMPTY = new TrendHistory(List.of());

    static final int MOST_RUNS = 30;
    static final String START = "<script type=\"application/json\" id=\"holdfast-trend\">";
    // The history stands at the end of the page, and thirty runs take less than a tenth of this.
    private static final int TAIL = 1 << 16;
    // More than any run finds; sums of these stay inside an int.
    private static final int MOST_COUNTED = 10_000_000;

    public TrendHistory {
        runs = List.copyOf(runs);
    }

    /**
     * One run's counts.
     *
     * @param at when it finished, as ISO 8601
     */
    public record Run(String at, int fail, int unknown, int error, int pass) {}

    /** The history with this run at its end; the oldest runs fall off. */
    TrendHistory with(Report report) {
        var summary = report.summary();
        List<Run> longer = new ArrayList<>(runs);
        longer.add(
                new Run(
                        report.finishedAt().toString(),
                        summary.getOrDefault(Outcome.FAIL, 0),
                        summary.getOrDefault(Outcome.UNKNOWN, 0),
                        summary.getOrDefault(Outcome.ERROR, 0),
                        summary.getOrDefault(Outcome.PASS, 0)));
        return new TrendHistory(
                longer.subList(Math.max(0, longer.size() - MOST_RUNS), longer.size()));
    }

    /** The history as JSON that is safe inside a script element: a date and numbers only. */
    String json() {
        StringBuilder json = new StringBuilder("[");
        for (Run run : runs) {
            json.append(json.length() > 1 ? "," : "")
                    .append("{\"at\":\"" + run.at() + "\"")
                    .append(",\"fail\":" + run.fail())
                    .append(",\"unknown\":" + run.unknown())
                    .append(",\"error\":" + run.error())
                    .append(",\"pass\":" + run.pass() + "}");
        }
        return json.append("]").toString();
    }

    /** What the report in that file carries; empty when there is none, or when it is unreadable. */
    public static TrendHistory readFrom(Path file) {
        // A trend is a comfort; a report that somebody has edited must not stop a run.
        try {
            if (!Files.isRegularFile(file)) {
                return EMPTY;
            }
            String page = tail(file);
            // Our own comes last; text of a result cannot hold the tag, since '<' is escaped there.
            int start = page.lastIndexOf(START);
            int end = start < 0 ? -1 : page.indexOf("</script>", start);
            return end < 0 ? EMPTY : parse(page.substring(start + START.length(), end));
        } catch (IOException
                | JacksonException
                | IllegalArgumentException
                | DateTimeException broken) {
            return EMPTY;
        }
    }

    private static String tail(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.max(0, Files.size(file) - TAIL));
            return new String(in.readNBytes(TAIL), StandardCharsets.UTF_8);
        }
    }

    private static TrendHistory parse(String json) {
        List<Run> runs = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return EMPTY;
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                runs.add(run(parser));
            }
        }
        return new TrendHistory(runs.subList(Math.max(0, runs.size() - MOST_RUNS), runs.size()));
    }

    private static Run run(JsonParser parser) {
        String at = "";
        int[] counts = new int[4];
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            int index = List.of("fail", "unknown", "error", "pass").indexOf(name);
            if (index >= 0 && value == JsonToken.VALUE_NUMBER_INT) {
                counts[index] = Math.clamp(parser.getLongValue(), 0, MOST_COUNTED);
            } else if (name.equals("at") && value == JsonToken.VALUE_STRING) {
                // Parsed and printed again, so that nothing but a date can come through.
                at = Instant.parse(parser.getString()).toString();
            } else {
                throw new IllegalArgumentException("not a run");
            }
        }
        if (at.isEmpty()) {
            throw new IllegalArgumentException("a run without a date");
        }
        return new Run(at, counts[0], counts[1], counts[2], counts[3]);
    }
}
