package dev.holdfast.probes.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.testing.Answers;
import dev.holdfast.probes.testing.Sight;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What effects say, and what a limit in front of the endpoint means. */
class WebhookEffectTest extends WebhookBench {
    @Test
    void believesNoRefusalOfEndpointThatBansAfterForgery() throws Exception {
        Endpoint right = endpoint("github", EnumSet.noneOf(Fault.class));
        AtomicBoolean banned = new AtomicBoolean();
        Sight sight =
                run(
                        "github",
                        EFFECT,
                        asked -> {
                            if (banned.get() && asked.method().equals("POST")) {
                                return Answers.of(403, "slow down");
                            }
                            var answer = right.answer(asked);
                            banned.compareAndSet(false, answer.status() == 400);
                            return answer;
                        });
        assertEquals(Set.of("webhook.valid-event"), sight.ids(Outcome.PASS), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertTrue(
                sight.one("webhook.body-not-verified")
                        .finding()
                        .message()
                        .contains("which proves nothing: a rightly signed event after it"),
                sight.toString());
    }

    @Test
    void doesNotBlameLimitForSecondSignatureNorTakeItForMemory() throws Exception {
        Endpoint right = endpoint("standard-webhooks", EnumSet.of(Fault.REMEMBERS_NOTHING));
        AtomicBoolean limited = new AtomicBoolean();
        Sight sight =
                run(
                        "standard-webhooks",
                        null,
                        asked -> {
                            limited.compareAndSet(
                                    false, asked.header("X-Probe-Id").endsWith("-several"));
                            return limited.get() ? Answers.of(403, "enough") : right.answer(asked);
                        });
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertTrue(
                sight.ids(Outcome.UNKNOWN)
                        .containsAll(Set.of("webhook.several-signatures", "webhook.replay")),
                sight.toString());
        assertFalse(sight.ids(Outcome.PASS).contains("webhook.replay"), sight.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 800, 1_500})
    void waitsForSlowWorkers(int millis) throws Exception {
        Duration work = Duration.ofMillis(millis);
        Sight good =
                run(
                        "github",
                        EFFECT,
                        endpoint("github", EnumSet.noneOf(Fault.class)).working(work));
        assertEquals(Set.of(), good.ids(Outcome.FAIL), good.toString());
        assertEquals(Set.of(), good.ids(Outcome.UNKNOWN), good.toString());
        Sight twice =
                run(
                        "github",
                        EFFECT,
                        endpoint("github", EnumSet.of(Fault.REMEMBERS_NOTHING)).working(work));
        assertEquals(
                Set.of("webhook.replay", "webhook.duplicate-event", "webhook.concurrent-event"),
                twice.ids(Outcome.FAIL),
                twice.toString());
    }

    @Test
    void isNotMilderWithWhatTakesEffectLater() throws Exception {
        Sight sight =
                run(
                        "github",
                        EFFECT,
                        endpoint("github", EnumSet.of(Fault.TAKES_UNSIGNED))
                                .working(Duration.ofSeconds(1)));
        assertEquals(Set.of("webhook.unsigned-accepted"), sight.ids(Outcome.FAIL));
        assertTrue(
                sight.of("webhook.unsigned-accepted").stream()
                        .allMatch(each -> each.finding().severity() == Severity.CRITICAL),
                sight.toString());
    }

    @Test
    void doubtsEffectOfEventThatWasNeverSent() throws Exception {
        Endpoint right = endpoint("github", EnumSet.of(Fault.REMEMBERS_NOTHING));
        Sight sight =
                run(
                        "github",
                        EFFECT,
                        asked ->
                                asked.path().startsWith("/test/effects/")
                                        ? Answers.of(200, "1")
                                        : right.answer(asked));
        assertEquals(
                Set.of("webhook.concurrent-event", "webhook.duplicate-event", "webhook.replay"),
                sight.ids(Outcome.UNKNOWN),
                sight.toString());
        assertTrue(
                sight.one("webhook.replay").finding().message().contains("never sent"),
                sight.toString());
    }

    @Test
    void isMilderWithWhatTakesNoEffect() throws Exception {
        Endpoint right = endpoint("github", EnumSet.noneOf(Fault.class));
        Sight sight =
                run(
                        "github",
                        EFFECT,
                        asked -> {
                            var answer = right.answer(asked);
                            return answer.status() == 400 ? Answers.of(200, "thanks") : answer;
                        });
        assertEquals(
                Severity.LOW, sight.one("webhook.signature-not-verified").finding().severity());
        assertEquals(Outcome.FAIL, sight.one("webhook.signature-not-verified").finding().outcome());
    }

    @Test
    void cannotCountWithoutEffect() throws Exception {
        Sight sight = run("stripe", null, endpoint("stripe", EnumSet.noneOf(Fault.class)));
        assertEquals(
                Set.of("webhook.concurrent-event", "webhook.duplicate-event", "webhook.replay"),
                sight.ids(Outcome.UNKNOWN),
                sight.toString());
        assertTrue(sight.one("webhook.replay").finding().message().contains("webhook.effect"));
    }

    @Test
    void doubtsEffectThatNeverRises() throws Exception {
        Sight sight =
                run("stripe", "/nowhere/${event}", endpoint("stripe", EnumSet.noneOf(Fault.class)));
        assertTrue(
                sight.ids(Outcome.UNKNOWN).contains("webhook.duplicate-event"), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.FAIL));
    }
}
