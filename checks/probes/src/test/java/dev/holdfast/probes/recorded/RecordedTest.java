package dev.holdfast.probes.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.json.JsonReader;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.headers.Frames;
import dev.holdfast.probes.headers.PolicyJudge;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
    private static final PolicyJudge POLICIES =
            (exchange, routeClass) ->
                    List.of(
                            Finding.pass(
                                    Rules.rule("csp.test", "t", Severity.LOW, "m", "w", "f"),
                                    "heard of " + exchange.url()));

    private final RecordedJudge judge =
            new RecordedJudge(
                    Demands.of("owasp"), POLICIES, Frames::of, new CorsGlance(List.of()), CLOCK);

    @Test
    void answersEachLineWithOneLine() throws IOException {
        StringBuilder answer = new StringBuilder();
        RecordingReader.read(
                new BufferedReader(new StringReader(resource("exchanges.jsonl"))),
                "exchanges.jsonl",
                each ->
                        answer.append(RecordingWriter.line(each.id(), judge.judge(each)))
                                .append('\n'));
        assertEquals(resource("results.jsonl"), answer.toString());
    }

    @Test
    void tellsFaultsOfHeadersCookiesPoliciesAndCors() throws IOException {
        List<RecordedExchange> all = read(resource("exchanges.jsonl"));
        assertEquals(
                List.of(
                        "headers.strict-transport-security",
                        "headers.subresource-integrity",
                        "headers.x-frame-options"),
                failing(all.get(0)).subList(0, 3));
        assertEquals(List.of("cors.reflected-origin"), failing(all.get(1)));
        assertEquals(List.of(), failing(all.get(2)));
        assertTrue(
                judge.judge(all.get(0)).stream()
                        .anyMatch(each -> each.rule().id().value().equals("csp.test")));
    }

    @Test
    void guessesTheClassAndSaysSo() throws IOException {
        Map<String, RouteClass> guesses =
                Map.ofEntries(
                        Map.entry(line("https://a.test/", 200, "text/html"), RouteClass.PAGE),
                        Map.entry(line("https://a.test/login", 200, "text/html"), RouteClass.LOGIN),
                        Map.entry(line("https://a.test/logout", 302, ""), RouteClass.LOGOUT),
                        Map.entry(
                                line("https://a.test/admin/x", 200, "text/html"), RouteClass.ADMIN),
                        Map.entry(line("https://a.test/api/x", 200, ""), RouteClass.API),
                        Map.entry(
                                line("https://a.test/x", 200, "application/json"), RouteClass.API),
                        Map.entry(line("https://a.test/x.js", 200, ""), RouteClass.ASSET),
                        Map.entry(line("https://a.test/x", 200, "image/png"), RouteClass.ASSET),
                        Map.entry(line("https://a.test/healthz", 200, ""), RouteClass.HEALTH),
                        Map.entry(
                                line("https://a.test/api/x", 404, "text/html"), RouteClass.ERROR));
        for (Map.Entry<String, RouteClass> each : guesses.entrySet()) {
            RecordedExchange recorded = read(each.getKey()).getFirst();
            assertEquals(each.getValue(), RecordedJudge.routeClass(recorded), each.getKey());
            assertTrue(
                    judge.judge(recorded).stream()
                            .allMatch(finding -> finding.properties().containsKey("classGuessed")));
        }
        RecordedExchange said =
                read("{\"id\":1,\"url\":\"https://a.test/\",\"method\":\"get\",\"status\":200,"
                                + "\"class\":\"authenticated page\",\"headers\":[]}")
                        .getFirst();
        assertEquals(RouteClass.AUTHENTICATED, RecordedJudge.routeClass(said));
        assertEquals("1", said.id());
    }

    @Test
    void namesFileAndLineOfWhatIsNoExchange() {
        String good =
                "{\"id\":\"a\",\"url\":\"https://a.test/\",\"method\":\"GET\",\"status\":200,"
                        + "\"headers\":[]}";
        for (String bad :
                List.of(
                        "x",
                        "[]",
                        good.replace("\"id\":\"a\",", ""),
                        good.replace("https://a.test/", "a.test"),
                        good.replace("\"GET\"", "7"),
                        good.replace("200", "\"200\""),
                        good.replace("200", "20"),
                        good.replace("[]", "{}"),
                        good.replace("[]", "[[\"a\"]]"),
                        good.replace("[]", "[[\"a\",1]]"),
                        good.replace("}", ",\"body\":1}"),
                        good.replace("}", ",\"request\":{}}"),
                        good + good)) {
            UserProblem problem =
                    assertThrows(UserProblem.class, () -> read(good + "\n\n" + bad), bad);
            assertTrue(problem.what().startsWith("f.jsonl:3: "), problem.what());
        }
    }

    @Test
    void readsAgainWhatItRecorded() throws IOException {
        Exchange exchange =
                new Exchange(
                        "https://a.test/x?q=1",
                        Request.get("/x?q=1")
                                .with("Origin", "https://b.test")
                                .with("Cookie", "session=c4n4ry"),
                        new Response(
                                200,
                                Fields.NONE
                                        .with("Content-Type", "text/html; charset=utf-8")
                                        .with("Set-Cookie", "session=c4n4ry; Secure; HttpOnly")
                                        .with("Set-Cookie", "b=c4n4ry")
                                        .with("X-Odd", "é\u202e"),
                                Body.of("<p>ö\n</p>")),
                        Instant.EPOCH);
        RecordedExchange recorded =
                RecordedExchange.of("GET /x", exchange, Optional.of(RouteClass.PAGE), text -> text);
        String line = RecordingWriter.line(recorded);
        assertEquals(List.of(recorded), read(line));
        assertFalse(line.contains("c4n4ry"), line);
        assertFalse(line.contains("\n"), line);
        assertTrue(line.chars().allMatch(letter -> letter < 0x7F), line);
        Exchange again = read(line).getFirst().exchange(Instant.EPOCH);
        assertEquals(exchange.response().body(), again.response().body());
        assertEquals(exchange.request().path(), again.request().path());
        assertEquals(
                "session=redacted; Secure; HttpOnly",
                again.response().fields().first("Set-Cookie").orElseThrow());
    }

    /** That there was no body is no body that was not kept. */
    @Test
    void knowsThatThereWasNoBody() throws IOException {
        Exchange empty =
                new Exchange(
                        "https://a.test/api/me",
                        Request.get("/api/me"),
                        new Response(401, Fields.NONE.with("Content-Length", "0"), Body.of("")),
                        Instant.EPOCH);
        String line =
                RecordingWriter.line(
                        RecordedExchange.of(
                                "a", empty, Optional.of(RouteClass.ERROR), text -> text));
        assertFalse(read(line).getFirst().exchange(Instant.EPOCH).response().body().cut(), line);
        for (String said :
                List.of(
                        "\"GET\",\"status\":404,\"headers\":[[\"Content-Length\",\"0\"]]",
                        "\"HEAD\",\"status\":404,\"headers\":[]",
                        "\"GET\",\"status\":204,\"headers\":[]")) {
            String other = "{\"id\":\"a\",\"url\":\"https://a.test/\",\"method\":" + said + "}";
            assertFalse(
                    read(other).getFirst().exchange(Instant.EPOCH).response().body().cut(), other);
        }
        String kept =
                "{\"id\":\"a\",\"url\":\"https://a.test/\",\"method\":\"GET\",\"status\":404,"
                        + "\"headers\":[[\"Content-Length\",\"7\"]]}";
        assertTrue(read(kept).getFirst().exchange(Instant.EPOCH).response().body().cut());
    }

    @Test
    void takesSecretsOutOfRecordings() {
        Exchange exchange =
                new Exchange(
                        "https://a.test/?t=c4n4ry",
                        Request.get("/?t=c4n4ry").as("admin"),
                        new Response(
                                200,
                                Fields.NONE.with("Content-Type", "text/plain").with("X", "c4n4ry"),
                                Body.of("token c4n4ry")),
                        Instant.EPOCH);
        String line =
                RecordingWriter.line(
                        RecordedExchange.of(
                                "c4n4ry",
                                exchange,
                                Optional.empty(),
                                text -> text.replace("c4n4ry", "***")));
        assertFalse(line.contains("c4n4ry"), line);
        assertTrue(line.contains("Authorization"), line);
    }

    @Test
    void tellsWhatOneExchangeShowsOfCors() {
        Map<Fields, List<String>> cases =
                Map.of(
                        allow("*"),
                        List.of(),
                        allow("*").with("Access-Control-Allow-Credentials", "true"),
                        List.of("cors.wildcard-credentials"),
                        allow("null"),
                        List.of("cors.null-origin"),
                        allow("https://evil.test, https://b.test"),
                        List.of("cors.several-values"),
                        allow("https://evil.test").with("Access-Control-Allow-Credentials", "true"),
                        List.of("cors.reflected-origin", "cors.vary-origin"),
                        allow("https://evil.test")
                                .with("Access-Control-Allow-Credentials", "true")
                                .with("Vary", "Accept, origin"),
                        List.of("cors.reflected-origin"),
                        allow("https://app.example.com").with("Vary", "Origin"),
                        List.of());
        cases.forEach((fields, ids) -> {
            Exchange exchange =
                    new Exchange(
                            "https://api.example.com/",
                            Request.get("/").with("Origin", "https://evil.test"),
                            new Response(200, fields, Body.EMPTY),
                            Instant.EPOCH);
            assertEquals(
                    ids,
                    new CorsGlance(List.of())
                            .judge(exchange).stream()
                                    .filter(each -> each.outcome() == Outcome.FAIL)
                                    .map(each -> each.rule().id().value())
                                    .sorted()
                                    .toList(),
                    fields.toString());
        });
    }

    @Test
    void judgesManyLinesOneByOne() throws IOException {
        String line = resource("exchanges.jsonl").lines().findFirst().orElseThrow() + "\n";
        int[] read = {0};
        RecordingReader.read(
                new BufferedReader(new StringReader(line.repeat(1_000))),
                "f",
                each -> read[0] += judge.judge(each).size() > 20 ? 1 : 0);
        assertEquals(1_000, read[0]);
    }

    @Test
    void writesJsonThatIsRead() throws IOException {
        for (RecordedExchange each : read(resource("exchanges.jsonl"))) {
            String line = RecordingWriter.line(each.id(), judge.judge(each));
            assertTrue(JsonReader.object(line).orElseThrow().containsValue(each.id()), line);
            assertFalse(line.contains("s3cr3t"), line);
        }
    }

    private static Fields allow(String origin) {
        return Fields.NONE.with("Access-Control-Allow-Origin", origin);
    }

    private List<String> failing(RecordedExchange recorded) {
        return judge.judge(recorded).stream()
                .filter(each -> each.outcome() == Outcome.FAIL)
                .filter(each -> !each.rule().id().value().equals("cors.vary-origin"))
                .map(each -> each.rule().id().value())
                .toList();
    }

    private static String line(String url, int status, String type) {
        return "{\"id\":\"a\",\"url\":\""
                + url
                + "\",\"method\":\"GET\",\"status\":"
                + status
                + ",\"headers\":["
                + (type.isEmpty() ? "" : "[\"Content-Type\",\"" + type + "\"]")
                + "]}";
    }

    private static List<RecordedExchange> read(String text) throws IOException {
        List<RecordedExchange> all = new ArrayList<>();
        RecordingReader.read(new BufferedReader(new StringReader(text)), "f.jsonl", all::add);
        return all;
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(RecordedTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
