package dev.holdfast.commands.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Excerpt;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** 25,000 results: nothing is lost without a word, and nothing grows past what a reader takes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeRunTest {
    private static final int RESULTS = 25_000;

    private final Report report = report();
    @TempDir private Path folder = Path.of("");

    private static Report report() {
        ReportBuilder builder = new ReportBuilder();
        for (int i = 0; i < RESULTS; i++) {
            builder.with(
                    ResultBuilder.of(
                                    i % 5 == 4 ? Outcome.UNKNOWN : Outcome.FAIL,
                                    "secrets.kind-" + i % 40)
                            .severity(Severity.values()[i % 5])
                            .at(
                                    "dist/assets/chunk-" + i + ".js",
                                    1,
                                    i + 1,
                                    new Origin("src/module-" + i + ".ts", 1 + i % 900, 3),
                                    new Excerpt(1, 1 + i, List.of("const a = 'sk_li…', b = 1;")))
                            .at("dist/assets/chunk-" + i + ".js.map", 1, i + 1)
                            .message("a secret key of kind " + i % 40 + " in what browsers load")
                            .remediation("revoke it, make a new one, keep it on the server")
                            .property("redacted", "sk_li…")
                            .property("exposure", "served")
                            .build());
        }
        return builder.build();
    }

    private Path write(ReportFormat format) throws IOException {
        Path file = folder.resolve(format.word());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ReportWriters.of(format, ReportOptions.plain()).write(report, out);
        }
        return file;
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void everyFormatIsWritten(ReportFormat format) throws IOException {
        long bytes = Files.size(write(format));
        long most =
                switch (format) {
                    case MARKDOWN -> 1_000_000;
                    case HTML -> 16L << 20;
                    case SARIF -> 16L << 20;
                    case TEXT, JSON, JSONL, JUNIT -> 64L << 20;
                };
        assertTrue(bytes > 500_000 && bytes < most, format + ": " + bytes);
    }

    @Test
    void jsonHasEveryResult() throws IOException {
        int results = 0;
        try (InputStream in = Files.newInputStream(write(ReportFormat.JSON));
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals("check")) {
                    results++;
                }
            }
        }
        assertEquals(RESULTS, results);
    }

    @Test
    void jsonLinesHaveEveryResult() throws IOException {
        try (Stream<String> lines = Files.lines(write(ReportFormat.JSONL))) {
            assertEquals(RESULTS, lines.filter(line -> line.startsWith("{\"check\":")).count());
        }
    }

    @Test
    void junitHasEveryResult() throws IOException {
        try (Stream<String> lines = Files.lines(write(ReportFormat.JUNIT))) {
            assertEquals(RESULTS, lines.filter(line -> line.contains("<testcase ")).count());
        }
    }

    @Test
    void sarifIsOneThatGitHubTakes() throws IOException {
        Path file = write(ReportFormat.SARIF);
        Path packed = folder.resolve("packed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(file, out);
        }
        assertTrue(Files.size(packed) < 10_000_000, "packed: " + Files.size(packed));
        String text = Files.readString(file);
        assertEquals(5_000, text.split("\"ruleIndex\"", -1).length - 1);
        assertTrue(text.contains("15000 findings more than GitHub keeps are not in this file"));
        assertTrue(text.contains("4000 more results were not decided"));
    }

    @Test
    void htmlSaysHowManyAreLeftOut() throws IOException {
        String text = Files.readString(write(ReportFormat.HTML));
        assertEquals(5_000, text.split("<article ", -1).length - 1);
        assertTrue(text.contains("20000 more results are left out here; the JSON report has all"));
    }

    @Test
    void textHasEveryResult() throws IOException {
        try (Stream<String> lines = Files.lines(write(ReportFormat.TEXT))) {
            assertEquals(RESULTS, lines.filter(line -> line.startsWith("  at src/")).count());
        }
    }
}
