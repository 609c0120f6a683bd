package dev.holdfast.probes.wire.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.wire.Reply.Reason;
import dev.holdfast.probes.wire.Reply.Unanswered;
import dev.holdfast.probes.wire.fixture.ScriptedServer;
import dev.holdfast.probes.wire.fixture.TestTarget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One answer that a library cannot read is one answer that is missing. */
final class OddHeaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"X-A : 1", ": value", "N\u00e4me: value", "two words: value"})
    void costsNoMoreThanThatAnswer(String line) throws Exception {
        String answer = "HTTP/1.1 200 OK\r\n" + line + "\r\nContent-Length: 2\r\n\r\nok";
        try (ScriptedServer server = ScriptedServer.answering(answer);
                Rig rig = new Rig(TestTarget.http(server.port()))) {
            Unanswered first = rig.refusal(Request.get("/"));
            assertEquals(Reason.NOT_HTTP, first.reason());
            assertEquals("the answer's header has a line that is no field", first.words());
            assertEquals(1, server.connections());
            assertEquals("ok", rig.answer(Request.get("/")).body().text());
            assertEquals(2, server.connections());
        }
    }
}
