package dev.holdfast.probes.wire.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.wire.Reply.Reason;
import dev.holdfast.probes.wire.Reply.Unanswered;
import dev.holdfast.probes.wire.fixture.ScriptedServer;
import dev.holdfast.probes.wire.fixture.TestTarget;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PermissionTest {
    private static final Map<String, String> NOTHING = Map.of();
    private static final Request FORGED = Request.of("POST", "/admin", Intent.FORGED);
    private static final Request STATEFUL = Request.of("POST", "/pay", Intent.STATEFUL);

    private final ScriptedServer server =
            ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    private final TestTarget target = TestTarget.http(server.port());

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void assertNotAllowed(Rig rig, Request request) throws InterruptedException {
        Unanswered refused = rig.refusal(request);
        assertEquals(Reason.NOT_ALLOWED, refused.reason(), refused.words());
        assertEquals(0, server.connections());
    }

    @Test
    void onlyLooksAtProduction() throws Exception {
        for (boolean halfPermission : new boolean[] {false, true}) {
            TestTarget production = target.inProduction();
            try (Rig rig = new Rig(production, halfPermission, NOTHING)) {
                assertNotAllowed(rig, FORGED);
                assertNotAllowed(rig, STATEFUL);
                assertNotAllowed(rig, Request.of("GET", "/", Intent.FORGED));
                for (String field :
                        List.of(
                                "X-HTTP-Method-Override",
                                "X-Original-URL",
                                "X-Forwarded-For",
                                "Forwarded",
                                "Authorization",
                                "Cookie")) {
                    assertNotAllowed(rig, Request.get("/").with(field, "x"));
                }
                assertTrue(rig.open.session().passive());
            }
        }
        try (Rig rig = new Rig(target.inProduction().withPermission())) {
            assertNotAllowed(rig, FORGED);
            assertNotAllowed(rig, STATEFUL);
        }
    }

    @Test
    void looksAtProductionAsBrowsersDo() throws Exception {
        try (Rig rig = new Rig(target.inProduction())) {
            rig.answer(Request.get("/"));
            rig.answer(Request.passive("HEAD", "/"));
            rig.answer(
                    Request.passive("OPTIONS", "/")
                            .with("Origin", "https://evil.test")
                            .with("Access-Control-Request-Method", "PUT")
                            .with("Sec-Fetch-Mode", "cors"));
        }
        assertEquals(3, server.connections());
    }

    @Test
    void changesNothingWithoutBothHalves() throws Exception {
        try (Rig rig = new Rig(target)) {
            assertNotAllowed(rig, STATEFUL);
        }
        try (Rig rig = new Rig(target, true, NOTHING)) {
            assertNotAllowed(rig, STATEFUL);
            assertFalse(rig.open.session().destructive());
        }
        try (Rig rig = new Rig(target.withPermission())) {
            assertNotAllowed(rig, STATEFUL);
            assertFalse(rig.open.session().destructive());
            rig.answer(FORGED);
        }
        try (Rig rig = new Rig(target.withPermission(), true, NOTHING)) {
            rig.answer(STATEFUL);
            assertTrue(rig.open.session().destructive());
        }
        try (Rig rig = new Rig(target.inProduction().withPermission(), true, NOTHING)) {
            rig.answer(STATEFUL);
            rig.answer(FORGED);
            assertFalse(rig.open.session().passive());
        }
        assertEquals(4, server.connections());
    }

    @Test
    void saysWhichVariableIsMissing() throws Exception {
        TestTarget known = target.identity("admin", "Authorization", "ADMIN_TOKEN");
        try (Rig rig = new Rig(known)) {
            Unanswered missing = rig.refusal(Request.get("/").as("admin"));
            assertEquals(Reason.NO_SECRET, missing.reason());
            assertTrue(missing.words().contains("ADMIN_TOKEN"), missing.words());
            Unanswered unknown = rig.refusal(Request.get("/").as("nobody"));
            assertEquals(Reason.NOT_ALLOWED, unknown.reason());
            assertTrue(unknown.words().contains("identities.nobody"), unknown.words());
        }
        for (String bad : List.of("", "  ", "a\r\nX: b", "caf\u00e9")) {
            try (Rig rig = new Rig(known, false, Map.of("ADMIN_TOKEN", bad))) {
                Unanswered missing = rig.refusal(Request.get("/").as("admin"));
                assertEquals(Reason.NO_SECRET, missing.reason());
                assertTrue(missing.words().contains("ADMIN_TOKEN"), missing.words());
            }
        }
        assertEquals(0, server.connections());
    }

    @Test
    void addsTheIdentitysHeader() throws Exception {
        TestTarget known = target.identity("admin", "Authorization", "ADMIN_TOKEN");
        try (Rig rig = new Rig(known, false, Map.of("ADMIN_TOKEN", "Bearer abcdefgh\n"))) {
            rig.answer(Request.get("/").as("admin"));
            rig.answer(Request.get("/").as("admin").exactly());
            for (String head : server.heads()) {
                assertTrue(head.contains("\r\nAuthorization: Bearer abcdefgh\r\n"), head);
            }
            rig.answer(Request.get("/"));
            assertFalse(server.heads().getLast().contains("Authorization"));
            rig.answer(Request.get("/").as(Target.ANONYMOUS));
            assertFalse(server.heads().getLast().contains("Authorization"));
        }
    }

    @Test
    void sendsNoSecretInTheClear() throws Exception {
        Map<String, String> environment = Map.of("ADMIN_TOKEN", "Bearer abcdefgh");
        TestTarget secure =
                TestTarget.https(443)
                        .plain(server.port())
                        .identity("admin", "Authorization", "ADMIN_TOKEN");
        try (Rig rig = new Rig(secure, false, environment)) {
            assertNotAllowed(rig, Request.get("/").as("admin").plainly());
        }
        TestTarget open =
                target.host("93.184.215.14")
                        .in(Network.PUBLIC)
                        .identity("admin", "Authorization", "ADMIN_TOKEN");
        try (Rig rig = new Rig(open, false, environment)) {
            assertNotAllowed(rig, Request.get("/").as("admin"));
            for (String field : List.of("Authorization", "cookie")) {
                assertNotAllowed(
                        rig, Request.of("GET", "/", Intent.FORGED).with(field, "Bearer abc"));
            }
        }
        try (Rig rig = new Rig(target, false, environment)) {
            rig.answer(Request.of("GET", "/", Intent.FORGED).with("Authorization", "Bearer abc"));
        }
    }
}
