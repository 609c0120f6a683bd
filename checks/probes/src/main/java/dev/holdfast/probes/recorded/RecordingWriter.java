package dev.holdfast.probes.recorded;

import dev.holdfast.core.json.JsonText;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.verdict.Finding;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes exchanges, and what was said of them, each as one line of JSON without a line feed. */
public final class RecordingWriter {
    // What a terminal obeys, or what turns a line around, is none of the ASCII letters.
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private RecordingWriter() {}

    /** An exchange, so that {@link RecordingReader} reads the same again. */
    public static String line(RecordedExchange recorded) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", recorded.id());
        members.put("url", recorded.url());
        members.put("method", recorded.method());
        members.put("status", recorded.status());
        recorded.routeClass().ifPresent(each -> members.put("class", each.word()));
        recorded.request().ifPresent(each -> members.put("request", pairs(each)));
        members.put("headers", pairs(recorded.headers()));
        recorded.body().ifPresent(each -> members.put("body", each));
        return text(members);
    }

    /** What was said of the exchange of that id. */
    public static String line(String id, List<Finding> findings) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", id);
        members.put("results", findings.stream().map(RecordingWriter::result).toList());
        return text(members);
    }

    private static Map<String, Object> result(Finding finding) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("check", finding.rule().id().value());
        members.put("outcome", finding.outcome().word());
        members.put("severity", finding.severity().word());
        members.put("message", finding.message());
        members.put("properties", new TreeMap<>(finding.properties()));
        return members;
    }

    private static List<List<String>> pairs(Fields fields) {
        return fields.lines().stream().map(RecordingWriter::pair).toList();
    }

    private static List<String> pair(Field line) {
        return List.of(line.name(), line.value());
    }

    private static String text(Map<String, Object> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            JsonText.write(out, members);
        }
        return text.toString();
    }
}
