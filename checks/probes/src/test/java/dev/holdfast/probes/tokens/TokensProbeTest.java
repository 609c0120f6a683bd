package dev.holdfast.probes.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.TokenRules;
import dev.holdfast.probes.testing.Answers;
import dev.holdfast.probes.testing.MovingClock;
import dev.holdfast.probes.testing.Service;
import dev.holdfast.probes.testing.Sight;
import dev.holdfast.probes.testing.Trial;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensProbeTest {
    private static final String FIRST = "canary-refresh-first";
    private static final String SECOND = "canary-refresh-second";

    private final MovingClock clock = new MovingClock();

    @Test
    void findsNothingAtRightServer() throws Exception {
        Sight sight = probe(EnumSet.noneOf(Fault.class), true);
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
        assertEquals(8, sight.ids(Outcome.PASS).size(), sight.toString());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void findsEachFaultAndNothingElse(Fault fault) throws Exception {
        Sight sight = probe(EnumSet.of(fault), true);
        String expected =
                switch (fault) {
                    case SAME_REFRESH_TOKEN, NO_NEW_REFRESH_TOKEN -> "tokens.refresh-not-rotated";
                    case TAKES_USED_ONES -> "tokens.refresh-reuse-accepted";
                    case KEEPS_FAMILY -> "tokens.family-not-revoked";
                    case LONG_ACCESS -> "tokens.access-life";
                    case LONG_REFRESH -> "tokens.refresh-life";
                    case ACCESS_AFTER_LOGOUT -> "tokens.logout-access-token";
                    case REFRESH_AFTER_LOGOUT -> "tokens.logout-refresh-token";
                };
        assertEquals(Set.of(expected), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
    }

    @Test
    void cannotSeeTheLifeOfOpaqueTokens() throws Exception {
        Sight sight = probe(EnumSet.noneOf(Fault.class), false);
        assertEquals(
                Set.of("tokens.access-life", "tokens.refresh-life"), sight.ids(Outcome.UNKNOWN));
    }

    @Test
    void believesNoRefusalOfLimit() throws Exception {
        for (int first = 2; first <= 5; first++) {
            Sight sight =
                    limited(
                            first,
                            new AuthorizationServer(
                                    EnumSet.of(Fault.TAKES_USED_ONES, Fault.KEEPS_FAMILY),
                                    true,
                                    FIRST,
                                    SECOND));
            assertFalse(sight.ids(Outcome.PASS).contains("tokens.refresh-reuse-accepted"));
            assertFalse(sight.ids(Outcome.PASS).contains("tokens.family-not-revoked"));
            assertFalse(sight.ids(Outcome.PASS).contains("tokens.logout-refresh-token"));
        }
    }

    @Test
    void believesNoRefusalOfLimitAfterTheLogout() throws Exception {
        AuthorizationServer server =
                new AuthorizationServer(
                        EnumSet.of(Fault.REFRESH_AFTER_LOGOUT, Fault.ACCESS_AFTER_LOGOUT),
                        true,
                        FIRST,
                        SECOND);
        AtomicBoolean out = new AtomicBoolean();
        Sight sight =
                trial().run(
                                new TokensProbe(),
                                asked -> {
                                    if (out.get()) {
                                        return Answers.of(403, "{\"error\":\"slow_down\"}");
                                    }
                                    out.set(asked.path().equals("/logout"));
                                    return server.answer(asked);
                                });
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(
                Set.of("tokens.logout-access-token", "tokens.logout-refresh-token"),
                sight.ids(Outcome.UNKNOWN),
                sight.toString());
    }

    @Test
    void believesRefusalInAnyWordsWhileAnotherSessionIsRefreshed() throws Exception {
        Sight sight = reusedAnswered("{\"code\":\"used\"}", SECOND);
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
    }

    @Test
    void believesRefusalThatSaysItIsTheTokens() throws Exception {
        Sight sight = reusedAnswered("{\"error\":\"invalid_grant\"}", "canary-refresh-stale");
        assertTrue(sight.ids(Outcome.PASS).contains("tokens.refresh-reuse-accepted"));
        assertTrue(sight.ids(Outcome.PASS).contains("tokens.family-not-revoked"));
    }

    /** A right server that answers a token that was used 403 with that text. */
    private Sight reusedAnswered(String text, String other) throws Exception {
        AuthorizationServer server =
                new AuthorizationServer(EnumSet.noneOf(Fault.class), true, FIRST, SECOND);
        Set<String> used = new HashSet<>();
        return new Trial(clock)
                .tokens(rules())
                .variable("REFRESH", FIRST)
                .variable("LOGOUT_REFRESH", other)
                .run(
                        new TokensProbe(),
                        asked -> {
                            boolean again =
                                    asked.path().equals("/token") && !used.add(asked.body().text());
                            Response answer = server.answer(asked);
                            return again ? Answers.of(403, text) : answer;
                        });
    }

    @Test
    void tellsServerThatTakesAnyToken() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Sight sight =
                trial().run(
                                new TokensProbe(),
                                asked ->
                                        Answers.of(
                                                200,
                                                "{\"access_token\":\"canary-a-%d\",\"refresh_token\":\"canary-r-%d\",\"expires_in\":60,\"refresh_expires_in\":60}"
                                                        .formatted(
                                                                made.get(),
                                                                made.incrementAndGet())));
        assertTrue(
                sight.one("tokens.refresh-reuse-accepted")
                        .finding()
                        .message()
                        .contains("never issued"),
                sight.toString());
    }

    @Test
    void sendsNothingThatEverybodyOnTheWayCanRead() throws Exception {
        Sight sight =
                trial().readable()
                        .run(new TokensProbe(), server(EnumSet.noneOf(Fault.class), true));
        assertEquals(List.of(), sight.asked());
        assertEquals(Set.of("tokens.refresh"), sight.ids(Outcome.NOT_APPLICABLE));
    }

    /** The server, but a limit from the n-th refresh on. */
    private Sight limited(int from, AuthorizationServer server) throws Exception {
        AtomicInteger count = new AtomicInteger();
        return trial().run(
                        new TokensProbe(),
                        asked ->
                                asked.path().equals("/token") && count.incrementAndGet() >= from
                                        ? Answers.of(403, "{\"error\":\"slow_down\"}")
                                        : server.answer(asked));
    }

    @Test
    void saysNothingGoodWhenEverythingIsRefused() throws Exception {
        for (Service odd :
                List.<Service>of(
                        asked -> Answers.of(400, "no"),
                        asked -> Answers.of(404, "no"),
                        asked -> Answers.firewall(),
                        asked -> Answers.of(500, "broken"),
                        asked -> Answers.of(200, "<!doctype html>"),
                        asked -> Answers.of(200, "no json"))) {
            Sight sight = trial().run(new TokensProbe(), odd);
            assertEquals(Set.of(), sight.ids(Outcome.PASS), sight.toString());
            assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
            assertTrue(sight.ids(Outcome.UNKNOWN).contains("tokens.refresh"));
        }
    }

    @Test
    void needsSecondSessionForTheLogout() throws Exception {
        TokenRules whole = rules();
        TokenRules rules =
                new TokenRules(
                        whole.refresh(),
                        whole.refreshVariable(),
                        whole.refreshField(),
                        whole.accessField(),
                        whole.accessLife(),
                        whole.refreshLife(),
                        whole.logout(),
                        whole.check(),
                        whole.canary(),
                        Optional.empty());
        Sight sight =
                new Trial(clock)
                        .tokens(rules)
                        .variable("REFRESH", FIRST)
                        .run(new TokensProbe(), server(EnumSet.noneOf(Fault.class), true));
        assertTrue(
                sight.one("tokens.logout-access-token")
                        .finding()
                        .message()
                        .contains("tokens.logout.env"));
        assertFalse(sight.ids(Outcome.PASS).contains("tokens.logout-access-token"));
    }

    @Test
    void usesNothingUpWithoutPermission() throws Exception {
        Sight sight =
                trial().harmless()
                        .run(new TokensProbe(), server(EnumSet.noneOf(Fault.class), true));
        assertEquals(List.of(), sight.asked());
        assertEquals(Set.of("tokens.refresh"), sight.ids(Outcome.NOT_APPLICABLE));
    }

    @Test
    void namesMissingKeyAndVariable() throws Exception {
        Sight none = new Trial(clock).run(new TokensProbe(), asked -> Answers.of(200, ""));
        assertTrue(none.one("tokens.refresh").finding().message().contains(".tokens"));
        Sight unset =
                new Trial(clock)
                        .tokens(rules())
                        .run(new TokensProbe(), asked -> Answers.of(200, ""));
        assertTrue(unset.one("tokens.refresh").finding().message().contains("REFRESH"));
        assertEquals(List.of(), unset.asked());
    }

    private Sight probe(Set<Fault> faults, boolean tellsLife) throws Exception {
        Sight sight = trial().run(new TokensProbe(), server(faults, tellsLife));
        assertFalse(sight.toString().contains("canary-"), "a token was told");
        return sight;
    }

    private static AuthorizationServer server(Set<Fault> faults, boolean tellsLife) {
        return new AuthorizationServer(faults, tellsLife, FIRST, SECOND);
    }

    private Trial trial() {
        return new Trial(clock)
                .tokens(rules())
                .variable("REFRESH", FIRST)
                .variable("LOGOUT_REFRESH", SECOND);
    }

    private static TokenRules rules() {
        return new TokenRules(
                Optional.of("/token"),
                Optional.of("REFRESH"),
                "refresh_token",
                "access_token",
                3_600,
                604_800,
                Optional.of("/logout"),
                Optional.of("/api/me"),
                Optional.of(AuthorizationServer.CANARY),
                Optional.of("LOGOUT_REFRESH"));
    }
}
