package dev.holdfast.commands.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonReportTest {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private static JsonNode json(Report report) throws IOException {
        return MAPPER.readTree(Written.by(ReportFormat.JSON, report));
    }

    private static JsonNode only(ResultBuilder result) throws IOException {
        return json(ReportBuilder.of(result.build())).get("results").get(0);
    }

    @Test
    void isWhatItWasYesterday() throws IOException {
        Golden.check("report.json", Written.by(ReportFormat.JSON, Samples.realistic()));
    }

    @Test
    void isValidForEveryKindOfReport() throws IOException {
        Schemas schema = Schemas.report();
        for (Report report :
                List.of(
                        Samples.realistic(),
                        Samples.everything(),
                        Samples.nothing(),
                        Samples.hostile())) {
            schema.accepts(Written.by(ReportFormat.JSON, report));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/schema",
                "/tool/version",
                "/command",
                "/policy/sha256",
                "/startedAt",
                "/finishedAt",
                "/summary/notApplicable",
                "/results",
                "/exhibits/0/title",
                "/exhibits/0/columns",
                "/exhibits/0/rows/0/group",
                "/exhibits/0/rows/0/cells/0/words",
                "/exhibits/0/rows/0/cells/0/tone",
                "/results/0/check",
                "/results/0/outcome",
                "/results/0/severity",
                "/results/0/evidence",
                "/results/0/location/path",
                "/results/0/location/line",
                "/results/0/location/column",
                "/results/0/location/endLine",
                "/results/0/location/endColumn",
                "/results/0/location/origin/line",
                "/results/0/message",
                "/results/0/remediation",
                "/results/0/fingerprint",
                "/results/0/properties",
                "/results/0/otherLocations/0/path",
            })
    void schemaMissesWhatIsMissing(String pointer) throws IOException {
        JsonNode report = json(Samples.realistic());
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) report.at(pointer.substring(0, slash));
        assertTrue(parent.has(pointer.substring(slash + 1)), pointer + " is there before");
        parent.remove(pointer.substring(slash + 1));
        assertFalse(Schemas.report().errors(report.toString()).isEmpty(), pointer);
    }

    @Test
    void schemaLetsTheFutureAdd() throws IOException {
        JsonNode report = json(Samples.realistic());
        for (String pointer :
                List.of(
                        "",
                        "/tool",
                        "/policy",
                        "/summary",
                        "/verdict",
                        "/exhibits/0",
                        "/exhibits/0/rows/0/cells/0",
                        "/results/0",
                        "/results/0/location/origin",
                        "/results/0/otherLocations/0")) {
            ((ObjectNode) report.at(pointer)).put("added", "later");
        }
        Schemas.report().accepts(report.toString());
    }

    @Test
    void hasTheKeysOfThePromiseInTheirOrder() throws IOException {
        JsonNode report = json(Samples.realistic());
        assertEquals(
                List.of(
                        "schema",
                        "tool",
                        "command",
                        "policy",
                        "startedAt",
                        "finishedAt",
                        "summary",
                        "verdict",
                        "notes",
                        "exhibits",
                        "results"),
                List.copyOf(report.propertyNames()));
        assertEquals(
                List.of("pass", "fail", "notApplicable", "unknown", "error", "waived", "baselined"),
                List.copyOf(report.get("summary").propertyNames()));
        assertEquals("holdfast.report/v1", report.get("schema").stringValue());
        JsonNode first = report.get("results").get(0);
        assertEquals(
                List.of(
                        "check",
                        "outcome",
                        "severity",
                        "evidence",
                        "location",
                        "otherLocations",
                        "message",
                        "remediation",
                        "fingerprint",
                        "properties"),
                List.copyOf(first.propertyNames()));
        assertEquals(
                List.of("path", "line", "column", "endLine", "endColumn", "origin"),
                List.copyOf(first.get("location").propertyNames()));
        assertEquals(
                List.copyOf(first.get("location").propertyNames()),
                List.copyOf(first.get("otherLocations").get(0).propertyNames()));
    }

    @Test
    void countsEveryOutcome() throws IOException {
        Report report = Samples.everything();
        JsonNode json = json(report);
        Map<String, Integer> counted = new TreeMap<>();
        for (JsonNode result : json.get("results")) {
            counted.merge(result.get("outcome").stringValue(), 1, Integer::sum);
        }
        for (Outcome outcome : Outcome.values()) {
            assertEquals(
                    counted.get(outcome.word()),
                    json.get("summary").get(outcome.summaryKey()).intValue(),
                    outcome.word());
        }
        assertEquals(15, json.get("summary").get("notApplicable").intValue());
    }

    @Test
    void leavesOutWhatThereIsNot() throws IOException {
        JsonNode bare = only(ResultBuilder.fail("area.name").at("a.js", 1, 1));
        for (String key : Set.of("otherLocations", "subject", "waiver")) {
            assertFalse(bare.has(key), key);
        }
        assertFalse(bare.get("location").has("origin"));
        assertFalse(Written.by(ReportFormat.JSON, Samples.everything()).contains("null"));
        assertEquals(0, bare.get("properties").size());
    }

    @Test
    void saysSubjectWaiverAndOriginWhenThereAre() throws IOException {
        JsonNode result =
                only(
                        ResultBuilder.of(Outcome.WAIVED, "area.name")
                                .waiver("W-1")
                                .subject("public.orders")
                                .at("a.js", 1, 1, new Origin("src/a.ts", 3, 4), null));
        assertEquals("W-1", result.get("waiver").stringValue());
        assertEquals("public.orders", result.get("subject").stringValue());
        assertEquals(
                "{\"path\":\"src/a.ts\",\"line\":3,\"column\":4}",
                result.get("location").get("origin").toString());
    }

    @Test
    void hasNoLocationWithoutAFile() throws IOException {
        JsonNode result = only(ResultBuilder.fail("rls.open").subject("public.orders"));
        assertFalse(result.has("location"));
        assertEquals("public.orders", result.get("subject").stringValue());
        assertFalse(result.has("otherLocations"));
    }

    @Test
    void endColumnIsExclusive() throws IOException {
        JsonNode location =
                only(ResultBuilder.fail("area.name")
                                .spot(new Location("a.js", 2, 5, 4, 9, null), null))
                        .get("location");
        assertEquals(
                "{\"path\":\"a.js\",\"line\":2,\"column\":5,\"endLine\":4,\"endColumn\":9}",
                location.toString());
    }

    @Test
    void keepsEveryPlaceWithItsFingerprint() throws IOException {
        Result many = ResultBuilder.fail("area.name").places(3_000).build();
        JsonNode json = json(ReportBuilder.of(many)).get("results").get(0);
        assertEquals(2_999, json.get("otherLocations").size());
        JsonNode fingerprints = json.get("properties").get("otherFingerprints");
        assertEquals(2_999, fingerprints.size());
        assertEquals(many.spots().get(1).fingerprint(), fingerprints.get(0).stringValue());
        assertEquals(
                "dist/assets/chunk-2.js",
                json.get("otherLocations").get(0).get("path").stringValue());
    }

    @Test
    void keepsEveryKindOfProperty() throws IOException {
        JsonNode properties =
                only(ResultBuilder.fail("area.name")
                                .property("text", "words")
                                .property("number", 7)
                                .property("long", 7_000_000_000L)
                                .property("fraction", 0.5)
                                .property("short", (short) 3)
                                .property("not-a-number", Double.NaN)
                                .property("flag", true)
                                .property("list", List.of("one", 2))
                                .property("map", Map.of("b", 1, "a", 2)))
                        .get("properties");
        assertEquals(
                "{\"flag\":true,\"fraction\":0.5,\"list\":[\"one\",2],\"long\":7000000000,"
                        + "\"map\":{\"a\":2,\"b\":1},\"not-a-number\":\"NaN\",\"number\":7,"
                        + "\"short\":3,\"text\":\"words\"}",
                properties.toString());
    }

    @Test
    void isWorstFirst() throws IOException {
        List<String> outcomes =
                json(Samples.everything())
                        .get("results")
                        .valueStream()
                        .map(result -> result.get("outcome").stringValue())
                        .distinct()
                        .toList();
        assertEquals(
                List.of(
                        "fail",
                        "error",
                        "unknown",
                        "waived",
                        "baselined",
                        "pass",
                        "not-applicable"),
                outcomes);
    }

    @Test
    void hostileTextComesBackAsItWas() throws IOException {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < 300; i++) {
            String text = Hostile.random(random);
            String written =
                    Written.by(
                            ReportFormat.JSON,
                            ReportBuilder.of(
                                    ResultBuilder.fail("area.name").message(text).build()));
            assertEquals(
                    halvesReplaced(text),
                    MAPPER.readTree(written).get("results").get(0).get("message").stringValue(),
                    "round " + i + " of seed 20261122");
            assertTrue(
                    written.codePoints().allMatch(JsonReportTest::isHarmless),
                    "round " + i + " of seed 20261122");
        }
    }

    private static boolean isHarmless(int point) {
        int type = Character.getType(point);
        return point == '\n'
                || (type != Character.CONTROL
                        && type != Character.SURROGATE
                        && (type != Character.FORMAT || point > 0xFFFF));
    }

    private static String halvesReplaced(String text) {
        StringBuilder whole = new StringBuilder();
        text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    @Test
    void isTheSameInEveryRun() throws IOException {
        assertEquals(
                Written.by(ReportFormat.JSON, Samples.everything()),
                Written.by(ReportFormat.JSON, Samples.everything()));
    }

    @Test
    void saysTheVerdictWithItsExitCode() throws IOException {
        assertEquals(
                "{\"word\":\"blocked\",\"exitCode\":1,\"environment\":\"production\","
                        + "\"reasons\":[\"2 findings block\",\"1 result is unknown\"]}",
                json(Samples.realistic()).get("verdict").toString());
        assertEquals(3, json(Samples.nothing()).get("verdict").get("exitCode").intValue());
        assertEquals(
                "clear",
                json(ReportBuilder.of(ResultBuilder.pass("area.name").build()))
                        .get("verdict")
                        .get("word")
                        .stringValue());
    }
}
