package dev.holdfast.probes.cors;

import static dev.holdfast.probes.cors.CorsService.APP;
import static dev.holdfast.probes.cors.CorsService.always;
import static dev.holdfast.probes.cors.CorsService.letting;
import static dev.holdfast.probes.cors.CorsService.matching;
import static dev.holdfast.probes.cors.CorsService.where;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.loopback.Asked;
import dev.holdfast.probes.loopback.Given;
import dev.holdfast.probes.loopback.Sessions;
import dev.holdfast.probes.target.CallerIdentity;
import dev.holdfast.probes.target.CorsRules;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Observation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Right configurations: nothing fails, nothing is unknown, and something was looked at. */
class CorsGoodTest {
    private static final CorsService GOOD = letting(APP::equals);
    private static final CorsRules PLAIN = new CorsRules(List.of(APP), false);
    private static final CorsRules PUBLIC = new CorsRules(List.of("*"), false);
    private static final Given DATA = Given.ok("data");

    private static Given sharing(String origin) {
        return DATA.with("Access-Control-Allow-Origin", origin);
    }

    private record Good(String what, CorsBench bench, Function<Asked, Given> service) {}

    static Stream<Arguments> good() {
        return services().map(each -> Arguments.of(each.what(), each.bench(), each.service()));
    }

    private static Stream<Good> services() {
        CorsBench usual = CorsBench.usual();
        Function<Asked, Given> refusing =
                where(
                        asked -> asked.origin().isPresent() && !asked.origin().get().equals(APP),
                        always(Given.of(403, "Invalid CORS request").with("Vary", "Origin")),
                        GOOD);
        return Stream.of(
                good("exact list with credentials", usual, GOOD),
                good("pattern done right", usual, matching("https://app\\.example\\.com")),
                good(
                        "fixed origin without Vary",
                        usual,
                        always(sharing(APP).with("Access-Control-Allow-Credentials", "true"))),
                good("fixed origin, policy silent", usual.silent(), always(sharing(APP))),
                good("list without credentials", usual.saying(PLAIN), GOOD.credentials("")),
                good(
                        "credentials: false is as none",
                        usual.saying(PLAIN),
                        GOOD.credentials("false")),
                good("public, as the policy says", usual.saying(PUBLIC), always(sharing("*"))),
                good("public, policy silent", usual.silent(), always(sharing("*"))),
                good(
                        "everybody reflected without credentials, public by policy",
                        usual.saying(PUBLIC),
                        letting(origin -> true).credentials("")),
                good("no CORS, policy silent", usual.silent(), always(DATA)),
                good("no CORS, nobody by policy", usual.saying(CorsRules.NOBODY), always(DATA)),
                good("403 for others", usual, refusing),
                good(
                        "no Vary where nothing is stored",
                        usual,
                        asked -> GOOD.silent().apply(asked).with("Cache-Control", "no-store")),
                good(
                        "no preflight where none is needed",
                        usual,
                        where(Asked::preflight, always(Given.of(405, "")), GOOD)),
                good(
                        "no OPTIONS at all",
                        usual,
                        where(Asked::preflight, always(Given.of(404, "")), GOOD)),
                good(
                        "a preflight that is refused for all, whatever its fields say",
                        usual,
                        where(
                                Asked::preflight,
                                asked ->
                                        Given.of(405, "")
                                                .with(
                                                        "Access-Control-Allow-Origin",
                                                        asked.origin().orElse("")),
                                GOOD)),
                good(
                        "two allowed origins",
                        usual.saying(new CorsRules(List.of(APP, "https://b.example.org"), true)),
                        letting(origin -> Set.of(APP, "https://b.example.org").contains(origin))),
                good(
                        "localhost as the policy says",
                        usual.saying(new CorsRules(List.of(APP, "http://localhost:3000"), true)),
                        letting(origin -> Set.of(APP, "http://localhost:3000").contains(origin))),
                good(
                        "a page that needs none, the target's list",
                        usual.of(RouteClass.PAGE),
                        always(DATA)),
                good(
                        "fonts for everybody, the target's list",
                        usual.of(RouteClass.ASSET),
                        always(sharing("*"))),
                good("GET and POST", usual.answering("GET", "POST"), GOOD),
                good("POST alone", usual.answering("POST"), GOOD),
                good(
                        "every method",
                        usual.answering("GET", "POST", "PUT", "DELETE", "PATCH"),
                        asked -> {
                            Given given = GOOD.apply(asked);
                            return asked.preflight()
                                    ? given.with("Access-Control-Allow-Methods", "PUT")
                                    : given;
                        }),
                good(
                        "an API that wants a user",
                        usual,
                        where(
                                asked -> !asked.fields().has("Cookie") && !asked.preflight(),
                                asked -> {
                                    Given given = GOOD.apply(asked);
                                    return new Given(401, given.fields(), "");
                                },
                                GOOD)));
    }

