package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each provider of the data against a fake of its API. */
final class ProvidersTest {

    static Stream<Arguments> all() {
        return FakeApi.all().stream().map(api -> argumentSet(api.provider(), api));
    }

    @Test
    void everyProviderHasItsFake() {
        assertEquals(
                FakeApi.all().stream().map(FakeApi::provider).toList(),
                ProviderSet.shipped().providers().stream().map(Provider::name).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysThatAKeyLives(FakeApi api) {
        Liveness found = ask(api, new FakeApi.Said(200, api.live()), 1);
        assertEquals(State.LIVE, found.state(), found.reason());
        assertFalse(found.toString().contains(api.secret()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysThatAKeyIsDeadOnlyWhereThatIsDocumented(FakeApi api) {
        boolean documented = api.dead() != FakeApi.NOTHING;
        FakeApi.Said refusal =
                documented ? api.dead() : new FakeApi.Said(401, "{\"message\":\"Unauthorized\"}");
        Liveness found = ask(api, refusal, api.hosts());
        assertEquals(documented ? State.DEAD : State.UNKNOWN, found.state(), found.reason());
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysThatARestrictedKeyLives(FakeApi api) {
        boolean documented = api.restricted() != FakeApi.NOTHING;
        FakeApi.Said refusal =
                documented ? api.restricted() : new FakeApi.Said(403, "{\"message\":\"no\"}");
        Liveness found = ask(api, refusal, documented ? 1 : api.hosts());
        assertEquals(documented ? State.LIVE : State.UNKNOWN, found.state(), found.reason());
    }

    @ParameterizedTest
    @MethodSource("all")
    void knowsNothingFromAnyOtherAnswer(FakeApi api) {
        AtomicReference<Loopback.Reply> now = new AtomicReference<>(Loopback.Reply.json(500, ""));
        try (Loopback fake = new Loopback(_ -> now.get())) {
            int calls = 0;
            for (Loopback.Reply reply : others(api)) {
                now.set(reply);
                Liveness found = fake.verifier().ask(api.credential());
                assertEquals(State.UNKNOWN, found.state(), () -> found.reason() + " to " + reply);
                calls += api.hosts();
                assertEquals(calls, fake.seen().size());
            }
        }
    }

    private static List<Loopback.Reply> others(FakeApi api) {
        return List.of(
                Loopback.Reply.typed(429, api.type(), api.live()),
                Loopback.Reply.typed(500, api.type(), api.live()),
                Loopback.Reply.json(200, "{\"status\":\"ok\",\"message\":\"Log in\"}"),
                Loopback.Reply.json(401, "{\"status\":\"error\",\"message\":\"Log in\"}"),
                Loopback.Reply.json(403, "{\"status\":\"blocked\"}"),
                Loopback.Reply.json(407, "{}"),
                Loopback.Reply.json(503, "{}"),
                Loopback.Reply.typed(200, "text/html", "<html>Log in</html>"),
                Loopback.Reply.typed(401, "text/html", "<html>Log in</html>"),
                Loopback.Reply.typed(200, "application/json", "<html>Log in</html>"),
                Loopback.Reply.typed(200, "text/plain", api.live()),
                Loopback.Reply.typed(
                        200, api.type(), api.live().substring(0, api.live().length() - 1)),
                Loopback.Reply.typed(200, api.type(), api.live() + " {}"),
                Loopback.Reply.json(200, ""),
                Loopback.Reply.json(200, "[\"" + "a".repeat(70_000) + "\"]"));
    }

    private static Liveness ask(FakeApi api, FakeApi.Said said, int calls) {
        try (Loopback fake = new Loopback(seen -> api.answer(seen, said))) {
            Liveness found = fake.verifier().ask(api.credential());
            assertEquals(calls, fake.seen().size());
            assertEquals("holdfast/1.2.3", fake.seen().getFirst().headers().get("User-Agent"));
            return found;
        }
    }
}
