package dev.holdfast.probes.wire.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import dev.holdfast.probes.wire.fixture.ScriptedServer;
import dev.holdfast.probes.wire.fixture.TestTarget;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A canary in the place of a secret is never seen in what leaves the wire for a report. */
final class SecrecyTest {
    private static final String CANARY = "C4NARY-5ecret-0f-the-Env";
    private static final Map<String, String> ENVIRONMENT =
            Map.of("TOKEN", "Bearer " + CANARY, "COOKIE", "session=" + CANARY, "KEY", CANARY);

    private static TestTarget known(TestTarget target) {
        return target.identity("bearer", "Authorization", "TOKEN")
                .identity("cookie", "Cookie", "COOKIE");
    }

    private static void assertNoCanary(String text) {
        String base64 =
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
        assertFalse(text.contains(CANARY), text);
        assertFalse(text.contains(base64), text);
    }

    private static String all(Exchange exchange) {
        return exchange + exchange.request().body().text() + exchange.response().body().text();
    }

    @Test
    void storesNoSecretThatAServiceEchoes() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
        String echo =
                "HTTP/1.1 200 OK\r\nX-Echo: Bearer "
                        + CANARY
                        + "\r\nLocation: /?t="
                        + CANARY
                        + "\r\nSet-Cookie: a="
                        + CANARY
                        + "; Secure\r\nX-"
                        + CANARY
                        + ": y\r\nConnection: close\r\n\r\n<p>"
                        + CANARY
                        + base64
                        + "</p>";
        try (ScriptedServer server = ScriptedServer.answering(echo);
                Rig rig = new Rig(known(TestTarget.http(server.port())), false, ENVIRONMENT)) {
            assertEquals(CANARY, rig.open.session().secrets().of("KEY").orElseThrow());
            Request forged =
                    Request.of("POST", "/?q=" + CANARY, Intent.FORGED)
                            .with("X-Signature", CANARY)
                            .with(Body.of("secret " + CANARY));
            for (Request each :
                    List.of(
                            Request.get("/").as("bearer"),
                            Request.get("/").as("cookie"),
                            Request.get("/").as("bearer").exactly(),
                            forged,
                            forged.exactly())) {
                assertSeenAsItIs(rig.send(each));
            }
            assertEquals(5, rig.recorded.size());
            for (Exchange each : rig.recorded) {
                assertNoCanary(all(each));
                assertTrue(all(each).contains("[redacted sha256:"));
                assertTrue(each.response().body().text().startsWith("<p>"));
            }
            assertNoCanary(rig.open.redaction().text("it was Bearer " + CANARY));
        }
    }

    private static void assertSeenAsItIs(Reply reply) {
        switch (reply) {
            // A probe sees the answer as it is, but of the request only what it said itself.
            case Reply.Answered answered -> {
                assertTrue(answered.exchange().response().body().text().contains(CANARY));
                assertFalse(answered.exchange().request().fields().has("Authorization"));
                assertFalse(answered.exchange().request().fields().has("Cookie"));
                assertNoCanary(answered.exchange().url());
            }
            case Reply.Unanswered none -> throw new AssertionError(none);
        }
    }

    @Test
    void saysNoSecretWhenSomethingGoesWrong() throws Exception {
        int closed;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = taken.getLocalPort();
        }
        try (ScriptedServer noHttp = ScriptedServer.answering(CANARY + " \u0000\r\n");
                ScriptedServer half =
                        ScriptedServer.answering(
                                "HTTP/1.1 200 OK\r\nX: "
                                        + CANARY
                                        + "\r\nContent-Length: 99\r\n\r\n"
                                        + CANARY)) {
            for (TestTarget target :
                    List.of(
                            TestTarget.http(closed),
                            TestTarget.http(noHttp.port()),
                            TestTarget.http(half.port()),
                            TestTarget.https(noHttp.port()))) {
                try (Rig rig = new Rig(known(target), false, ENVIRONMENT)) {
                    for (Request each :
                            List.of(
                                    Request.get("/").as("bearer"),
                                    Request.get("/").as("cookie").exactly())) {
                        assertNoCanary(rig.refusal(each).toString());
                    }
                }
            }
        }
    }

    @Test
    void quotesNoSecretWhenARequestIsWrong() throws Exception {
        try (Rig rig = new Rig(known(TestTarget.http(1)), false, ENVIRONMENT)) {
            for (Request each :
                    List.of(
                            Request.get("/").with("X", CANARY + "\r\nY: z"),
                            Request.get("/").with("X\u0000" + CANARY, "y"),
                            Request.get(CANARY),
                            Request.get("/\r\n" + CANARY).exactly())) {
                assertNoCanary(failure(rig.wire(), each));
            }
        }
        for (String broken : List.of("Bearer " + CANARY + "\u0000", "Bearer \u00e9" + CANARY)) {
            try (Rig rig = new Rig(known(TestTarget.http(1)), false, Map.of("TOKEN", broken))) {
                assertNoCanary(rig.refusal(Request.get("/").as("bearer")).toString());
            }
        }
    }

    private static String failure(Wire wire, Request request) throws InterruptedException {
        try {
            return wire.send(request).toString();
        } catch (RuntimeException refused) {
            StringWriter trace = new StringWriter();
            refused.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }
}
