package dev.holdfast.probes.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.target.Limits;
import dev.holdfast.probes.testing.Answers;
import dev.holdfast.probes.testing.Asked;
import dev.holdfast.probes.testing.MovingClock;
import dev.holdfast.probes.testing.Sight;
import dev.holdfast.probes.testing.Trial;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookProbeTest extends WebhookBench {
    @ParameterizedTest
    @ValueSource(strings = {"stripe", "standard-webhooks", "github", "slack", "hmac"})
    void findsNothingAtRightEndpoint(String scheme) throws Exception {
        Sight sight = against(scheme, EnumSet.noneOf(Fault.class));
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
        assertTrue(sight.ids(Outcome.PASS).contains("webhook.valid-event"), sight.toString());
        assertTrue(sight.ids(Outcome.PASS).contains("webhook.body-not-verified"));
    }

    @ParameterizedTest
    // The digits of Base64 have no other case; it is tried with Stripe below.
    // So are two times in one field.
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "UPPER_CASE_TOO",
                "SIGNS_FIRST_TIME_AND_READS_LAST",
                "SIGNS_LAST_TIME_AND_READS_FIRST"
            })
    void findsEachFaultAndNothingElse(Fault fault) throws Exception {
        Map<Fault, Set<String>> expected =
                Map.ofEntries(
                        Map.entry(Fault.TAKES_UNSIGNED, Set.of("webhook.unsigned-accepted")),
                        Map.entry(
                                Fault.TAKES_WITHOUT_ANY_FIELD, Set.of("webhook.unsigned-accepted")),
                        Map.entry(Fault.VERIFIES_JSON_ONLY, Set.of("webhook.unsigned-accepted")),
                        Map.entry(
                                Fault.TAKES_ANY_SIGNATURE,
                                Set.of(
                                        "webhook.signature-not-verified",
                                        "webhook.body-not-verified",
                                        "webhook.other-secret-accepted",
                                        "webhook.stale-accepted",
                                        "webhook.future-accepted")),
                        Map.entry(Fault.IGNORES_BODY, Set.of("webhook.body-not-verified")),
                        Map.entry(Fault.EMPTY_SECRET_TOO, Set.of("webhook.other-secret-accepted")),
                        Map.entry(Fault.NO_TOLERANCE, Set.of("webhook.stale-accepted")),
                        Map.entry(Fault.TAKES_FUTURE, Set.of("webhook.future-accepted")),
                        Map.entry(
                                Fault.OTHER_VERSION_TOO, Set.of("webhook.other-version-accepted")),
                        Map.entry(Fault.FIRST_SIGNATURE_ONLY, Set.of("webhook.several-signatures")),
                        Map.entry(
                                Fault.REMEMBERS_NOTHING,
                                Set.of(
                                        "webhook.replay",
                                        "webhook.duplicate-event",
                                        "webhook.concurrent-event")),
                        Map.entry(
                                Fault.REMEMBERS_SIGNATURES,
                                Set.of("webhook.duplicate-event", "webhook.concurrent-event")),
                        Map.entry(Fault.LOOKS_BEFORE_WRITE, Set.of("webhook.concurrent-event")));
        Sight sight = against("standard-webhooks", EnumSet.of(fault));
        assertEquals(new TreeSet<>(expected.get(fault)), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
    }

    @Test
    void tellsStripesFutureAndUpperCaseWithoutBlame() throws Exception {
        Sight sight = against("stripe", EnumSet.of(Fault.UPPER_CASE_TOO));
        assertEquals(Outcome.PASS, sight.one("webhook.future-accepted").finding().outcome());
        assertEquals(Severity.INFO, sight.one("webhook.future-accepted").finding().severity());
        assertEquals(Severity.INFO, sight.one("webhook.upper-case-signature").finding().severity());
        assertEquals(Set.of(), sight.ids(Outcome.FAIL));
    }

    @Test
    void passesOverVersionZeroOfStripe() throws Exception {
        Sight sight = against("stripe", EnumSet.of(Fault.OTHER_VERSION_TOO));
        assertEquals(Set.of("webhook.other-version-accepted"), sight.ids(Outcome.FAIL));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SIGNS_FIRST_TIME_AND_READS_LAST", "SIGNS_LAST_TIME_AND_READS_FIRST"})
    void findsSecondTimeBesideTheSignedOne(Fault fault) throws Exception {
        Sight sight = against("stripe", EnumSet.of(fault));
        assertEquals(Set.of("webhook.stale-accepted"), sight.ids(Outcome.FAIL), sight.toString());
    }

    @Test
    void findsNamesOfSvixByItself() throws Exception {
        Sight sight =
                run(
                        "standard-webhooks",
                        EFFECT,
                        new Endpoint(
                                "standard-webhooks",
                                "svix",
                                SECRET,
                                EnumSet.noneOf(Fault.class),
                                clock));
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
        assertTrue(sight.asked().stream().anyMatch(asked -> asked.fields().has("svix-signature")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 410})
    void neverPassesWhatRefusesEverything(int status) throws Exception {
        Sight sight = run("stripe", EFFECT, asked -> Answers.of(status, "no"));
        assertEquals(Set.of(), sight.ids(Outcome.PASS), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertTrue(sight.ids(Outcome.UNKNOWN).contains("webhook.unsigned-accepted"));
    }

    @Test
    void takesFirewallRedirectAndFailureForNeither() throws Exception {
        Endpoint right = endpoint("stripe", EnumSet.noneOf(Fault.class));
        for (var odd :
                List.of(
                        Answers.firewall(),
                        Answers.with(Answers.of(302, ""), "Location", "/login"),
                        Answers.of(500, "broken"),
                        Answers.of(429, "slow down"),
                        Answers.of(200, "<!doctype html><title>Shop</title>"))) {
            Sight sight =
                    run(
                            "stripe",
                            EFFECT,
                            asked -> {
                                var answer = right.answer(asked);
                                return answer.status() == 400 ? odd : answer;
                            });
            assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
            assertFalse(
                    sight.ids(Outcome.PASS).contains("webhook.unsigned-accepted"),
                    sight.toString());
            assertTrue(
                    sight.ids(Outcome.UNKNOWN).contains("webhook.signature-not-verified"),
                    sight.toString());
        }
    }

    @Test
    void saysNothingGoodWithoutValidEvent() throws Exception {
        Endpoint right = endpoint("stripe", EnumSet.noneOf(Fault.class));
        Sight sight = trial("stripe", EFFECT).harmless().run(new WebhookProbe(clock), right);
        assertEquals(Set.of(), sight.ids(Outcome.PASS), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
        assertEquals(1, sight.observations().size(), sight.toString());
        assertTrue(
                sight.one("webhook.valid-event")
                        .finding()
                        .message()
                        .contains("--allow-destructive; without one it proves nothing that 12"),
                sight.toString());
        assertTrue(sight.asked().stream().noneMatch(asked -> genuine(asked)));
    }

    @Test
    void stillFindsForgeriesWithoutValidEvent() throws Exception {
        Sight sight =
                trial("stripe", EFFECT)
                        .harmless()
                        .run(
                                new WebhookProbe(clock),
                                endpoint("stripe", EnumSet.of(Fault.TAKES_UNSIGNED)));
        assertEquals(Set.of("webhook.unsigned-accepted"), sight.ids(Outcome.FAIL));
        assertEquals(
                Severity.CRITICAL,
                sight.of("webhook.unsigned-accepted").getFirst().finding().severity());
    }

    @Test
    void sendsNothingToProduction() throws Exception {
        Sight sight =
                trial("stripe", EFFECT)
                        .production()
                        .harmless()
                        .run(
                                new WebhookProbe(clock),
                                endpoint("stripe", EnumSet.noneOf(Fault.class)));
        assertEquals(List.of(), sight.asked());
        assertEquals(Outcome.NOT_APPLICABLE, sight.one("webhook.valid-event").finding().outcome());
    }

    @Test
    void takesRefusedRepetitionForGood() throws Exception {
        Endpoint right = endpoint("github", EnumSet.noneOf(Fault.class));
        Sight sight =
                run(
                        "github",
                        EFFECT,
                        asked -> {
                            var answer = right.answer(asked);
                            return answer.body().text().equals("known")
                                    ? Answers.of(409, "known")
                                    : answer;
                        });
        assertTrue(sight.ids(Outcome.PASS).contains("webhook.duplicate-event"), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
    }

    @Test
    void namesMissingVariableAndKeys() throws Exception {
        Sight unset =
                new Trial(clock)
                        .route(route("stripe", EFFECT))
                        .run(new WebhookProbe(clock), asked -> Answers.of(200, ""));
        assertEquals(Outcome.UNKNOWN, unset.one("webhook.valid-event").finding().outcome());
        assertTrue(unset.one("webhook.valid-event").finding().message().contains("WEBHOOK_SECRET"));
        assertEquals(List.of(), unset.asked());

        Sight none = new Trial(clock).run(new WebhookProbe(clock), asked -> Answers.of(200, ""));
        assertEquals(Set.of("webhook.valid-event"), none.ids(Outcome.NOT_APPLICABLE));
        assertTrue(none.one("webhook.valid-event").finding().message().contains("key webhook"));
    }

    @Test
    void rejectsSecretThatIsNoBase64WithoutShowingIt() throws Exception {
        Sight sight =
                new Trial(clock)
                        .route(route("standard-webhooks", EFFECT))
                        .variable("WEBHOOK_SECRET", "whsec_!!canary!!")
                        .run(new WebhookProbe(clock), asked -> Answers.of(200, ""));
        assertEquals(Outcome.UNKNOWN, sight.one("webhook.valid-event").finding().outcome());
    }

    @Test
    void signsByTheServicesClock() throws Exception {
        MovingClock ahead = new MovingClock();
        ahead.of(Duration.ofMinutes(2));
        Endpoint right =
                new Endpoint(
                        "standard-webhooks", "webhook", SECRET, EnumSet.noneOf(Fault.class), ahead);
        String date = "Sun, 29 Nov 2026 12:02:00 GMT";
        Sight sight =
                run(
                        "standard-webhooks",
                        EFFECT,
                        asked -> Answers.with(right.answer(asked), "Date", date));
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
    }

    @Test
    void sendsTwoAtOnceOnlyWhereThePaceAllowsIt() throws Exception {
        Sight sight =
                trial("stripe", EFFECT)
                        .limits(new Limits(1, 1))
                        .run(
                                new WebhookProbe(clock),
                                endpoint("stripe", EnumSet.noneOf(Fault.class)));
        assertEquals(Set.of("webhook.concurrent-event"), sight.ids(Outcome.UNKNOWN));
    }

    @Test
    void asksFewEnoughForTheUsualPace() throws Exception {
        Sight sight = against("standard-webhooks", EnumSet.noneOf(Fault.class));
        assertTrue(sight.asked().size() <= 35, "asked " + sight.asked().size() + " times");
    }

    @Test
    void marksEveryEvent() throws Exception {
        Sight sight = against("slack", EnumSet.noneOf(Fault.class));
        List<Asked> posts =
                sight.asked().stream().filter(asked -> asked.method().equals("POST")).toList();
        assertTrue(posts.size() > 10);
        for (Asked post : posts) {
            assertTrue(post.header("X-Probe-Id").startsWith("holdfast-probe-"));
            assertTrue(post.body().text().contains(post.header("X-Probe-Id")));
        }
    }

    private static boolean genuine(Asked asked) {
        return asked.header("X-Probe-Id").contains("right");
    }
}
