package dev.holdfast.probes.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.JwtRules;
import dev.holdfast.probes.testing.Answers;
import dev.holdfast.probes.testing.Asked;
import dev.holdfast.probes.testing.MovingClock;
import dev.holdfast.probes.testing.Service;
import dev.holdfast.probes.testing.Sight;
import dev.holdfast.probes.testing.Trial;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtProbeTest {
    private final MovingClock clock = new MovingClock();

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "EdDSA", "HS256"})
    void findsNothingAtRightService(String algorithm) throws Exception {
        Sight sight = against(algorithm, EnumSet.noneOf(Fault.class));
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
        assertTrue(sight.ids(Outcome.PASS).contains("jwt.valid-token"), sight.toString());
        assertTrue(sight.ids(Outcome.PASS).contains("jwt.audience-not-checked"));
        assertTrue(sight.ids(Outcome.PASS).contains("jwt.remote-key"));
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "BANS_AFTER_ONE")
    void findsEachFaultAndNothingElse(Fault fault) throws Exception {
        String algorithm =
                switch (fault) {
                    case KEY_CONFUSION,
                            EMBEDDED_KEY,
                            EMBEDDED_KEY_IF_UNKNOWN,
                            OWN_CERTIFICATE,
                            LONGER_HASHES_TAKE_PUBLIC_KEY ->
                            "RS256";
                    case TAKES_TRUNCATED -> "HS256";
                    default -> "ES256";
                };
        Sight sight = against(algorithm, EnumSet.of(fault));
        Set<String> expected =
                switch (fault) {
                    case NO_TOKEN_NEEDED -> Set.of("jwt.no-token-accepted");
                    case VERIFIES_NOTHING, TAKES_TRUNCATED, SETS_401_AND_GOES_ON ->
                            Set.of("jwt.signature-not-verified");
                    case NONE, NONE_IN_ANY_CASE, NONE_IF_UNSIGNED, NO_ALGORITHM ->
                            Set.of("jwt.algorithm-none");
                    case EMPTY_SIGNATURE -> Set.of("jwt.empty-signature");
                    // A kid is not read here, so that its empty key is the same as any other.
                    case BLANK_KEY -> Set.of("jwt.blank-key", "jwt.key-id");
                    case KEY_CONFUSION, LONGER_HASHES_TAKE_PUBLIC_KEY ->
                            Set.of("jwt.key-confusion");
                    case EMBEDDED_KEY, EMBEDDED_KEY_IF_UNKNOWN, OWN_CERTIFICATE ->
                            Set.of("jwt.embedded-key");
                    case FOLLOWS_ADDRESSES, FOLLOWS_ADDRESSES_IF_UNKNOWN ->
                            Set.of("jwt.remote-key");
                    case KEY_FILES -> Set.of("jwt.key-id");
                    case PSYCHIC -> Set.of("jwt.blank-curve-signature");
                    case ANY_CURVE -> Set.of("jwt.other-curve");
                    case NO_EXPIRY_CHECK ->
                            Set.of("jwt.expired-accepted", "jwt.no-expiry-accepted");
                    case NO_NOT_BEFORE_CHECK -> Set.of("jwt.not-before-ignored");
                    case LENIENT_FOR_AN_HOUR, SKIPS_EXPIRY_THAT_IS_NO_NUMBER ->
                            Set.of("jwt.expired-accepted");
                    case NO_ISSUER_CHECK, ISSUER_IF_PRESENT, ISSUER_BEGINS_LIKE ->
                            Set.of("jwt.issuer-not-checked");
                    case NO_AUDIENCE_CHECK, AUDIENCE_IF_PRESENT, AUDIENCE_HOLDS ->
                            Set.of("jwt.audience-not-checked");
                    case EXPIRY_IF_PRESENT -> Set.of("jwt.no-expiry-accepted");
                    case NO_TYPE_CHECK -> Set.of("jwt.type-not-checked");
                    case FIRST_CLAIM_WINS -> Set.of("jwt.duplicate-claims");
                    case IGNORES_CRITICAL -> Set.of("jwt.critical-header-ignored");
                    case TOKEN_IN_QUERY -> Set.of("jwt.token-in-query");
                    case BANS_AFTER_ONE -> Set.of();
                };
        assertEquals(new TreeSet<>(expected), sight.ids(Outcome.FAIL), sight.toString());
    }

    @Test
    void seesOnLoopbackWhetherAddressesAreFollowed() throws Exception {
        Sight sight = against("ES256", EnumSet.of(Fault.FOLLOWS_ADDRESSES));
        assertEquals(4, sight.of("jwt.remote-key").size());
        assertTrue(
                sight.of("jwt.remote-key").stream()
                        .allMatch(each -> each.finding().message().contains("asked that address")),
                sight.toString());
    }

    @Test
    void saysThatNobodyCanSeeElsewhereWhetherAddressesAreFollowed() throws Exception {
        Sight sight =
                trial(Fixtures.rules("ES256"), Fixtures.pem(Fixtures.curve().getPrivate()))
                        .elsewhere()
                        .run(
                                new JwtProbe(Fixtures::attacker),
                                server(
                                        "ES256",
                                        Fixtures.curve(),
                                        EnumSet.of(Fault.FOLLOWS_ADDRESSES)));
        assertTrue(
                sight.of("jwt.remote-key").stream()
                        .allMatch(each -> each.finding().outcome() == Outcome.NOT_APPLICABLE),
                sight.toString());
        assertTrue(
                sight.asked().stream()
                        .anyMatch(asked -> header(asked).contains("holdfast-probe.invalid/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "HS256"})
    void asksFewEnoughForTheUsualPace(String algorithm) throws Exception {
        // Forty seconds at two requests a second, and no token lives longer than five minutes.
        Sight sight = against(algorithm, EnumSet.noneOf(Fault.class));
        assertTrue(sight.asked().size() <= 65, algorithm + " " + sight.asked().size());
    }

    @Test
    void believesNoRefusalOfServiceThatBansAfterOneBadToken() throws Exception {
        Sight sight = against("ES256", EnumSet.of(Fault.NONE, Fault.BANS_AFTER_ONE));
        assertEquals(Set.of("jwt.no-token-accepted", "jwt.valid-token"), sight.ids(Outcome.PASS));
        assertTrue(sight.ids(Outcome.UNKNOWN).contains("jwt.algorithm-none"), sight.toString());
        assertTrue(
                sight.of("jwt.algorithm-none")
                        .getFirst()
                        .finding()
                        .message()
                        .contains("which proves nothing: a right token after it was answered 403"),
                sight.toString());
    }

    @Test
    void believesRefusalsBeforeServiceBreaksDown() throws Exception {
        ResourceServer right = server("ES256", Fixtures.curve(), EnumSet.noneOf(Fault.class));
        AtomicInteger count = new AtomicInteger();
        Sight sight =
                service(
                        "ES256",
                        asked ->
                                count.incrementAndGet() > 30
                                        ? Answers.of(403, "enough")
                                        : right.answer(asked));
        assertTrue(sight.ids(Outcome.PASS).contains("jwt.algorithm-none"), sight.toString());
        assertFalse(sight.ids(Outcome.UNKNOWN).contains("jwt.algorithm-none"), sight.toString());
        assertTrue(sight.ids(Outcome.UNKNOWN).contains("jwt.audience-not-checked"));
        assertFalse(sight.ids(Outcome.PASS).contains("jwt.audience-not-checked"));
    }

    @Test
    void findsCanaryBesideRefusalWithoutToken() throws Exception {
        Sight sight = service("ES256", asked -> Answers.of(401, ResourceServer.CANARY));
        assertEquals(Set.of("jwt.no-token-accepted"), sight.ids(Outcome.FAIL));
    }

    @Test
    void stopsWhenNothingIsVerified() throws Exception {
        Sight sight = against("ES256", EnumSet.of(Fault.VERIFIES_NOTHING));
        assertEquals(3, sight.asked().size());
        assertTrue(
                sight.one("jwt.signature-not-verified")
                        .finding()
                        .message()
                        .contains("no other attack was tried"));
        assertFalse(sight.ids(Outcome.PASS).contains("jwt.algorithm-none"));
    }

    @Test
    void namesOnlyHostsThatNobodyCanFind() throws Exception {
        Sight sight = against("ES256", EnumSet.noneOf(Fault.class));
        for (Asked asked : sight.asked()) {
            String header = header(asked);
            int at = header.indexOf("://");
            if (at >= 0) {
                assertTrue(header.startsWith("://127.0.0.1:", at), header);
            }
        }
        assertTrue(sight.asked().stream().anyMatch(asked -> header(asked).contains("jku")));
    }

    @Test
    void triesNothingWithoutValidBaseline() throws Exception {
        Sight sight = service("ES256", asked -> Answers.of(401, "no"));
        assertEquals(Set.of("jwt.valid-token"), sight.ids(Outcome.UNKNOWN), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.FAIL));
        assertEquals(Set.of("jwt.no-token-accepted"), sight.ids(Outcome.PASS));
        assertEquals(2, sight.asked().size());
    }

    @Test
    void doesNotTakeStatusAloneForAcceptance() throws Exception {
        KeyPair pair = Fixtures.curve();
        ResourceServer right = server("ES256", pair, EnumSet.noneOf(Fault.class));
        Sight sight =
                run(
                        Fixtures.rules("ES256"),
                        Fixtures.pem(pair.getPrivate()),
                        asked -> {
                            Response answer = right.answer(asked);
                            return answer.status() == 401
                                    ? Answers.of(200, "{\"error\":\"please sign in\"}")
                                    : answer;
                        });
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
    }

    @Test
    void takesFirewallRedirectAndFailureForNeither() throws Exception {
        KeyPair pair = Fixtures.curve();
        ResourceServer right = server("ES256", pair, EnumSet.noneOf(Fault.class));
        for (Response odd :
                List.of(
                        Answers.firewall(),
                        Answers.with(Answers.of(302, ""), "Location", "/login"),
                        Answers.of(500, "broken"),
                        Answers.of(200, "something else"))) {
            Sight sight =
                    run(
                            Fixtures.rules("ES256"),
                            Fixtures.pem(pair.getPrivate()),
                            asked -> {
                                Response answer = right.answer(asked);
                                return answer.status() == 401
                                                && !asked.header("Authorization").isEmpty()
                                        ? odd
                                        : answer;
                            });
            assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
            assertFalse(sight.ids(Outcome.PASS).contains("jwt.algorithm-none"), sight.toString());
            assertTrue(sight.ids(Outcome.UNKNOWN).contains("jwt.algorithm-none"));
        }
    }

    @Test
    void forgesNothingInProduction() throws Exception {
        KeyPair pair = Fixtures.curve();
        Sight sight =
                trial(Fixtures.rules("ES256"), Fixtures.pem(pair.getPrivate()))
                        .production()
                        .harmless()
                        .run(
                                new JwtProbe(Fixtures::attacker),
                                server("ES256", pair, EnumSet.noneOf(Fault.class)));
        assertEquals(1, sight.asked().size());
        assertFalse(sight.asked().getFirst().fields().has("Authorization"));
        assertEquals(Set.of("jwt.valid-token"), sight.ids(Outcome.NOT_APPLICABLE));
    }

    @Test
    void sendsNoTokenThatEverybodyOnTheWayCanRead() throws Exception {
        KeyPair pair = Fixtures.curve();
        Sight sight =
                trial(Fixtures.rules("ES256"), Fixtures.pem(pair.getPrivate()))
                        .readable()
                        .run(
                                new JwtProbe(Fixtures::attacker),
                                server("ES256", pair, EnumSet.noneOf(Fault.class)));
        assertEquals(1, sight.asked().size());
        assertEquals(Set.of("jwt.valid-token"), sight.ids(Outcome.NOT_APPLICABLE));
    }

    @Test
    void forgesWithoutPermissionToChangeAnything() throws Exception {
        KeyPair pair = Fixtures.curve();
        Sight sight =
                trial(Fixtures.rules("ES256"), Fixtures.pem(pair.getPrivate()))
                        .harmless()
                        .run(
                                new JwtProbe(Fixtures::attacker),
                                server("ES256", pair, EnumSet.of(Fault.NONE)));
        assertEquals(Set.of("jwt.algorithm-none"), sight.ids(Outcome.FAIL));
        assertTrue(sight.asked().stream().allMatch(asked -> asked.method().equals("GET")));
    }

    @Test
    void findsWeakSecretsWithoutTelling() throws Exception {
        for (String weak : List.of("changeme-canary", "canarycanarycanarycanarycanarycanary")) {
            Sight sight = run(Fixtures.rules("HS256"), weak, asked -> Answers.of(401, "no"));
            assertEquals(Set.of("jwt.weak-secret"), sight.ids(Outcome.FAIL), sight.toString());
        }
        Sight strong =
                run(Fixtures.rules("HS256"), Fixtures.SECRET, asked -> Answers.of(401, "no"));
        assertTrue(strong.ids(Outcome.PASS).contains("jwt.weak-secret"));
    }

    @Test
    void comparesWithAnotherUser() throws Exception {
        KeyPair pair = Fixtures.curve();
        ResourceServer right = server("ES256", pair, EnumSet.noneOf(Fault.class));
        String other = "Bearer " + unsigned("{\"sub\":\"somebody\"}");
        String pem = Fixtures.pem(pair.getPrivate());
        Sight isolated =
                trial(Fixtures.rules("ES256"), pem)
                        .identity("user-b", "Authorization", other)
                        .run(
                                new JwtProbe(Fixtures::attacker),
                                asked ->
                                        asked.header("Authorization").equals(other)
                                                ? Answers.of(200, "account of somebody")
                                                : right.answer(asked));
        assertEquals(Outcome.PASS, isolated.one("jwt.other-user").finding().outcome());
        Sight mixed =
                trial(Fixtures.rules("ES256"), pem)
                        .identity("user-b", "Authorization", other)
                        .run(
                                new JwtProbe(Fixtures::attacker),
                                asked ->
                                        asked.header("Authorization").equals(other)
                                                ? Answers.of(200, "and: account of probe")
                                                : right.answer(asked));
        assertEquals(Set.of("jwt.other-user"), mixed.ids(Outcome.FAIL), mixed.toString());
    }

    @Test
    void doesNotCompareWithTheSameUser() throws Exception {
        KeyPair pair = Fixtures.curve();
        Sight sight =
                trial(Fixtures.rules("ES256"), Fixtures.pem(pair.getPrivate()))
                        .identity(
                                "me", "Authorization", "Bearer " + unsigned("{\"sub\":\"probe\"}"))
                        .run(
                                new JwtProbe(Fixtures::attacker),
                                server("ES256", pair, EnumSet.noneOf(Fault.class)));
        assertEquals(Outcome.NOT_APPLICABLE, sight.one("jwt.other-user").finding().outcome());
    }

    @Test
    void tellsTokensFromTheFuture() throws Exception {
        Sight sight = against("ES256", EnumSet.noneOf(Fault.class));
        assertEquals(Severity.INFO, sight.one("jwt.issued-in-future").finding().severity());
        assertEquals(Outcome.PASS, sight.one("jwt.issued-in-future").finding().outcome());
    }

    @Test
    void namesWhatIsMissing() throws Exception {
        Sight unset =
                new Trial(clock)
                        .route(Fixtures.route(Fixtures.rules("ES256")))
                        .run(new JwtProbe(Fixtures::attacker), asked -> Answers.of(200, ""));
        assertTrue(unset.one("jwt.valid-token").finding().message().contains("JWT_KEY"));
        assertEquals(Outcome.UNKNOWN, unset.one("jwt.valid-token").finding().outcome());

        Sight noKey =
                run(Fixtures.rules("ES256"), "canary but no key", asked -> Answers.of(200, ""));
        assertEquals(Outcome.UNKNOWN, noKey.one("jwt.valid-token").finding().outcome());
        assertEquals(List.of(), noKey.asked());

        Sight none =
                new Trial(clock)
                        .run(new JwtProbe(Fixtures::attacker), asked -> Answers.of(200, ""));
        assertEquals(Set.of("jwt.valid-token"), none.ids(Outcome.NOT_APPLICABLE));
    }

    @Test
    void carriesTokensInAnotherField() throws Exception {
        KeyPair pair = Fixtures.curve();
        ResourceServer right = server("ES256", pair, EnumSet.noneOf(Fault.class));
        JwtRules usual = Fixtures.rules("ES256");
        JwtRules rules =
                new JwtRules(
                        usual.issuer(),
                        usual.audience(),
                        usual.algorithm(),
                        usual.keyVariable(),
                        usual.claims(),
                        usual.canary(),
                        "X-Token",
                        "key-1");
        Sight sight =
                run(
                        rules,
                        Fixtures.pem(pair.getPrivate()),
                        asked ->
                                right.answer(
                                        new Asked(
                                                asked.method(),
                                                asked.target(),
                                                asked.fields()
                                                        .with(
                                                                "Authorization",
                                                                "Bearer "
                                                                        + asked.header("X-Token")),
                                                asked.body())));
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertTrue(sight.ids(Outcome.PASS).contains("jwt.valid-token"), sight.toString());
        assertTrue(
                sight.asked().stream()
                        .anyMatch(asked ->
                                headerOf(asked.header("X-Token")).contains("\"kid\":\"key-1\"")));
    }

    private static String header(Asked asked) {
        return headerOf(asked.header("Authorization").replace("Bearer ", ""));
    }

    private static String headerOf(String token) {
        int dot = token.indexOf('.');
        return dot < 0
                ? ""
                : new String(
                        Base64.getUrlDecoder().decode(token.substring(0, dot)),
                        StandardCharsets.UTF_8);
    }

    private static String unsigned(String claims) {
        return Token.base64("{}".getBytes(StandardCharsets.UTF_8))
                + "."
                + Token.base64(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }

    private Sight against(String algorithm, Set<Fault> faults) throws Exception {
        KeyPair pair =
                switch (algorithm) {
                    case "ES256" -> Fixtures.curve();
                    case "EdDSA" -> Fixtures.edwards();
                    default -> Fixtures.rsa();
                };
        String key = algorithm.startsWith("HS") ? Fixtures.SECRET : Fixtures.pem(pair.getPrivate());
        return run(Fixtures.rules(algorithm), key, server(algorithm, pair, faults));
    }

    private ResourceServer server(String algorithm, @Nullable KeyPair pair, Set<Fault> faults) {
        return new ResourceServer(
                algorithm,
                pair == null ? null : pair.getPublic(),
                Fixtures.SECRET.getBytes(StandardCharsets.UTF_8),
                faults,
                clock);
    }

    private Sight service(String algorithm, Service service) throws Exception {
        return run(Fixtures.rules(algorithm), Fixtures.pem(Fixtures.curve().getPrivate()), service);
    }

    private Sight run(JwtRules rules, String key, Service service) throws Exception {
        return trial(rules, key).run(new JwtProbe(Fixtures::attacker), service);
    }

    private Trial trial(JwtRules rules, String key) {
        return new Trial(clock).route(Fixtures.route(rules)).variable("JWT_KEY", key);
    }

    /** Every rule that the probe can report has an id of its own. */
    @Test
    void hasRulesWithDifferentIds() {
        Map<String, Long> count =
                new JwtProbe(Fixtures::attacker)
                        .rules().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                rule -> rule.id().value(), Collectors.counting()));
        assertTrue(count.values().stream().allMatch(each -> each == 1), count.toString());
    }
}
