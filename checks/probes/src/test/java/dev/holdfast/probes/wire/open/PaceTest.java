package dev.holdfast.probes.wire.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Reply.Reason;
import dev.holdfast.probes.wire.Wire;
import dev.holdfast.probes.wire.address.Resolver;
import dev.holdfast.probes.wire.fixture.ScriptedServer;
import dev.holdfast.probes.wire.fixture.TestTarget;
import dev.holdfast.probes.wire.pace.RunLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final String BROKEN = "HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n";

    private final List<ScriptedServer> servers = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (ScriptedServer server : servers) {
            server.close();
        }
    }

    private TestTarget answering(String answer) {
        ScriptedServer server = ScriptedServer.answering(answer);
        servers.add(server);
        return TestTarget.http(server.port());
    }

    private static Rig limited(TestTarget target, RunLimits limits) {
        return new Rig(target, false, Map.of(), Resolver.SYSTEM, Rig.SHORT, limits);
    }

    private static Reason reason(Reply reply) {
        return ((Reply.Unanswered) reply).reason();
    }

    @Test
    void keepsThePaceOfThePolicy() throws Exception {
        try (Rig rig = new Rig(answering(EMPTY).limits(2, 5))) {
            Instant begin = rig.time.instant();
            for (int i = 0; i < 9; i++) {
                rig.answer(i % 2 == 0 ? Request.get("/") : Request.get("/").exactly());
            }
            assertEquals(Duration.ofSeconds(2), Duration.between(begin, rig.time.instant()));
        }
    }

    @Test
    void keepsThePaceOverAllThreads() throws Exception {
        try (Rig rig = new Rig(answering(EMPTY).limits(2, 5));
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Instant begin = rig.time.instant();
            List<Future<Reply>> all = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                all.add(threads.submit(() -> rig.send(Request.get("/"))));
            }
            for (Future<Reply> each : all) {
                assertTrue(each.get() instanceof Reply.Answered);
            }
            assertEquals(Duration.ofSeconds(10), Duration.between(begin, rig.time.instant()));
        }
    }

    @Test
    void paysForWhatIsRefusedNothing() throws Exception {
        try (Rig rig = new Rig(answering(EMPTY).inProduction().limits(1, 1))) {
            Instant begin = rig.time.instant();
            for (int i = 0; i < 5; i++) {
                rig.refusal(Request.of("POST", "/", dev.holdfast.probes.exchange.Intent.FORGED));
            }
            rig.answer(Request.get("/"));
            assertEquals(begin, rig.time.instant());
        }
    }

    @Test
    void hurriesOnOneWireAlone() throws Exception {
        try (Rig rig = new Rig(answering(EMPTY).limits(2, 5))) {
            Instant begin = rig.time.instant();
            for (int i = 0; i < 50; i++) {
                rig.open.session().hurried().send(Request.get("/"));
            }
            assertEquals(begin, rig.time.instant());
            rig.wire().send(Request.get("/"));
            assertTrue(rig.time.instant().isAfter(begin));
        }
    }

    @Test
    void countsBareConnections() throws Exception {
        try (Rig rig = new Rig(answering(EMPTY).limits(2, 1))) {
            Instant begin = rig.time.instant();
            for (int i = 0; i < 3; i++) {
                ((dev.holdfast.probes.wire.Line.Open) rig.wire().connect()).socket().close();
            }
            assertEquals(Duration.ofSeconds(1), Duration.between(begin, rig.time.instant()));
        }
    }

    @Test
    void stopsAfterFiveFailuresInARow() throws Exception {
        TestTarget target = answering(BROKEN);
        try (Rig rig = new Rig(target)) {
            for (int i = 0; i < 5; i++) {
                assertEquals(500, rig.answer(Request.get("/")).status());
            }
            for (int i = 0; i < 3; i++) {
                Reply.Unanswered stopped = rig.refusal(Request.get("/"));
                assertEquals(Reason.STOPPED, stopped.reason());
                assertTrue(stopped.words().contains("5xx"), stopped.words());
            }
            assertEquals(
                    Reason.STOPPED, reason(rig.open.session().hurried().send(Request.get("/"))));
            assertEquals(5, servers.getFirst().connections());
            Wire patient = rig.open.session().patient();
            assertTrue(patient.send(Request.get("/")) instanceof Reply.Answered);
        }
    }

    @Test
    void stopsAfterFiveRequestsWithoutAnAnswer() throws Exception {
        int port;
        try (java.net.ServerSocket closed =
                new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        try (Rig rig = new Rig(TestTarget.http(port))) {
            for (int i = 0; i < 5; i++) {
                assertEquals(
                        Reason.NOT_CONNECTED, rig.refusal(Request.get("/").exactly()).reason());
            }
            Reply.Unanswered stopped = rig.refusal(Request.get("/"));
            assertEquals(Reason.STOPPED, stopped.reason());
            assertTrue(stopped.words().contains("had no answer"), stopped.words());
            assertEquals(
                    Reason.STOPPED, reason(rig.open.session().patient().send(Request.get("/"))));
        }
    }

    @Test
    void doesNotCountAnswersThatAreNoHttpAsSilence() throws Exception {
        try (Rig rig = new Rig(answering("no HTTP\r\n\r\n"))) {
            for (int i = 0; i < 8; i++) {
                assertEquals(Reason.NOT_HTTP, rig.refusal(Request.get("/").exactly()).reason());
            }
        }
    }

    @Test
    void goesOnWhenOneOfFiveIsWell() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
            for (int i = 0; i < 12; i++) {
                server.enqueue(new MockResponse.Builder().code(i % 5 == 4 ? 404 : 503).build());
            }
            try (Rig rig = new Rig(TestTarget.http(server.getPort()))) {
                for (int i = 0; i < 12; i++) {
                    assertEquals(i % 5 == 4 ? 404 : 503, rig.answer(Request.get("/")).status());
                }
            }
        }
    }

    @Test
    void patientWireStopsNobody() throws Exception {
        try (Rig rig = new Rig(answering(BROKEN))) {
            for (int i = 0; i < 10; i++) {
                assertTrue(
                        rig.open.session().patient().send(Request.get("/"))
                                instanceof Reply.Answered);
            }
            rig.answer(Request.get("/"));
        }
    }

    @Test
    void stopsAtItsMaximumOfRequestsAndOfTime() throws Exception {
        RunLimits few = new RunLimits(3, Duration.ofHours(1), 5);
        try (Rig rig = limited(answering(EMPTY), few)) {
            for (int i = 0; i < 3; i++) {
                rig.answer(Request.get("/"));
            }
            assertEquals(Reason.STOPPED, rig.refusal(Request.get("/")).reason());
            assertEquals(
                    Reason.STOPPED, reason(rig.open.session().patient().send(Request.get("/"))));
        }
        RunLimits brief = new RunLimits(1000, Duration.ofMinutes(2), 5);
        try (Rig rig = limited(answering(EMPTY), brief)) {
            rig.answer(Request.get("/"));
            rig.time.sleep(Duration.ofMinutes(2));
            Reply.Unanswered stopped = rig.refusal(Request.get("/"));
            assertEquals(Reason.STOPPED, stopped.reason());
            assertTrue(stopped.words().contains("2 minutes"), stopped.words());
        }
    }
}
