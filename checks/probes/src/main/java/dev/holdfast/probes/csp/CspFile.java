package dev.holdfast.probes.csp;

import dev.holdfast.core.json.JsonText;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Result;
import dev.holdfast.probes.csp.judge.Judge;
import dev.holdfast.probes.csp.judge.Judgement;
import dev.holdfast.probes.csp.judge.OpenNames;
import dev.holdfast.probes.csp.judge.Received;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Recorded policies in JSON lines, {@code {"id", "csp": "…" | ["…", "…"]}}, judged without any
 * network. Members of other names are passed over, empty lines too.
 */
public final class CspFile {
    // What is not ASCII is escaped: nothing of it can give a terminal an order.
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build();

    private final String name;
    private final OpenNames names = new OpenNames();

    /**
     * A file.
     *
     * @param name as the user gave it, for messages
     */
    public CspFile(String name) {
        this.name = name;
    }

    /**
     * Judges line by line.
     *
     * @throws UserProblem when a line is no such object, with its place
     * @throws IOException when the file cannot be read on
     */
    public void read(Reader in, Consumer<JudgedPolicies> taker) throws IOException {
        BufferedReader lines = new BufferedReader(in);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (!text.isBlank()) {
                taker.accept(judged(text, number));
            }
        }
    }

    private JudgedPolicies judged(String text, int number) {
        PolicyLine line =
                PolicyLine.read(text)
                        .orElseThrow(() ->
                                new UserProblem(
                                        name
                                                + ":"
                                                + number
                                                + ": not an object with an \"id\" (string or"
                                                + " number) and a \"csp\" (string or list of"
                                                + " strings)",
                                        "Write one recorded page a line:"
                                                + " {\"id\": \"home\", \"csp\": \"default-src"
                                                + " 'self'\"}"));
        Judgement judgement = Judge.judgement(Received.headers(line.values()), names);
        return new JudgedPolicies(
                line.id(), line.number(), judgement.allows(), judgement.findings());
    }

    /**
     * Judges line by line and writes one JSON line for each: {@code {"id", "allows", "findings"}}.
     * Does not close the writer.
     *
     * @throws UserProblem when a line is no such object; what stands before it is written
     * @throws IOException when the file cannot be read on, or nothing can be written
     */
    public void answer(Reader in, Writer out) throws IOException {
        try {
            read(in, judged -> write(judged, out));
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        } finally {
            out.flush();
        }
    }

    /**
     * Writes what was judged as one JSON line.
     *
     * @throws JacksonIOException when nothing can be written
     */
    public static void write(JudgedPolicies judged, Writer out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeName("id");
            if (judged.numeric()) {
                json.writeRawValue(judged.id());
            } else {
                JsonText.write(json, judged.id());
            }
            json.writeName("allows");
            Map<String, Object> allows = new LinkedHashMap<>();
            judged.allows().forEach((sink, allowed) -> allows.put(sink.word(), allowed));
            JsonText.write(json, allows);
            json.writeName("findings");
            JsonText.write(json, judged.findings().stream().map(CspFile::json).toList());
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("check", finding.rule().id().value());
        members.put("outcome", finding.outcome().word());
        members.put("severity", finding.severity().word());
        members.put("message", finding.message());
        members.put("properties", finding.properties());
        return members;
    }

    /**
     * The same as ordinary results, for the other reports: the subject is {@code RECORDED id}, and
     * what a browser lets through is the property {@code allows} of the first result of each line.
     *
     * @throws UserProblem when a line is no such object, with its place
     * @throws IOException when the file cannot be read on
     */
    public List<Result> results(Reader in) throws IOException {
        List<Result> results = new ArrayList<>();
        read(in, judged -> results.addAll(results(judged)));
        return results;
    }

    /** What was judged as ordinary results. */
    public static List<Result> results(JudgedPolicies judged) {
        List<String> allowed =
                judged.allows().entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .map(Sink::word)
                        .toList();
        List<Result> results = new ArrayList<>();
        for (Finding finding : judged.findings()) {
            Finding shown = results.isEmpty() ? finding.with("allows", allowed) : finding;
            results.add(
                    new Observation(shown, "RECORDED", judged.id(), judged.id(), RouteClass.PAGE)
                            .result(Evidence.SNAPSHOT, text -> text));
        }
        return results;
    }
}
