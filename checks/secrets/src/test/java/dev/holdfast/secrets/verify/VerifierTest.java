package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VerifierTest {
    private static final String BODY = "a".repeat(36);
    private static final String KEY = "gh" + "p_" + BODY;

    private static Credential github(String key) {
        return Credential.alone(
                "secrets.github-token", Secret.of(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static Loopback answering(Loopback.Reply reply) {
        return new Loopback(_ -> reply);
    }

    @Test
    void tellsWhatWasAskedWhenAndOfWhom() {
        Loopback.Reply reply =
                new Loopback.Reply(
                        200,
                        Map.of("Content-Type", "application/json", "X-OAuth-Scopes", "repo"),
                        "{\"login\":\"mona\\u202e<script>\",\"id\":7,\"node_id\":\"n\"}"
                                .getBytes(StandardCharsets.UTF_8));
        try (Loopback fake = answering(reply)) {
            Liveness found = fake.verifier().ask(github(KEY));
            assertEquals("GET https://api.github.com/user", found.asked());
            assertEquals("2026-01-02T03:04:05Z", found.askedAt().toString());
            assertEquals(
                    Map.of("account", "mona\\u202e<script>", "account id", "7", "scopes", "repo"),
                    found.facts());
        }
    }

    @Test
    void leavesOutAFactThatEchoesTheKeyAndCutsALongOne() {
        String body =
                "{\"login\":\"x "
                        + KEY
                        + "\",\"id\":\""
                        + "9".repeat(300)
                        + "\",\"node_id\":\"n\"}";
        try (Loopback fake = answering(Loopback.Reply.json(200, body))) {
            Liveness found = fake.verifier().ask(github(KEY));
            assertEquals(Map.of("account id", "9".repeat(100)), found.facts());
        }
    }

    @Test
    void leavesOutAFactThatEchoesAHalfOfTheKey() {
        String half = KEY.substring(KEY.length() / 2);
        String body = "{\"login\":\"<" + half + ">\",\"id\":8,\"node_id\":\"n\"}";
        try (Loopback fake = answering(Loopback.Reply.json(200, body))) {
            Liveness found = fake.verifier().ask(github(KEY));
            assertEquals(Map.of("account id", "8"), found.facts());
        }
    }

    @Test
    void followsNoRedirect() {
        try (Loopback other = answering(Loopback.Reply.json(200, "{}"));
                Loopback fake =
                        answering(
                                new Loopback.Reply(
                                        302,
                                        Map.of("Location", other.origin() + "evil.test/"),
                                        new byte[0]))) {
            Liveness found = fake.verifier().ask(github(KEY));
            assertEquals(State.UNKNOWN, found.state());
            assertTrue(found.reason().contains("not followed"));
            assertEquals(0, other.seen().size());
        }
    }

    @Test
    void asksAboutAKeyOnce() {
        try (Loopback fake = answering(Loopback.Reply.json(200, "{}"))) {
            Verifier verifier = fake.verifier();
            assertSame(verifier.ask(github(KEY)), verifier.ask(github(KEY)));
            assertEquals(1, fake.seen().size());
        }
    }

    @Test
    void stopsAtAHostThatAsksForFewerCalls() {
        try (Loopback fake = answering(Loopback.Reply.json(429, "{}"))) {
            Verifier verifier = fake.verifier();
            verifier.ask(github(KEY));
            Liveness second = verifier.ask(github("gh" + "o_" + BODY));
            assertEquals(State.UNKNOWN, second.state());
            assertEquals("", second.asked());
            assertEquals(1, fake.seen().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\nX: y", "\n", " ", "\u00e9", "\u0000", "/../x", "?a=b", "{secret}"})
    void sendsNothingThatIsNotOfItsForm(String odd) {
        try (Loopback fake = answering(Loopback.Reply.json(200, "{}"))) {
            Verifier verifier = fake.verifier();
            for (String key : new String[] {KEY + odd, odd + KEY, "gh" + "p_" + odd + BODY}) {
                assertEquals(State.UNKNOWN, verifier.ask(github(key)).state());
            }
            assertEquals(0, fake.seen().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.myshopify.com.evil.test",
                "evil.test",
                "a.b.myshopify.com",
                "xn--acme.myshopify.com",
                "x@acme.myshopify.com",
                "acme.myshopify.com:8443"
            })
    void asksNoHostOfScannedContentThatIsNotTheProviders(String host) {
        try (Loopback fake = answering(Loopback.Reply.json(200, "{}"))) {
            Credential credential =
                    new Credential(
                            "secrets.shopify-token",
                            FakeApi.bytes("shp" + "at_" + "a".repeat(32)),
                            Map.of("shop", FakeApi.bytes(host)));
            assertEquals(State.UNKNOWN, fake.verifier().ask(credential).state());
            assertEquals(0, fake.seen().size());
        }
    }

    @Test
    void asksNoHostThatThePolicyLeavesOut() {
        try (Loopback fake = answering(Loopback.Reply.json(200, "{}"))) {
            ProviderSet providers = ProviderSet.shipped();
            ManualTime time = new ManualTime();
            Verifier verifier =
                    new Verifier(
                            providers,
                            providers.hosts().narrowedTo(Set.of("api.stripe.com")),
                            Endpoints.NONE,
                            fake.transport(Duration.ofSeconds(20)),
                            time,
                            new RateCap(time, time, 200));
            Liveness found = verifier.ask(github(KEY));
            assertEquals(State.UNKNOWN, found.state());
            assertTrue(found.reason().contains("policy"));
            assertEquals(0, fake.seen().size());
        }
    }

    @Test
    void knowsNothingOfAKindWithoutACall() {
        try (Loopback fake = answering(Loopback.Reply.json(200, "{}"))) {
            Credential key = Credential.alone("secrets.private-key", FakeApi.bytes("x"));
            assertEquals(State.UNKNOWN, fake.verifier().ask(key).state());
            assertEquals(0, fake.seen().size());
        }
    }

    @Test
    void givesUpOnASlowHost() {
        CountDownLatch end = new CountDownLatch(1);
        try (Loopback fake =
                new Loopback(_ -> {
                    awaitQuietly(end);
                    return Loopback.Reply.json(200, "{}");
                })) {
            Liveness found = fake.verifier(Duration.ofMillis(300)).ask(github(KEY));
            assertEquals(State.UNKNOWN, found.state());
            assertTrue(found.reason().contains("in time"), found.reason());
            end.countDown();
        }
    }

    @Test
    void keepsAnInterruption() {
        try (Loopback fake = answering(Loopback.Reply.json(200, "{}"))) {
            Thread.currentThread().interrupt();
            Liveness found = fake.verifier().ask(github(KEY));
            assertTrue(Thread.interrupted());
            assertEquals(State.UNKNOWN, found.state());
            assertEquals(0, fake.seen().size());
        }
    }

    @Test
    void whoeverAskedTooOftenLearnsNothing() {
        String words =
                "{\"message\":\"Maximum number of login attempts exceeded\","
                        + "\"documentation_url\":\"https://docs.github.com/rest\"}";
        try (Loopback fake = answering(Loopback.Reply.json(403, words))) {
            assertEquals(State.UNKNOWN, fake.verifier().ask(github(KEY)).state());
        }
    }

    @Test
    void aKeyThatGitHubRefusesMayLiveOnAServerOfItsOwn() {
        try (Loopback fake =
                answering(Loopback.Reply.json(401, "{\"message\":\"Bad credentials\"}"))) {
            assertEquals(State.UNKNOWN, fake.verifier().ask(github(KEY)).state());
        }
    }

    @Test
    void showsNoSecretInAnyText() {
        Credential credential = github(KEY);
        assertFalse((credential + " " + credential.secret()).contains(BODY));
        Call call =
                new Call(
                        "GET",
                        "https://a.test/bot" + KEY,
                        "https://a.test/bot{secret}",
                        Map.of("Authorization", KEY),
                        "");
        assertEquals("GET https://a.test/bot{secret}", call.toString());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
