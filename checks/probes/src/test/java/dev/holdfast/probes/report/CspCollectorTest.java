package dev.holdfast.probes.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CspCollectorTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
    private static final String REPORT =
            "{\"csp-report\":{\"effective-directive\":\"img-src\",\"blocked-uri\":"
                    + "\"https://x.test/?k=s3cret\",\"script-sample\":\"s3cret\"}}";

    @TempDir Path folder;

    private static String raw(CspCollector collector, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), collector.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String post(CspCollector collector, String type, String body)
            throws IOException {
        return raw(
                        collector,
                        "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(type, body.length(), body))
                .lines()
                .findFirst()
                .orElse("");
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("reports.jsonl"));
    }

    private CspCollector collector(long most) throws IOException {
        return CspCollector.serve(0, folder.resolve("reports.jsonl"), most, NOON);
    }

    @Test
    void writesALineForEachViolationOfBothForms() throws IOException {
        try (CspCollector collector = collector(1 << 20)) {
            assertEquals(
                    "HTTP/1.1 204 No Content",
                    post(collector, "application/csp-report; charset=utf-8", REPORT));
            assertEquals(
                    "HTTP/1.1 204 No Content",
                    post(
                            collector,
                            "application/reports+json",
                            "[{\"type\":\"csp-violation\",\"url\":\"https://s.test/p?s3cret\","
                                    + "\"body\":{\"effectiveDirective\":\"font-src\"}},"
                                    + "{\"type\":\"csp-violation\",\"body\":"
                                    + "{\"effectiveDirective\":\"img-src\"}}]"));
            assertEquals(3, collector.written());
            assertEquals(0, collector.refused());
        }
        assertEquals(5, lines().size());
        assertEquals(
                "{\"received\":\"2026-11-29T12:00:00Z\",\"violation\":{\"directive\":\"img-src\","
                        + "\"blocked\":\"https://x.test/\",\"disposition\":\"report\","
                        + "\"document\":\"\",\"referrer\":\"\",\"source\":\"\",\"line\":0,"
                        + "\"sample\":6}}",
                lines().get(1));
        assertTrue(lines().getLast().contains("\"stopped\""), lines().getLast());
        assertFalse(lines().toString().contains("s3cret"));
    }

    @Test
    void refusesWhatIsNoReport() throws IOException {
        try (CspCollector collector = collector(1 << 20)) {
            assertEquals(
                    "HTTP/1.1 415 Unsupported Media Type",
                    post(collector, "application/json", REPORT));
            assertEquals(
                    "HTTP/1.1 400 Bad Request", post(collector, "application/csp-report", "{}"));
            assertEquals(
                    "HTTP/1.1 413 Content Too Large",
                    post(collector, "application/csp-report", " ".repeat(300_000)));
            assertTrue(
                    raw(collector, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                            .startsWith("HTTP/1.1 405 Method Not Allowed\r\nAllow: POST\r\n"));
            assertTrue(
                    raw(
                                    collector,
                                    "POST / HTTP/1.1\r\nContent-Type: application/csp-report\r\n\r\n")
                            .startsWith("HTTP/1.1 411 "));
            String start = "POST / HTTP/1.1\r\nContent-Type: application/csp-report\r\n";
            for (String odd :
                    List.of(
                            "",
                            "\r\n\r\n",
                            "POST /\r\n\r\n",
                            "x".repeat(20_000),
                            start + "Content-Length: -1\r\n\r\n",
                            start + "Content-Length: 50\r\n\r\n{}")) {
                assertTrue(raw(collector, odd).startsWith("HTTP/1.1 400 "), odd);
            }
            assertEquals(0, collector.written());
            assertEquals(11, collector.refused());
        }
        assertEquals(2, lines().size());
    }

    @Test
    void answersTheQuestionThatABrowserAsksFirst() throws IOException {
        try (CspCollector collector = collector(1 << 20)) {
            String answer = raw(collector, "OPTIONS / HTTP/1.1\r\nOrigin: https://s.test\r\n\r\n");

            assertTrue(answer.startsWith("HTTP/1.1 204 "), answer);
            assertTrue(answer.contains("Access-Control-Allow-Headers: content-type"), answer);
        }
    }

    @Test
    void neverWritesMoreThanItMay() throws IOException {
        try (CspCollector collector = collector(500)) {
            String last = "";
            for (int i = 0; i < 10; i++) {
                last = post(collector, "application/csp-report", REPORT);
            }
            assertEquals("HTTP/1.1 503 Service Unavailable", last);
        }
        assertTrue(Files.size(folder.resolve("reports.jsonl")) <= 500);
        assertTrue(lines().getLast().contains("\"stopped full\""), lines().getLast());
    }

    @Test
    void saysThatItIsFullWhateverTheRoom() throws IOException {
        Path file = folder.resolve("reports.jsonl");
        for (int room = 350; room < 800; room += 13) {
            Files.deleteIfExists(file);
            try (CspCollector collector = collector(room)) {
                for (int i = 0; i < 4; i++) {
                    post(collector, "application/csp-report", REPORT);
                }
                // Before the end: a collector may be killed.
                assertTrue(lines().getLast().contains("\"full\""), lines().getLast());
            }
            assertTrue(Files.size(file) <= room);
            assertTrue(lines().getLast().contains("\"stopped full\""), lines().getLast());
        }
    }

    @Test
    void doesNotBeginWithAFileThatIsFull() throws IOException {
        Files.writeString(folder.resolve("reports.jsonl"), " ".repeat(990));

        assertThrows(UserProblem.class, () -> collector(1000).close());
    }

    @Test
    void keepsEveryReportOfALongBatchAndCountsTheOddOnes() throws IOException {
        String one = "{\"type\":\"csp-violation\",\"body\":{\"effectiveDirective\":\"a\"}},";
        try (CspCollector collector = collector(1 << 20)) {
            assertEquals(
                    "HTTP/1.1 204 No Content",
                    post(
                            collector,
                            "application/reports+json",
                            "[" + one.repeat(150) + "{\"type\":\"csp-violation\",\"body\":{}}]"));
            assertEquals(150, collector.written());
        }
        assertTrue(lines().get(151).contains("\"malformed\":1"), lines().get(151));
    }

    @Test
    void addsToAFileThatIsThere() throws IOException {
        collector(1 << 20).close();
        collector(1 << 20).close();

        assertEquals(4, lines().size());
    }

    @Test
    void listensOnLoopbackAloneAndStops() throws IOException {
        CspCollector collector = collector(1 << 20);
        int port = collector.port();
        collector.close();

        try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertTrue(free.isBound());
        }
    }
}
