package dev.holdfast.probes.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.RateLimitRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.testing.Answers;
import dev.holdfast.probes.testing.Asked;
import dev.holdfast.probes.testing.MovingClock;
import dev.holdfast.probes.testing.Service;
import dev.holdfast.probes.testing.Sight;
import dev.holdfast.probes.testing.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits that look like that of the policy and are others. */
class OtherLimitTest {
    private final MovingClock clock = new MovingClock();

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void findsALimitThatComesBackMuchSooner(int window) throws Exception {
        Sight sight = probe(List.of("GET"), 5, 60, Limiter.right(5, window, clock));
        assertEquals(Set.of("ratelimit.limit"), sight.ids(Outcome.FAIL), sight.toString());
        assertTrue(
                sight.one("ratelimit.limit").finding().message().contains("comes back sooner"),
                sight.toString());
    }

    @Test
    void findsOneThatDoesNotSayWhenItComesBack() throws Exception {
        Limiter silent =
                new Limiter(
                        5,
                        2,
                        clock,
                        (usual, limits) ->
                                new Response(
                                        429, usual.fields().without("Retry-After"), usual.body()));
        Sight sight = probe(List.of("GET"), 5, 60, silent);
        assertEquals(Set.of("ratelimit.limit", "ratelimit.retry-after"), sight.ids(Outcome.FAIL));
    }

    /** Minutes of the clock, of which the probe sees the last two seconds of one. */
    @Test
    void forgivesAWindowThatWasAboutToEnd() throws Exception {
        clock.of(Duration.ofSeconds(58));
        Map<Long, Integer> counts = new ConcurrentHashMap<>();
        Sight sight =
                probe(
                        List.of("GET"),
                        5,
                        60,
                        asked -> {
                            long second = clock.millis() / 1000;
                            return counts.merge(second / 60, 1, Integer::sum) <= 5
                                    ? Answers.of(200, "answered")
                                    : Answers.with(
                                            Answers.of(429, ""),
                                            "Retry-After",
                                            "" + (60 - second % 60));
                        });
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(2, counts.size());
    }

    /** A bucket of five, into which one flows back every twelve seconds. */
    @Test
    void forgivesABucketThatFillsUpLittleByLittle() throws Exception {
        double[] left = {5};
        long[] at = {clock.millis()};
        Sight sight =
                probe(
                        List.of("GET"),
                        5,
                        60,
                        asked -> {
                            left[0] = Math.min(5, left[0] + (clock.millis() - at[0]) / 12_000.0);
                            at[0] = clock.millis();
                            if (left[0] < 1) {
                                long wait = (long) Math.ceil((1 - left[0]) * 12);
                                return Answers.with(Answers.of(429, ""), "Retry-After", "" + wait);
                            }
                            left[0]--;
                            return Answers.of(200, "answered");
                        });
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
    }

    @Test
    void findsALimitThatCountsEveryQueryByItself() throws Exception {
        Map<String, Limiter> limits = new ConcurrentHashMap<>();
        Sight sight =
                probe(
                        List.of("GET"),
                        5,
                        60,
                        asked ->
                                limits.computeIfAbsent(
                                                asked.target(),
                                                target -> Limiter.right(5, 60, clock))
                                        .answer(asked));
        assertEquals(Set.of("ratelimit.spoofed-address"), sight.ids(Outcome.FAIL));
    }

