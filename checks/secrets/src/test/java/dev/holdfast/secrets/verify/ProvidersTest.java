package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
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
        Liveness found = ask(api, new FakeApi.Said(200, api.live()));
        assertEquals(State.LIVE, found.state(), found.reason());
        assertFalse(found.toString().contains(api.secret()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysThatAKeyIsDeadOnlyWhereThatIsDocumented(FakeApi api) {
        boolean documented = api.dead() != FakeApi.NOTHING;
        FakeApi.Said refusal =
                documented ? api.dead() : new FakeApi.Said(401, "{\"message\":\"Unauthorized\"}");
        Liveness found = ask(api, refusal);
        assertEquals(documented ? State.DEAD : State.UNKNOWN, found.state(), found.reason());
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysThatARestrictedKeyLives(FakeApi api) {
        boolean documented = api.restricted() != FakeApi.NOTHING;
        FakeApi.Said refusal =
                documented ? api.restricted() : new FakeApi.Said(403, "{\"message\":\"no\"}");
        Liveness found = ask(api, refusal);
        assertEquals(documented ? State.LIVE : State.UNKNOWN, found.state(), found.reason());
    }

    @ParameterizedTest
    @MethodSource("all")
    void knowsNothingFromAnyOtherAnswer(FakeApi api) {
        for (Loopback.Reply reply : others(api)) {
            try (Loopback fake = new Loopback(_ -> reply)) {
                Liveness found = fake.verifier().ask(api.credential());
                assertEquals(State.UNKNOWN, found.state(), () -> found.reason() + " to " + reply);
                assertEquals(1, fake.seen().size());
            }
        }
    }

    private static List<Loopback.Reply> others(FakeApi api) {
        return List.of(
                Loopback.Reply.json(429, api.live()),
                Loopback.Reply.json(500, api.live()),
                Loopback.Reply.json(503, "{}"),
                Loopback.Reply.typed(200, "text/html", "<html>Log in</html>"),
                Loopback.Reply.typed(401, "text/html", "<html>Log in</html>"),
                Loopback.Reply.typed(200, "application/json", "<html>Log in</html>"),
                Loopback.Reply.typed(200, "text/plain", api.live()),
                Loopback.Reply.json(200, api.live().substring(0, api.live().length() - 1)),
                Loopback.Reply.json(200, api.live() + " {}"),
                Loopback.Reply.json(200, ""),
                Loopback.Reply.json(200, "[\"" + "a".repeat(70_000) + "\"]"));
    }

    private static Liveness ask(FakeApi api, FakeApi.Said said) {
        try (Loopback fake = new Loopback(seen -> api.answer(seen, said))) {
            Liveness found = fake.verifier().ask(api.credential());
            assertEquals(1, fake.seen().size());
            assertEquals("holdfast/1.2.3", fake.seen().getFirst().headers().get("User-Agent"));
            return found;
        }
    }
}
