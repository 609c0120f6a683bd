package dev.holdfast.commands.report;

import dev.holdfast.core.json.JsonText;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code holdfast.report/v1}; the schema beside this class is a promise that is only added to. */
final class JsonReport implements ReportWriter {
    static final String SCHEMA = "holdfast.report/v1";

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        JsonText.write(out, document(report));
    }

    private static Map<String, Object> document(Report report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", SCHEMA);
        document.put("tool", map("name", report.tool().name(), "version", report.tool().version()));
        document.put("command", report.command());
        document.put(
                "policy", map("path", report.policy().path(), "sha256", report.policy().sha256()));
        document.put("startedAt", time(report.startedAt()));
        document.put("finishedAt", time(report.finishedAt()));
        Map<String, Object> summary = new LinkedHashMap<>();
        for (Map.Entry<Outcome, Integer> entry : report.summary().entrySet()) {
            summary.put(entry.getKey().summaryKey(), entry.getValue());
        }
        document.put("summary", summary);
        Map<String, Object> verdict = new LinkedHashMap<>();
        verdict.put("word", Words.verdictWord(report.verdict().kind()).toLowerCase(Locale.ROOT));
        verdict.put("exitCode", report.verdict().kind().exitCode());
        verdict.put("environment", report.gate().environment());
        verdict.put("reasons", report.verdict().reasons());
        document.put("verdict", verdict);
        document.put("notes", report.notes());
        if (!report.exhibits().isEmpty()) {
            document.put("exhibits", report.exhibits().stream().map(JsonExhibit::of));
        }
        document.put("results", report.results().stream().map(JsonReport::result));
        return document;
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static Map<String, Object> result(Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check", result.check().value());
        json.put("outcome", result.outcome().word());
        json.put("severity", result.severity().word());
        json.put("evidence", result.evidence().word());
        result.location().ifPresent(place -> json.put("location", location(place)));
        if (result.spots().size() > 1) {
            json.put("otherLocations", others(result).map(each -> location(each.location())));
        }
        if (result.subject() != null) {
            json.put("subject", result.subject());
        }
        json.put("message", result.message());
        json.put("remediation", result.remediation());
        json.put("fingerprint", result.fingerprint());
        if (result.waiver() != null) {
            json.put("waiver", result.waiver());
        }
        json.put("properties", properties(result));
        return json;
    }

    /**
     * A waiver and a baseline name one place by its fingerprint, so each further place has its own.
     */
    private static Map<String, Object> properties(Result result) {
        Map<String, Object> properties = sorted(result.properties());
        if (result.spots().size() > 1) {
            properties.put("otherFingerprints", others(result).map(Spot::fingerprint));
        }
        return properties;
    }

    private static Stream<Spot> others(Result result) {
        return result.spots().stream().skip(1);
    }

    // A map inside a property may have another order in each run; a report has one.
    private static Map<String, Object> sorted(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) ->
                sorted.put(
                        String.valueOf(key),
                        value instanceof Map<?, ?> part ? sorted(part) : value));
        return sorted;
    }

    private static Map<String, Object> location(Location location) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", location.path());
        json.put("line", location.line());
        json.put("column", location.column());
        json.put("endLine", location.endLine());
        json.put("endColumn", location.endColumn());
        Origin origin = location.origin();
        if (origin != null) {
            json.put("origin", origin(origin));
        }
        return json;
    }

    private static Map<String, Object> origin(Origin origin) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", origin.path());
        json.put("line", origin.line());
        json.put("column", origin.column());
        return json;
    }

    private static Map<String, Object> map(String one, Object first, String two, Object second) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(one, first);
        map.put(two, second);
        return map;
    }
}