    @Test
    void findsAMethodThatIsNotLimited() throws Exception {
        Limiter right = Limiter.right(5, 60, clock);
        Sight sight =
                probe(
                        List.of("GET", "POST"),
                        5,
                        60,
                        asked ->
                                asked.method().equals("GET")
                                        ? right.answer(asked)
                                        : Answers.of(401, "wrong password"));
        assertEquals(Set.of("ratelimit.limit"), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(
                "POST /api/search",
                sight.observations().stream()
                        .filter(each -> each.finding().outcome() == Outcome.FAIL)
                        .findFirst()
                        .orElseThrow()
                        .subject());
    }

    @Test
    void passesMethodsThatShareALimitOrAreNotAnswered() throws Exception {
        Limiter right = Limiter.right(5, 60, clock);
        Sight shared = probe(List.of("GET", "POST"), 5, 60, right);
        assertEquals(Set.of(), shared.ids(Outcome.FAIL), shared.toString());
        assertEquals(2, shared.of("ratelimit.limit").size());
        clock.of(Duration.ofMinutes(2));
        Sight none =
                probe(
                        List.of("GET", "POST"),
                        5,
                        60,
                        asked ->
                                asked.method().equals("GET")
                                        ? right.answer(asked)
                                        : Answers.of(405, ""));
        assertEquals(Set.of(), none.ids(Outcome.FAIL), none.toString());
    }

    @Test
    void saysWhenFewerAreLetThroughThanThePolicyAllows() throws Exception {
        Sight sight = probe(List.of("GET"), 5, 60, Limiter.right(3, 60, clock));
        assertEquals(Set.of("ratelimit.legitimate-flow"), sight.ids(Outcome.FAIL));
        assertTrue(
                sight.one("ratelimit.legitimate-flow").finding().message().contains("only 3 of 5"),
                sight.toString());
    }

    @Test
    void blamesNoLimitForWhatWasAskedBefore() throws Exception {
        Limiter right = Limiter.right(5, 60, clock);
        Asked earlier = new Asked("GET", "/api/search", Fields.NONE, Body.EMPTY);
        right.answer(earlier);
        right.answer(earlier);
        Sight sight = probe(List.of("GET"), 5, 60, right);
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertTrue(sight.ids(Outcome.PASS).contains("ratelimit.legitimate-flow"));
    }

    @Test
    void readsLongFieldsInNoTimeAndWithoutRunningOutOfStack() {
        for (String value :
                List.of(
                        "5" + " ".repeat(60_000),
                        "5" + " ".repeat(8_000),
                        "1,".repeat(30_000) + "1",
                        "5, 5" + ";".repeat(8_000),
                        "\"a\";".repeat(1_600))) {
            assertEquals(List.of("RateLimit-Limit"), read(value).malformed());
        }
        assertEquals(1, read("1,".repeat(4_000) + "1").quotas().size());
        assertEquals(1, read("5, 5" + ";w=60".repeat(1_600)).quotas().size());
        Fields policies = Fields.NONE.with("RateLimit-Policy", "\"a\";".repeat(1_600));
        assertEquals(List.of("RateLimit-Policy"), LimitFields.of(policies).malformed());
    }

    @Test
    void readsNoFieldThatIsLongerThanAnyShouldBe() {
        String usual = "5, 5;w=60";
        String padded = usual + ", 5;w=60".repeat(2_000);
        assertEquals(1, read(usual).quotas().size());
        assertEquals(List.of("RateLimit-Limit"), read(padded).malformed());
    }

    private static LimitFields read(String value) {
        return LimitFields.of(Fields.NONE.with("RateLimit-Limit", value));
    }

    @Test
    void keepsNoBodies() throws Exception {
        Response large = Answers.of(200, "x".repeat(100_000));
        Trial trial = new Trial(clock).route(route(List.of("GET"), 5, 60));
        trial.run(
                new Probe() {
                    @Override
                    public String name() {
                        return "burst";
                    }

                    @Override
                    public List<CheckInfo> rules() {
                        return List.of();
                    }

                    @Override
                    public Seen run(Session session) throws InterruptedException {
                        Burst burst =
                                Caller.of(
                                                session,
                                                new RateLimitRules(5, 60, Optional.empty()),
                                                Request.get("/"),
                                                clock)
                                        .burst(3);
                        assertEquals(3, burst.seen().size());
                        assertTrue(burst.seen().stream().allMatch(each -> each.body().size() == 0));
                        return Seen.of(List.of());
                    }
                },
                asked -> large);
    }

    private Sight probe(List<String> methods, int requests, int window, Service service)
            throws Exception {
        return new Trial(clock)
                .route(route(methods, requests, window))
                .run(new RateLimitProbe(clock), service);
    }

    private static Route route(List<String> methods, int requests, int window) {
        return new Route(
                "/api/search",
                RouteClass.API,
                methods,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new RateLimitRules(requests, window, Optional.empty())),
                Optional.empty(),
                "");
    }
}
