package dev.holdfast.commands.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.check.Reference;
import dev.holdfast.core.gate.UnknownRule;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Limits: GitHub, "SARIF support for code scanning" and "SARIF results exceed one or more limits".
 */
class SarifReportTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int GITHUB_PACKED = 10_000_000;

    private static JsonNode run(Report report) throws IOException {
        return MAPPER.readTree(Written.by(ReportFormat.SARIF, report)).get("runs").get(0);
    }

    private static JsonNode only(ResultBuilder result) throws IOException {
        return run(ReportBuilder.of(result.build())).get("results").get(0);
    }

    @Test
    void isWhatItWasYesterday() throws IOException {
        Golden.check("report.sarif", Written.by(ReportFormat.SARIF, Samples.realistic()));
    }

    @Test
    void isValidForEveryKindOfReport() throws IOException {
        Schemas schema = Schemas.sarif();
        for (Report report :
                List.of(
                        Samples.realistic(),
                        Samples.everything(),
                        Samples.nothing(),
                        Samples.hostile(),
                        new ReportBuilder()
                                .with(Samples.hostile().results())
                                .unexplained()
                                .build())) {
            schema.accepts(Written.by(ReportFormat.SARIF, report));
        }
    }

    @Test
    void schemaIsTheOfficialOneAndRefusesWhatIsWrong() throws IOException {
        assertTrue(
                Resource.text("sarif-schema-2.1.0.json")
                        .contains("oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"));
        JsonNode document = MAPPER.readTree(Written.by(ReportFormat.SARIF, Samples.realistic()));
        ((ObjectNode) document.at("/runs/0/results/0")).put("level", "dreadful");
        ((ObjectNode) document.at("/runs/0/invocations/0")).put("startTimeUtc", "yesterday");
        ((ObjectNode) document.at("/runs/0/tool")).remove("driver");
        assertEquals(3, Schemas.sarif().errors(document.toString()).size());
    }

    @Test
    void keepsToTheWorst5000Results() throws IOException {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            results.add(
                    ResultBuilder.fail("area.name")
                            .severity(i % 2 == 0 ? Severity.LOW : Severity.CRITICAL)
                            .at("dist/" + i + ".js", 1, 1)
                            .build());
        }
        JsonNode run = run(new ReportBuilder().with(results).build());
        assertEquals(5_000, run.get("results").size());
        assertEquals("error", run.at("/results/0/level").stringValue());
        assertEquals("error", run.at("/results/2999/level").stringValue());
        assertEquals("note", run.at("/results/3000/level").stringValue());
        assertTrue(
                run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .stringValue()
                        .startsWith("1000 findings more than GitHub keeps"));
    }

    @Test
    void keepsTo100LocationsAndSaysHowManyThereAre() throws IOException {
        ResultBuilder many = ResultBuilder.fail("area.name").message("a key");
        for (int i = 1; i <= 3_000; i++) {
            many.at("dist/" + i + ".js", i, 1, new Origin("src/" + i + ".ts", i, 2), null);
        }
        JsonNode result = only(many);
        assertEquals(100, result.get("locations").size());
        assertEquals(100, result.get("relatedLocations").size());
        assertEquals("a key. It stands in 3000 places.", result.at("/message/text").stringValue());
        assertEquals(
                "src/1.ts",
                result.at("/relatedLocations/0/physicalLocation/artifactLocation/uri")
                        .stringValue());
    }

    @Test
    void keepsTo20TagsWithoutADouble() throws IOException {
        Reference[] references =
                Stream.concat(
                                Stream.of("security", "CWE-798", "CWE-798"),
                                IntStream.range(0, 40).mapToObj(i -> "ASVS v5.0.0-" + i))
                        .map(name -> new Reference(name, ""))
                        .toArray(Reference[]::new);
        Report report =
                new ReportBuilder()
                        .with(ResultBuilder.fail("area.name").at("a.js", 1, 1).build())
                        .explain(ReportBuilder.info("area.name", "a title", references))
                        .build();
        Schemas.sarif().accepts(Written.by(ReportFormat.SARIF, report));
        List<String> tags =
                run(report)
                        .at("/tool/driver/rules/0/properties/tags")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList();
        assertEquals(20, tags.size());
        assertEquals(
                List.of("security", "external/cwe/cwe-798", "ASVS v5.0.0-0"), tags.subList(0, 3));
    }

    @Test
    void descriptionsHaveAtMost1024Characters() throws IOException {
        String emoji = Character.toString(0x1F600);
        Report report =
                new ReportBuilder()
                        .with(
                                ResultBuilder.fail("area.name")
                                        .at("a.js", 1, 1)
                                        .message("m" + emoji.repeat(2_000))
                                        .remediation("r".repeat(3_000))
                                        .build())
                        .explain(ReportBuilder.info("area.name", "t" + emoji.repeat(2_000)))
                        .build();
        JsonNode run = run(report);
        for (String pointer :
                List.of(
                        "/tool/driver/rules/0/shortDescription/text",
                        "/tool/driver/rules/0/fullDescription/text",
                        "/tool/driver/rules/0/help/text",
                        "/results/0/message/text")) {
            String text = run.at(pointer).stringValue();
            assertTrue(text.length() <= 1_024, pointer + ": " + text.length());
            assertFalse(text.contains("\uFFFD"), pointer + " is cut inside a character");
        }
        assertTrue(run.at("/results/0/message/text").stringValue().contains("rrr"));
        assertTrue(
                run.at("/tool/driver/rules/0/shortDescription/text").stringValue().endsWith("…"));
    }

    @Test
    void aFileThatGitHubWouldRefuseIsMadeSmaller() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            ResultBuilder result = ResultBuilder.fail("area.name").message("a key");
            for (int place = 0; place < 100; place++) {
                result.at(path(random), 1, 1);
            }
            results.add(result.build());
        }
        Report report = new ReportBuilder().with(results).build();
        String written = Written.by(ReportFormat.SARIF, report);
        assertTrue(packed(written) < GITHUB_PACKED, "packed to " + packed(written));
        JsonNode run = MAPPER.readTree(written).get("runs").get(0);
        assertEquals(80, run.get("results").size());
        assertEquals(10, run.at("/results/0/locations").size());
        assertTrue(run.at("/results/0/message/text").stringValue().contains("100 places"));
    }

    /** 1,800 bytes that no packing makes smaller than about 1,400. */
    private static String path(SplittableRandom random) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < 1_800; i++) {
            path.append((char) random.nextInt('0', 'z' + 1));
        }
        return path.toString();
    }

    private static int packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    @Test
    void fingerprintStaysWhenLinesMove() throws IOException {
        JsonNode before = only(ResultBuilder.fail("area.name").at("a.js", 1, 1));
        JsonNode after = only(ResultBuilder.fail("area.name").at("a.js", 90, 4));
        JsonNode other = only(ResultBuilder.fail("area.name").at("b.js", 1, 1));
        String hash = before.at("/partialFingerprints/primaryLocationLineHash").stringValue();
        assertTrue(hash.matches("[0-9a-f]{32}:1"), hash);
        assertEquals(before.get("partialFingerprints"), after.get("partialFingerprints"));
        assertNotEquals(before.get("partialFingerprints"), other.get("partialFingerprints"));
        assertEquals(hash, before.at("/fingerprints/holdfast~1v1").stringValue() + ":1");
    }

    @Test
    void everyPathIsARelativeReferenceBelowTheRoot() throws IOException {
        JsonNode run = run(Samples.hostile());
        assertTrue(run.get("originalUriBaseIds").has("SRCROOT"));
        int seen = 0;
        for (JsonNode artifact : run.findValues("artifactLocation")) {
            URI uri = URI.create(artifact.get("uri").stringValue());
            assertFalse(uri.isAbsolute(), uri.toString());
            assertFalse(uri.getRawPath().startsWith("/"), uri.toString());
            assertEquals("SRCROOT", artifact.get("uriBaseId").stringValue());
            assertEquals(null, uri.getRawQuery());
            assertEquals(null, uri.getRawFragment());
            seen++;
        }
        assertTrue(seen > Hostile.texts().size());
    }

    @Test
    void aPathThatLooksLikeASchemeIsNone() throws IOException {
        JsonNode result = only(ResultBuilder.fail("area.name").at("c:x y/ü%[a].js", 1, 1));
        assertEquals(
                "c%3Ax%20y/%C3%BC%25%5Ba%5D.js",
                result.at("/locations/0/physicalLocation/artifactLocation/uri").stringValue());
    }

    @Test
    void anotherQuestionIsAnotherCategoryAndAnotherRunAnotherId() throws IOException {
        List<String> ids = new ArrayList<>();
        for (ReportBuilder builder :
                List.of(
                        new ReportBuilder(),
                        new ReportBuilder().environment("staging"),
                        new ReportBuilder().command("secrets bundle"),
                        new ReportBuilder().policy("apps/web/holdfast.yaml"),
                        new ReportBuilder().policy("builtin:a/b"))) {
            ids.add(run(builder.build()).at("/automationDetails/id").stringValue());
        }
        assertEquals(
                List.of(
                        "holdfast/check/default/2026-11-22T09:59:58.750Z",
                        "holdfast/check/staging/2026-11-22T09:59:58.750Z",
                        "holdfast/secrets-bundle/default/2026-11-22T09:59:58.750Z",
                        "holdfast/check/default/apps/web/2026-11-22T09:59:58.750Z",
                        "holdfast/check/default/2026-11-22T09:59:58.750Z"),
                ids);
        Report later =
                new ReportBuilder()
                        .between(
                                ReportBuilder.START.plus(Duration.ofDays(1)),
                                ReportBuilder.END.plus(Duration.ofDays(1)))
                        .build();
        assertNotEquals(ids.getFirst(), run(later).at("/automationDetails/id").stringValue());
    }

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, 9.5, error",
        "HIGH, 8.0, error",
        "MEDIUM, 5.5, warning",
        "LOW, 2.0, note",
        "INFO, 0.0, note",
    })
    void severityIsGitHubsNumber(Severity severity, String number, String level)
            throws IOException {
        JsonNode run =
                run(
                        ReportBuilder.of(
                                ResultBuilder.fail("area.name")
                                        .severity(severity)
                                        .at("a.js", 1, 1)
                                        .build()));
        assertEquals(
                number, run.at("/tool/driver/rules/0/properties/security-severity").stringValue());
        assertEquals(level, run.at("/results/0/level").stringValue());
    }

    @Test
    void aRuleHasTheSeverityOfItsWorstResult() throws IOException {
        JsonNode run =
                run(
                        ReportBuilder.of(
                                ResultBuilder.fail("area.name").severity(Severity.LOW).build(),
                                ResultBuilder.fail("area.name").severity(Severity.CRITICAL).build(),
                                ResultBuilder.of(Outcome.PASS, "area.other").build()));
        assertEquals(1, run.at("/tool/driver/rules").size());
        assertEquals(
                "9.5", run.at("/tool/driver/rules/0/properties/security-severity").stringValue());
    }

    @Test
    void ruleIndexLeadsToTheRule() throws IOException {
        JsonNode run = run(Samples.everything());
        JsonNode rules = run.at("/tool/driver/rules");
        for (JsonNode result : run.get("results")) {
            assertEquals(
                    result.get("ruleId"), rules.get(result.get("ruleIndex").intValue()).get("id"));
        }
        assertEquals(6, rules.size());
    }

    @Test
    void whatIsNotDecidedIsANotificationAndNoSuccess() throws IOException {
        Report report =
                new ReportBuilder()
                        .unknown(UnknownRule.WARN)
                        .with(
                                ResultBuilder.pass("area.good").build(),
                                ResultBuilder.of(Outcome.UNKNOWN, "area.name")
                                        .at("dist/a.js", 3, 1)
                                        .message("could not be read")
                                        .build(),
                                ResultBuilder.of(Outcome.ERROR, "area.other")
                                        .message("broke")
                                        .build())
                        .build();
        JsonNode run = run(report);
        JsonNode invocation = run.at("/invocations/0");
        assertFalse(invocation.get("executionSuccessful").booleanValue());
        assertEquals(0, run.get("results").size());
        JsonNode error = invocation.at("/toolExecutionNotifications/0");
        assertEquals("error", error.get("level").stringValue());
        assertEquals("area.other: broke", error.at("/message/text").stringValue());
        JsonNode unknown = invocation.at("/toolExecutionNotifications/1");
        assertEquals("warning", unknown.get("level").stringValue());
        assertEquals("area.name", unknown.at("/associatedRule/id").stringValue());
        assertEquals(
                "dist/a.js",
                unknown.at("/locations/0/physicalLocation/artifactLocation/uri").stringValue());
    }

    @Test
    void aRunThatLookedAtNothingIsNoSuccess() throws IOException {
        JsonNode invocation = run(Samples.nothing()).at("/invocations/0");
        assertFalse(invocation.get("executionSuccessful").booleanValue());
        assertEquals(3, invocation.get("exitCode").intValue());
        assertEquals(
                "nothing was looked at",
                invocation.at("/toolExecutionNotifications/0/message/text").stringValue());
    }

    @Test
    void aRequiredCheckThatDidNotLookIsNoSuccess() throws IOException {
        Report report =
                new ReportBuilder()
                        .requires("rls.tables")
                        .with(ResultBuilder.pass("area.good").build())
                        .build();
        JsonNode invocation = run(report).at("/invocations/0");
        assertFalse(invocation.get("executionSuccessful").booleanValue());
        assertEquals(
                "required and not looked at to the end: rls.tables",
                invocation.at("/toolExecutionNotifications/0/message/text").stringValue());
    }

    @Test
    void aCleanRunIsASuccessWithoutResults() throws IOException {
        JsonNode run = run(ReportBuilder.of(ResultBuilder.pass("area.good").build()));
        assertTrue(run.at("/invocations/0/executionSuccessful").booleanValue());
        assertEquals(0, run.at("/invocations/0/toolExecutionNotifications").size());
        assertEquals(0, run.get("results").size());
    }

    @Test
    void acceptedResultsAreLeftOut() throws IOException {
        JsonNode run =
                run(
                        ReportBuilder.of(
                                ResultBuilder.of(Outcome.WAIVED, "area.name").waiver("W-1").build(),
                                ResultBuilder.of(Outcome.BASELINED, "area.name").build()));
        assertEquals(0, run.get("results").size());
        assertTrue(run.at("/invocations/0/executionSuccessful").booleanValue());
    }

    @Test
    void aResultWithoutAFileHangsOnThePolicy() throws IOException {
        assertEquals(
                "holdfast.yaml",
                only(ResultBuilder.fail("rls.open").subject("public.orders"))
                        .at("/locations/0/physicalLocation/artifactLocation/uri")
                        .stringValue());
    }

    @Test
    void noLinkComesOutOfAMessage() throws IOException {
        for (Result result : Samples.hostile().results()) {
            String text = SarifText.plain(result.message() + " [a](http://evil.example)");
            assertFalse(text.contains("]("), text);
        }
    }

    @Test
    void isTheSameInEveryRunExceptForTheTimes() throws IOException {
        String first = Written.by(ReportFormat.SARIF, Samples.everything());
        assertEquals(first, Written.by(ReportFormat.SARIF, Samples.everything()));
        Report later =
                new ReportBuilder()
                        .with(Samples.everything().results())
                        .between(
                                ReportBuilder.START.plusSeconds(60),
                                ReportBuilder.END.plusSeconds(60))
                        .build();
        assertEquals(
                first.replaceAll("2026-11-22T[0-9:.]+Z", "T"),
                Written.by(ReportFormat.SARIF, later).replaceAll("2026-11-22T[0-9:.]+Z", "T"));
    }
}
