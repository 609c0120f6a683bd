package dev.holdfast.probes.wire.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.wire.fixture.ScriptedServer;
import dev.holdfast.probes.wire.fixture.TestTarget;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path reaches the service as the probe wrote it. */
final class ExactPathTest {
    private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/../admin",
                "/%2e%2e/admin",
                "/./admin",
                "/a\\admin",
                "/admin/..;/x",
                "//admin",
                "/admin%2f",
                "/admin%00",
                "/ADMIN;x=1?a=b#c",
                "/admin x",
                "/caf\u00e9",
                "/?q={a}|b",
                "/?",
                "/a%zz"
            })
    void arrivesByteForByte(String path) throws Exception {
        String expected =
                new String(
                        ("GET " + path + " HTTP/1.1\r\n").getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1);
        try (ScriptedServer server = ScriptedServer.answering(EMPTY);
                Rig rig = new Rig(TestTarget.http(server.port()))) {
            assertEquals(200, rig.answer(Request.get(path).exactly()).status());
            assertEquals(200, rig.answer(Request.get(path)).status());
            for (String head : server.heads()) {
                assertEquals(expected, head.substring(0, head.indexOf('\n') + 1));
            }
            assertEquals(2, server.heads().size());
        }
    }

    @Test
    void smugglesNoSecondRequest() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(EMPTY);
                Rig rig = new Rig(TestTarget.http(server.port()))) {
            Request smuggled = Request.get("/ HTTP/1.1\r\nX: y").exactly();
            assertThrows(IllegalArgumentException.class, () -> rig.send(smuggled));
            Request split = Request.get("/").with("X", "a\r\nEvil: b");
            assertThrows(IllegalArgumentException.class, () -> rig.send(split));
            Request elsewhere = Request.get("@evil.test/");
            assertThrows(IllegalArgumentException.class, () -> rig.send(elsewhere));
            assertEquals(0, server.connections());
        }
    }

    @Test
    void leavesTheWiresOwnFieldsToTheWire() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(EMPTY);
                Rig rig = new Rig(TestTarget.http(server.port()))) {
            for (String name : new String[] {"Host", "user-agent", "Content-Length"}) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> rig.send(Request.get("/").with(name, "1")));
            }
            assertEquals(0, server.connections());
        }
    }
}
