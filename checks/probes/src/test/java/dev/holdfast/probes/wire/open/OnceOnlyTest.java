package dev.holdfast.probes.wire.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.wire.Reply.Reason;
import dev.holdfast.probes.wire.address.Resolver;
import dev.holdfast.probes.wire.fixture.ScriptedServer;
import dev.holdfast.probes.wire.fixture.TestTarget;
import dev.holdfast.probes.wire.pace.RunLimits;
import dev.holdfast.probes.wire.transport.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a service does, it is asked once. */
final class OnceOnlyTest {
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Rig rig() {
        return new Rig(TestTarget.http(server.getPort()));
    }

    @Test
    void seesThe503ThatAsksToComeAgainAtOnce() throws Exception {
        server.enqueue(new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build());
        server.enqueue(new MockResponse.Builder().code(200).build());
        try (Rig rig = rig()) {
            Response response = rig.answer(Request.get("/"));
            assertEquals(503, response.status());
            assertEquals(List.of("0"), response.fields().all("retry-after"));
            assertEquals(
                    "Retry-After",
                    response.fields().lines().stream()
                            .filter(line -> line.is("retry-after"))
                            .map(Field::name)
                            .findFirst()
                            .orElseThrow());
        }
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void doesNotComeAgainAfter408() throws Exception {
        server.enqueue(new MockResponse.Builder().code(408).build());
        server.enqueue(new MockResponse.Builder().code(200).build());
        try (Rig rig = rig()) {
            assertEquals(408, rig.answer(Request.get("/")).status());
        }
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void doesNotSendAPostAgainWhenTheConnectionEnds() throws Exception {
        server.enqueue(
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                        .build());
        server.enqueue(new MockResponse.Builder().code(200).build());
        Request post = Request.of("POST", "/pay", Intent.FORGED).with(Body.of("amount=1"));
        try (Rig rig = rig()) {
            assertEquals(Reason.NOT_HTTP, rig.refusal(post).reason());
        }
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void followsNoRedirect() throws Exception {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            server.enqueue(
                    new MockResponse.Builder()
                            .code(status)
                            .addHeader("Location", server.url("/next"))
                            .build());
        }
        try (Rig rig = rig()) {
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                assertEquals(status, rig.answer(Request.get("/")).status());
            }
        }
        assertEquals(5, server.getRequestCount());
    }

    @Test
    void usesNoConnectionTwice() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder().body("well").build());
        }
        try (Rig rig = rig()) {
            for (int i = 0; i < 3; i++) {
                assertEquals("well", rig.answer(Request.get("/")).body().text());
                assertEquals(0, server.takeRequest().getExchangeIndex());
            }
        }
    }

    @Test
    void saysThatNobodyTookTheConnection() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        try (Rig rig = new Rig(TestTarget.http(port))) {
            assertEquals(Reason.NOT_CONNECTED, rig.refusal(Request.get("/")).reason());
            assertEquals(Reason.NOT_CONNECTED, rig.refusal(Request.get("/").exactly()).reason());
        }
    }

    @Test
    void waitsNoLongerThanItMay() throws Exception {
        Patience brief = new Patience(Duration.ofSeconds(5), Duration.ofMillis(200));
        // The system takes the connection, and nobody ever answers.
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                Rig rig =
                        new Rig(
                                TestTarget.http(silent.getLocalPort()),
                                false,
                                Map.of(),
                                Resolver.SYSTEM,
                                brief,
                                RunLimits.USUAL)) {
            assertEquals(Reason.TIMED_OUT, rig.refusal(Request.get("/")).reason());
            assertEquals(Reason.TIMED_OUT, rig.refusal(Request.get("/").exactly()).reason());
        }
    }

    @Test
    void takesHalfAnAnswerForNone() throws Exception {
        String half = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345";
        try (ScriptedServer scripted = ScriptedServer.answering(half);
                Rig rig = new Rig(TestTarget.http(scripted.port()))) {
            assertEquals(Reason.NOT_HTTP, rig.refusal(Request.get("/")).reason());
            assertEquals(Reason.NOT_HTTP, rig.refusal(Request.get("/").exactly()).reason());
            assertEquals(2, scripted.connections());
        }
    }

    @Test
    void takesNoHttpForNone() throws Exception {
        try (ScriptedServer scripted = ScriptedServer.answering("220 mail ready\r\n\r\n");
                Rig rig = new Rig(TestTarget.http(scripted.port()))) {
            assertEquals(Reason.NOT_HTTP, rig.refusal(Request.get("/")).reason());
            assertEquals(Reason.NOT_HTTP, rig.refusal(Request.get("/").exactly()).reason());
            assertEquals(2, scripted.connections());
        }
    }

    @Test
    void keepsTheBeginningOfALongBody() throws Exception {
        String begin = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
        try (ScriptedServer scripted =
                        ScriptedServer.answering(begin + "x".repeat(3 * 1024 * 1024));
                Rig rig = new Rig(TestTarget.http(scripted.port()))) {
            for (Request each : List.of(Request.get("/"), Request.get("/").exactly())) {
                Body body = rig.answer(each).body();
                assertEquals(1024 * 1024, body.size());
                assertTrue(body.cut());
            }
        }
    }

    @Test
    void keepsFieldsInTheirOrderWithWhatIsBeyondAscii() throws Exception {
        String answer =
                "HTTP/1.1 200 OK\r\nB: 1\r\nSet-Cookie: a=1\r\nA: \u2018x\u2019\r\nset-cookie: b=2"
                        + "\r\nL: \u00e9\r\nContent-Length: 0\r\n\r\n";
        byte[] utf8 = answer.getBytes(StandardCharsets.UTF_8);
        try (ScriptedServer scripted = ScriptedServer.answering(utf8);
                Rig rig = new Rig(TestTarget.http(scripted.port()))) {
            for (Request each : List.of(Request.get("/"), Request.get("/").exactly())) {
                Response response = rig.answer(each);
                assertEquals(
                        List.of("B", "Set-Cookie", "A", "set-cookie", "L", "Content-Length"),
                        response.fields().lines().stream().map(Field::name).toList());
                assertEquals("\u2018x\u2019", response.fields().first("a").orElseThrow());
            }
        }
        try (ScriptedServer latin = ScriptedServer.answering(answer.replace('\u2018', '\u00e8'));
                Rig rig = new Rig(TestTarget.http(latin.port()))) {
            for (Request each : List.of(Request.get("/"), Request.get("/").exactly())) {
                String value = rig.answer(each).fields().first("L").orElseThrow();
                assertTrue(value.chars().anyMatch(letter -> letter > 0x7F), value);
            }
        }
    }

    @Test
    void sendsTheSameFieldsOnBothWays() throws Exception {
        try (ScriptedServer scripted =
                        ScriptedServer.answering("HTTP/1.1 204 No\r\nConnection: close\r\n\r\n");
                Rig rig = new Rig(TestTarget.http(scripted.port()))) {
            rig.answer(Request.get("/a").with("Origin", "https://x.test"));
            rig.answer(Request.get("/a").with("Origin", "https://x.test").exactly());
            for (String head : scripted.heads()) {
                assertTrue(head.startsWith("GET /a HTTP/1.1\r\n"), head);
                assertTrue(head.contains("\r\nHost: 127.0.0.1:" + scripted.port() + "\r\n"), head);
                assertTrue(head.contains("\r\nOrigin: https://x.test\r\n"), head);
                assertTrue(head.contains("\r\nAccept-Encoding: identity\r\n"), head);
                assertTrue(
                        head.contains(
                                "\r\nUser-Agent: holdfast/1.2.3 (+security probe; target owned by"
                                        + " web-team)\r\n"),
                        head);
                assertTrue(!head.contains("X-Probe-Id"), head);
            }
            rig.answer(Request.of("POST", "/a", Intent.FORGED));
            String post = scripted.heads().getLast();
            assertTrue(post.contains("\r\nX-Probe-Id: holdfast-"), post);
            assertTrue(post.contains("\r\nContent-Length: 0\r\n"), post);
        }
    }
}
