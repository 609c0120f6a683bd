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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code holdfast.report/v1}; the schema beside this class is a promise that is only added to. */
final class JsonReport implements ReportWriter {
    static final String SCHEMA = "holdfast.report/v1";

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        out.write(JsonText.of(document(report)).getBytes(StandardCharsets.UTF_8));
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
        document.put("results", report.results().stream().map(JsonReport::result).toList());
        return document;
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static Map<String, Object> result(Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check", result.check().value());
        json.put("outcome", result.outcome().word());
        json.put("severity", result.severity().word());
        json.put("evidence", result.evidence().word());
        if (!result.spots().isEmpty()) {
            json.put("location", location(result.spots().getFirst().location()));
        }
        if (result.spots().size() > 1) {
            List<Object> others = new ArrayList<>();
            for (Spot spot : result.spots().subList(1, result.spots().size())) {
                Map<String, Object> other = location(spot.location());
                other.put("fingerprint", spot.fingerprint());
                others.add(other);
            }
            json.put("otherLocations", others);
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
        json.put("properties", result.properties());
        return json;
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
