package dev.holdfast.probes.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.RateLimitRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.testing.Answers;
import dev.holdfast.probes.testing.MovingClock;
import dev.holdfast.probes.testing.Service;
import dev.holdfast.probes.testing.Sight;
import dev.holdfast.probes.testing.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitProbeTest {
    private final MovingClock clock = new MovingClock();

    @Test
    void findsNothingAtRightLimit() throws Exception {
        Sight sight = probe(5, 60, Limiter.right(5, 60, clock));
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
        assertEquals(5, sight.one("ratelimit.limit").finding().properties().get("answered"));
        assertEquals(Severity.MEDIUM, sight.one("ratelimit.limit").finding().severity());
    }

    @Test
    void letsCallerBelowLimitPass() throws Exception {
        Sight sight = probe(60, 60, Limiter.right(60, 60, clock));
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertTrue(sight.ids(Outcome.PASS).contains("ratelimit.legitimate-flow"));
    }

    @Test
    void findsCallerBelowLimitRefused() throws Exception {
        Limiter right = Limiter.right(60, 60, clock);
        int[] answered = new int[1];
        Sight sight =
                probe(
                        60,
                        60,
                        asked -> {
                            Response answer = right.answer(asked);
                            return answer.status() == 200 && ++answered[0] == 64
                                    ? Answers.of(429, "slow down")
                                    : answer;
                        });
        assertEquals(Set.of("ratelimit.legitimate-flow"), sight.ids(Outcome.FAIL));
    }

    @Test
    void findsNoLimitWithTwiceTheRequestsAtMost() throws Exception {
        Sight sight = probe(5, 60, asked -> Answers.of(200, "answered"));
        assertEquals(Set.of("ratelimit.limit"), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(14, sight.asked().size());
        assertEquals(Set.of(), sight.ids(Outcome.PASS));
    }

    @Test
    void findsLimitThatIsTwiceAsHigh() throws Exception {
        Sight sight = probe(5, 60, Limiter.right(10, 60, clock));
        assertEquals(Set.of("ratelimit.limit"), sight.ids(Outcome.FAIL), sight.toString());
    }

    @Test
    void forgivesWindowThatEndsInBetween() throws Exception {
        Limiter right = Limiter.right(5, 60, clock);
        int[] count = new int[1];
        Sight sight =
                probe(
                        5,
                        60,
                        asked -> {
                            if (++count[0] == 4) {
                                clock.of(Duration.ofSeconds(60));
                            }
                            return right.answer(asked);
                        });
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertTrue(sight.ids(Outcome.PASS).contains("ratelimit.limit"), sight.toString());
    }

    @Test
    void tellsEarlierLimit() throws Exception {
        Sight sight = probe(5, 60, Limiter.right(3, 60, clock));
        assertEquals(Outcome.PASS, sight.one("ratelimit.limit").finding().outcome());
        assertEquals(Severity.INFO, sight.one("ratelimit.limit").finding().severity());
    }

    @Test
    void cannotCountLimitThatWasReachedBefore() throws Exception {
        Sight sight = probe(5, 60, Limiter.right(0, 60, clock));
        assertEquals(Outcome.UNKNOWN, sight.one("ratelimit.limit").finding().outcome());
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 500, 403})
    void doesNotTakeOtherStatusForTheLimit(int status) throws Exception {
        Limiter other = new Limiter(5, 60, clock, (usual, limiter) -> Answers.of(status, "no"));
        Sight sight = probe(5, 60, other);
        assertEquals(Outcome.UNKNOWN, sight.one("ratelimit.limit").finding().outcome());
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertTrue(sight.one("ratelimit.limit").finding().message().contains("" + status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "X-Real-IP", "True-Client-IP", "Forwarded"})
    void findsFieldThatResetsTheLimit(String field) throws Exception {
        Sight sight = probe(5, 60, Limiter.right(5, 60, clock).trusting(field));
        assertEquals(Set.of("ratelimit.spoofed-address"), sight.ids(Outcome.FAIL));
        long failed =
                sight.of("ratelimit.spoofed-address").stream()
                        .filter(each -> each.finding().outcome() == Outcome.FAIL)
                        .count();
        assertEquals(1, failed);
    }

    @Test
    void doesNotBlameFieldWhenTheLimitEnds() throws Exception {
        Limiter right = Limiter.right(5, 60, clock);
        Sight sight =
                probe(
                        5,
                        60,
                        asked -> {
                            if (asked.fields().has("X-Real-IP")) {
                                clock.of(Duration.ofSeconds(60));
                            }
                            return right.answer(asked);
                        });
        assertFalse(
                sight.ids(Outcome.FAIL).contains("ratelimit.spoofed-address"), sight.toString());
    }

    @Test
    void findsMissingAndWrongRetryAfter() throws Exception {
        for (String value : List.of("", "-5", "1.5", "soon", "Sun Nov 29 12:01:00 2026")) {
            Limiter limiter =
                    new Limiter(
                            5,
                            60,
                            clock,
                            (usual, limits) -> {
                                Response bare =
                                        new Response(
                                                429,
                                                usual.fields().without("Retry-After"),
                                                usual.body());
                                return value.isEmpty()
                                        ? bare
                                        : Answers.with(bare, "Retry-After", value);
                            });
            Sight sight = probe(5, 60, limiter);
            assertEquals(Set.of("ratelimit.retry-after"), sight.ids(Outcome.FAIL), value);
            assertTrue(sight.ids(Outcome.UNKNOWN).contains("ratelimit.retry-after-not-kept"));
            clock.of(Duration.ofSeconds(60));
        }
    }

    @Test
    void takesDateForRetryAfter() throws Exception {
        Limiter limiter =
                new Limiter(
                        5,
                        60,
                        clock,
                        (usual, limits) ->
                                replaced(usual, "Retry-After", "Sun, 29 Nov 2026 12:01:00 GMT"));
        Sight sight = probe(5, 60, limiter);
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertTrue(sight.ids(Outcome.PASS).contains("ratelimit.retry-after-not-kept"));
    }

    @Test
    void findsRetryAfterThatIsNotKept() throws Exception {
        Limiter limiter =
                new Limiter(5, 60, clock, (usual, limits) -> replaced(usual, "Retry-After", "3"));
        Sight sight = probe(5, 60, limiter);
        assertEquals(Set.of("ratelimit.retry-after-not-kept"), sight.ids(Outcome.FAIL));
    }

    @Test
    void doesNotWaitForLong() throws Exception {
        Sight sight = probe(5, 3600, Limiter.right(5, 3600, clock));
        assertEquals(
                Outcome.UNKNOWN, sight.one("ratelimit.retry-after-not-kept").finding().outcome());
        assertTrue(
                sight.one("ratelimit.retry-after-not-kept")
                        .finding()
                        .message()
                        .contains("not waited"));
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
    }

    @Test
    void findsRefusalThatMayBeKept() throws Exception {
        Limiter kept =
                new Limiter(
                        5,
                        60,
                        clock,
                        (usual, limits) -> replaced(usual, "Cache-Control", "public, max-age=600"));
        assertEquals(Set.of("ratelimit.cacheable-refusal"), probe(5, 60, kept).ids(Outcome.FAIL));
        clock.of(Duration.ofSeconds(60));
        Limiter silent =
                new Limiter(
                        5,
                        60,
                        clock,
                        (usual, limits) ->
                                new Response(
                                        429,
                                        usual.fields().without("Cache-Control"),
                                        usual.body()));
        assertEquals(Set.of(), probe(5, 60, silent).ids(Outcome.FAIL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-RateLimit-Limit: 5",
                "RateLimit-Limit: 5, 5;w=60",
                "RateLimit-Policy: 5;w=60",
                "RateLimit: limit=5, remaining=2, reset=30",
                "RateLimit-Policy: \"default\";q=5;w=60",
                "RateLimit-Policy: \"burst\";q=2;w=1, \"long\";q=5;w=60",
                "RateLimit-Policy: default;q=5;w=60"
            })
    void readsEveryGenerationOfFields(String line) throws Exception {
        Sight sight = probe(5, 60, Limiter.right(5, 60, clock).telling(line));
        assertTrue(sight.ids(Outcome.PASS).contains("ratelimit.fields-differ"), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-RateLimit-Limit: 100",
                "RateLimit-Policy: \"default\";q=5;w=3600",
                "RateLimit: limit=50, remaining=2, reset=30"
            })
    void findsFieldsThatDiffer(String line) throws Exception {
        Sight sight = probe(5, 60, Limiter.right(5, 60, clock).telling(line));
        assertEquals(Set.of("ratelimit.fields-differ"), sight.ids(Outcome.FAIL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RateLimit-Limit: many",
                "RateLimit-Policy: \"default\";w=60",
                "RateLimit-Policy: \"default;q=5",
                "RateLimit: five",
                "RateLimit-Remaining: -1"
            })
    void findsMalformedFields(String line) throws Exception {
        Sight sight = probe(5, 60, Limiter.right(5, 60, clock).telling(line));
        assertEquals(Set.of("ratelimit.malformed-field"), sight.ids(Outcome.FAIL), line);
    }

    @Test
    void readsNothingOutOfNoise() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder noise = new StringBuilder();
            for (int length = random.nextInt(20); length >= 0; length--) {
                noise.append("0159;=,wqrt\" -.l\u00e9".charAt(random.nextInt(17)));
            }
            Fields fields =
                    Fields.NONE
                            .with("RateLimit", noise.toString())
                            .with("RateLimit-Policy", noise.toString())
                            .with("RateLimit-Limit", noise.toString());
            LimitFields read = LimitFields.of(fields);
            assertTrue(read.quotas().stream().allMatch(quota -> quota.requests() >= 0));
        }
    }

    @Test
    void looksAtProductionOnlyWithPermission() throws Exception {
        Sight sight =
                trial(5, 60)
                        .production()
                        .harmless()
                        .run(new RateLimitProbe(clock), Limiter.right(5, 60, clock));
        assertEquals(List.of(), sight.asked());
        assertEquals(Set.of("ratelimit.limit"), sight.ids(Outcome.NOT_APPLICABLE));
    }

    @Test
    void namesMissingKey() throws Exception {
        Sight sight = new Trial(clock).run(new RateLimitProbe(clock), asked -> Answers.of(200, ""));
        assertTrue(sight.one("ratelimit.limit").finding().message().contains("key ratelimit"));
    }

    private static Response replaced(Response response, String name, String value) {
        UnaryOperator<Fields> without = fields -> fields.without(name);
        return Answers.with(
                new Response(response.status(), without.apply(response.fields()), response.body()),
                name,
                value);
    }

    private Sight probe(int requests, int window, Service service) throws Exception {
        return trial(requests, window).run(new RateLimitProbe(clock), service);
    }

    private Trial trial(int requests, int window) {
        return new Trial(clock)
                .route(
                        new Route(
                                "/api/search",
                                RouteClass.API,
                                List.of("GET"),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new RateLimitRules(requests, window, Optional.empty())),
                                Optional.empty(),
                                ""));
    }
}
