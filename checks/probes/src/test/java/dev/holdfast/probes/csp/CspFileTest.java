package dev.holdfast.probes.csp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.json.JsonReader;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CspFileTest {
    private static List<String> answer(String lines) throws IOException {
        StringWriter out = new StringWriter();
        new CspFile("policies.jsonl").answer(new StringReader(lines), out);
        return out.toString().lines().toList();
    }

    private static Map<String, @Nullable Object> object(String line) {
        return JsonReader.object(line).orElseThrow();
    }

    @Test
    void answersEachLine() throws IOException {
        List<String> lines =
                answer(
                        """
                        {"id":"a","csp":"script-src 'unsafe-inline'"}

                        {"csp":["default-src *","script-src 'none'"],"id":7,"note":{"x":[1]}}
                        {"id":"none","csp":[]}
                        """);
        assertEquals(3, lines.size());
        Map<?, ?> allows = (Map<?, ?>) Objects.requireNonNull(object(lines.get(0)).get("allows"));
        assertEquals(15, allows.size());
        assertEquals(true, allows.get("inline"));
        assertEquals(false, allows.get("evil"));
        assertTrue(lines.get(1).startsWith("{\"id\":7,\"allows\":{\"inline\":false,"));
        List<?> findings = (List<?>) Objects.requireNonNull(object(lines.get(0)).get("findings"));
        assertTrue(
                findings.stream()
                        .map(each -> (Map<?, ?>) each)
                        .anyMatch(each ->
                                "csp.inline-script".equals(each.get("check"))
                                        && "fail".equals(each.get("outcome"))
                                        && "high".equals(each.get("severity"))
                                        && each.get("message") instanceof String
                                        && each.get("properties") instanceof Map<?, ?>));
        assertTrue(lines.get(2).contains("csp.missing"));
    }

    @Test
    void givesBackIdsAsTheyCame() throws IOException {
        for (String id :
                List.of(
                        "\"\"",
                        "\"a b\"",
                        "0",
                        "-1",
                        "1.0",
                        "1e3",
                        "12345678901234567890123",
                        "\"\\u00e9\\\"\\\\\"",
                        "\"\\ud83d\\ude00\"")) {
            String line = answer("{\"id\":" + id + ",\"csp\":\"\"}").getFirst();
            String back = line.substring("{\"id\":".length(), line.indexOf(",\"allows\""));
            assertEquals(
                    object("{\"x\":" + id + "}").get("x"), object("{\"x\":" + back + "}").get("x"));
            if (!id.startsWith("\"")) {
                assertEquals(id, back);
            }
        }
    }

    @Test
    void namesTheLineThatIsNoSuchObject() {
        for (String line :
                List.of(
                        "x",
                        "[]",
                        "{}",
                        "{\"id\":1}",
                        "{\"csp\":\"\"}",
                        "{\"id\":null,\"csp\":\"\"}",
                        "{\"id\":true,\"csp\":\"\"}",
                        "{\"id\":1,\"csp\":3}",
                        "{\"id\":1,\"csp\":[\"a\",3]}",
                        "{\"id\":1,\"csp\":null}",
                        "{\"id\":1,\"csp\":\"\"} x",
                        "{\"id\":1,\"csp\":\"\",\"id\":2}",
                        "{\"id\":1,\"csp\":\"",
                        "{\"id\":[1],\"csp\":\"\"}")) {
            UserProblem problem =
                    assertThrows(
                            UserProblem.class,
                            () -> answer("{\"id\":1,\"csp\":\"\"}\n" + line + "\n"),
                            line);
            assertTrue(problem.what().startsWith("policies.jsonl:2: "), problem.what());
        }
    }

    @Test
    void givesOrdinaryResults() throws IOException {
        List<Result> results =
                new CspFile("policies.jsonl")
                        .results(
                                new StringReader(
                                        "{\"id\":\"home\",\"csp\":\"script-src data:\"}\n"));
        Result data =
                results.stream()
                        .filter(result -> result.check().value().equals("csp.data-script"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Outcome.FAIL, data.outcome());
        assertEquals(Evidence.SNAPSHOT, data.evidence());
        assertEquals("RECORDED home", data.subject());
    }
}