    private static Good good(String what, CorsBench bench, Function<Asked, Given> service) {
        return new Good(what, bench, service);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void raisesNoFalseAlarm(String what, CorsBench bench, Function<Asked, Given> service)
            throws InterruptedException {
        CorsBench.Run run = bench.run(service);

        assertEquals(Set.of(), run.failed(), what);
        assertEquals(Set.of(), run.unknown(), what);
        assertTrue(Sessions.ids(run.seen(), Outcome.PASS).contains("cors.reflected-origin"), what);
        assertTrue(run.asked().size() <= Questions.MOST, () -> run.asked().size() + " requests");
    }

    @Test
    void spendsAtMostThirtySixRequestsOnTheLongestPlan() throws InterruptedException {
        CorsRules many =
                new CorsRules(
                        List.of(
                                "https://a.app.example.com",
                                "https://b.example.com",
                                "https://c.example.com",
                                "https://d.example.com",
                                "https://e.example.com",
                                "https://f.example.com"),
                        true);
        CorsBench.Run run =
                CorsBench.usual()
                        .saying(many)
                        .answering("GET", "POST", "PUT")
                        .run(asked -> {
                            Given given = letting(many.origins()::contains).apply(asked);
                            return asked.preflight()
                                    ? given.with("Access-Control-Allow-Methods", "PUT")
                                    : given;
                        });

        assertEquals(Questions.MOST, run.asked().size());
        assertEquals(Set.of(), run.failed());
        // What was not asked any more is said, and is no pass.
        assertEquals(Set.of("cors.allowed-origin-refused"), run.unknown());
    }

    @Test
    void asksLittleWhenAnyOriginIsLetIn() throws InterruptedException {
        CorsBench.Run run = CorsBench.usual().run(letting(origin -> true));

        assertTrue(run.asked().size() <= 9, () -> run.asked().size() + " requests");
    }

    @Test
    void tellsEveryObservationFromTheOthers() throws InterruptedException {
        for (Good each : services().toList()) {
            CorsBench.Run run = each.bench().run(each.service());
            Set<List<String>> identities = new HashSet<>();
            for (Observation one : run.seen()) {
                List<String> identity =
                        List.of(
                                one.finding().rule().id().value(),
                                one.subject(),
                                one.finding().key());
                assertTrue(identities.add(identity), identity::toString);
            }
        }
    }

    @Test
    void neverShowsTheSecretOfAnIdentity() throws InterruptedException {
        CorsBench.Run run =
                CorsBench.usual()
                        .run(
                                letting(origin -> true),
                                Map.of("user-a", new CallerIdentity("user-a", "Cookie", "A")),
                                Map.of("user-a", new Field("Cookie", "canary-5d1e")));

        assertTrue(run.asked().stream().anyMatch(one -> one.has("Cookie", "canary-5d1e")));
        assertEquals(-1, run.seen().toString().indexOf("canary-5d1e"));
    }
}
