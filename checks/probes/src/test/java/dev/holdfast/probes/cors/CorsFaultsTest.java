package dev.holdfast.probes.cors;

import static dev.holdfast.probes.cors.CorsService.APP;
import static dev.holdfast.probes.cors.CorsService.letting;
import static dev.holdfast.probes.cors.CorsService.matching;
import static dev.holdfast.probes.cors.CorsService.where;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.loopback.Asked;
import dev.holdfast.probes.loopback.Given;
import dev.holdfast.probes.target.CorsRules;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class of fault on a live service: found under its name, and nothing else. */
class CorsFaultsTest {
    private static final CorsService GOOD = letting(APP::equals);
    private static final CorsService ALL = letting(origin -> true);
    private static final CorsRules PLAIN = new CorsRules(List.of(APP), false);

    private static Given sharing(String origin) {
        return Given.ok("data").with("Access-Control-Allow-Origin", origin);
    }

    private static Given credentialed(String origin) {
        return sharing(origin).with("Access-Control-Allow-Credentials", "true");
    }

    private static Function<Asked, Given> preflights(String name, String value) {
        return where(
                Asked::preflight,
                asked -> {
                    Given good = GOOD.apply(asked);
                    return new Given(
                                    good.status(),
                                    good.fields().stream()
                                            .filter(field -> !field.is(name))
                                            .toList(),
                                    "")
                            .with(name, value);
                },
                GOOD);
    }

    /** The right service, which serves every method. */
    private static Given every(Asked asked) {
        Given given = GOOD.apply(asked);
        return asked.preflight()
                ? given.with("Access-Control-Allow-Methods", "PUT, DELETE, PATCH")
                : given;
    }

    private static boolean anonymous(Asked asked) {
        return !asked.fields().has("Cookie");
    }

    static Stream<Arguments> faults() {
        CorsBench usual = CorsBench.usual();
        CorsBench plain = usual.saying(PLAIN);
        return Stream.of(
                fault("cors.reflected-origin", usual, ALL),
                fault("cors.reflected-origin", usual.silent(), ALL),
                fault("cors.reflected-origin", plain, ALL.credentials("")),
                fault(
                        "cors.reflected-origin",
                        usual.saying(new CorsRules(List.of("*"), false)),
                        ALL),
                fault(
                        "cors.null-origin",
                        usual,
                        letting(origin -> origin.equals(APP) || origin.equals("null"))),
                fault("cors.prefix-match", usual, letting(origin -> origin.startsWith(APP))),
                fault("cors.prefix-match", usual, matching("https://app\\.example\\.com\\b.*")),
                fault(
                        "cors.suffix-match",
                        usual,
                        letting(origin -> origin.endsWith("app.example.com"))),
                fault(
                        "cors.suffix-match",
                        usual,
                        letting(origin -> origin.endsWith("example.com"))),
                fault("cors.unescaped-dot", usual, matching("https://app.example.com")),
                fault("cors.unescaped-dot", usual, matching("https://app.example\\.com")),
                fault("cors.subdomain", usual, matching("https://(.+\\.)?app\\.example\\.com")),
                fault("cors.subdomain", usual, matching("https://[a-z.]+\\.example\\.com")),
                fault("cors.insecure-origin", usual, matching("https?://app\\.example\\.com")),
                fault("cors.port-ignored", usual, matching("https://app\\.example\\.com(:\\d+)?")),
                fault("cors.case", usual, letting(APP::equalsIgnoreCase)),
                fault("cors.userinfo", usual, matching("https://app\\.example\\.com(@.*)?")),
                fault(
                        "cors.localhost",
                        usual,
                        matching("https://app\\.example\\.com|http://localhost:\\d+")),
                fault(
                        "cors.localhost",
                        usual,
                        letting(origin -> Set.of(APP, "http://127.0.0.1:3000").contains(origin))),
                fault(
                        "cors.third-party",
                        usual,
                        letting(origin -> Set.of(APP, "https://jsbin.com").contains(origin))),
                fault(
                        "cors.localhost",
                        usual,
                        letting(origin -> Set.of(APP, "http://localhost:5173").contains(origin))),
                fault(
                        "cors.third-party",
                        usual,
                        letting(origin -> Set.of(APP, "https://codepen.io").contains(origin))),
                fault(
                        "cors.third-party",
                        usual,
                        matching("https://app\\.example\\.com|https://[a-z]+\\.github\\.io")),
                fault(
                        "cors.special-characters",
                        usual,
                        matching("https://app\\.example\\.com([_`].*)?")),
                fault(
                        "cors.special-characters",
                        usual,
                        matching("https://app\\.example\\.com([^A-Za-z0-9.:@_`-].*)?")),
                fault("cors.wildcard", plain, CorsService.always(sharing("*"))),
                fault("cors.wildcard", usual, CorsService.always(sharing("*"))),
                fault(
                        "cors.wildcard-credentials",
                        usual.silent(),
                        CorsService.always(credentialed("*"))),
                fault("cors.wildcard-credentials", usual, CorsService.always(credentialed("*"))),
                fault("cors.credentials", plain, GOOD),
                fault("cors.credentials", usual, GOOD.credentials("True")),
                fault(
                        "cors.credentials",
                        usual.silent(),
                        letting("https://shop.example.com"::equals).credentials("1")),
                fault(
                        "cors.several-values",
                        usual,
                        CorsService.always(
                                credentialed(APP)
                                        .with("Access-Control-Allow-Origin", "https://b.test"))),
                fault(
                        "cors.several-values",
                        usual,
                        CorsService.always(credentialed(APP + ", https://b.test"))),
                fault(
                        "cors.several-values",
                        usual.silent(),
                        CorsService.always(sharing(APP + " https://b.test"))),
                fault(
                        "cors.several-values",
                        usual,
                        letting(origin -> List.of(origin.split("[, ]+")).contains(APP))),
                fault(
                        "cors.invalid-value",
                        usual,
                        CorsService.always(credentialed("https://*.example.com"))),
                fault("cors.vary-origin", usual, GOOD.silent()),
                fault(
                        "cors.vary-origin",
                        usual,
                        where(asked -> asked.origin().isEmpty(), GOOD.silent(), GOOD)),
                fault("cors.max-age", usual, preflights("Access-Control-Max-Age", "31536000")),
                fault("cors.max-age", usual, preflights("Access-Control-Max-Age", "1 day")),
                fault("cors.preflight", usual, preflights("Access-Control-Allow-Methods", "*")),
                fault("cors.preflight", usual, preflights("Access-Control-Allow-Headers", "*")),
                fault("cors.allowed-origin-refused", usual, letting(origin -> false)),
                fault("cors.allowed-origin-refused", usual, GOOD.credentials("")),
                fault(
                        "cors.allowed-origin-refused",
                        usual,
                        letting("https://other.example.com"::equals)),
                fault(
                        "cors.allowed-origin-refused",
                        usual.answering("GET", "PUT"),
                        where(Asked::preflight, CorsService.always(Given.of(404, "")), GOOD)),
                fault("cors.allowed-origin-refused", usual.answering("GET", "PUT"), GOOD),
                fault(
                        "cors.allowed-origin-refused",
                        usual.answering("GET", "PUT"),
                        where(
                                Asked::preflight,
                                asked ->
                                        GOOD.credentials("")
                                                .apply(asked)
                                                .with("Access-Control-Allow-Methods", "PUT"),
                                GOOD)),
                fault(
                        "cors.error-page",
                        usual,
                        where(asked -> asked.path().startsWith("/data/"), ALL, GOOD)),
                fault("cors.reflected-origin", usual, where(Asked::preflight, ALL, GOOD)),
                fault("cors.reflected-origin", usual, where(asked -> !anonymous(asked), ALL, GOOD)),
                fault("cors.reflected-origin", usual, where(CorsFaultsTest::anonymous, ALL, GOOD)),
                fault(
                        "cors.reflected-origin",
                        usual.answering("GET", "POST"),
                        where(asked -> asked.method().equals("POST"), ALL, GOOD)),
                fault(
                        "cors.reflected-origin",
                        usual.answering("POST"),
                        where(asked -> asked.method().equals("POST"), ALL, GOOD)),
                fault(
                        "cors.prefix-match",
                        usual.answering("POST"),
                        letting(origin -> origin.startsWith(APP))),
                fault(
                        "cors.null-origin",
                        usual,
                        where(Asked::preflight, letting(Set.of(APP, "null")::contains), GOOD)),
                fault(
                        "cors.prefix-match",
                        usual,
                        where(Asked::preflight, letting(each -> each.startsWith(APP)), GOOD)),
                fault(
                        "cors.suffix-match",
                        usual,
                        where(
                                Asked::preflight,
                                letting(each -> each.endsWith("app.example.com")),
                                GOOD)),
                fault(
                        "cors.reflected-origin",
                        usual.answering("GET", "PUT", "DELETE"),
                        asked ->
                                asked.has("Access-Control-Request-Method", "DELETE")
                                        ? ALL.apply(asked)
                                        : every(asked)),
                fault(
                        "cors.null-origin",
                        usual.answering("GET", "POST"),
                        where(
                                asked -> asked.method().equals("POST"),
                                letting(Set.of(APP, "null")::contains),
                                GOOD)),
                fault(
                        "cors.prefix-match",
                        usual.answering("GET", "POST"),
                        where(
                                asked -> asked.method().equals("POST"),
                                letting(each -> each.startsWith(APP)),
                                GOOD)));
    }

    private static Arguments fault(String id, CorsBench bench, Function<Asked, Given> service) {
        return Arguments.of(id, bench, service);
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("faults")
    void findsTheFaultAndNothingElse(String id, CorsBench bench, Function<Asked, Given> service)
            throws InterruptedException {
        CorsBench.Run run = bench.run(service);

        assertEquals(Set.of(id), run.failed());
        assertEquals(Set.of(), run.unknown());
        assertTrue(run.asked().size() <= Questions.MOST, () -> run.asked().size() + " requests");
    }

    @Test
    void namesBothEndsOfAComparisonThatLooksForAPart() throws InterruptedException {
        CorsBench.Run run =
                CorsBench.usual().run(letting(origin -> origin.contains("app.example.com")));

        assertEquals(Set.of("cors.prefix-match", "cors.suffix-match"), run.failed());
    }

    @Test
    void isMilderWithoutCredentials() throws InterruptedException {
        CorsBench bench = CorsBench.usual().saying(PLAIN);
        CorsBench.Run with = CorsBench.usual().run(ALL);
        CorsBench.Run without = bench.run(ALL.credentials(""));

        assertEquals(
                Severity.HIGH,
                with.only("cors.reflected-origin", Outcome.FAIL).finding().severity());
        assertEquals(
                Severity.MEDIUM,
                without.only("cors.reflected-origin", Outcome.FAIL).finding().severity());
    }

    @Test
    void saysWhereAnOriginWasReflected() throws InterruptedException {
        CorsBench.Run run = CorsBench.usual().run(where(Asked::preflight, ALL, GOOD));

        assertEquals("OPTIONS /data", run.only("cors.reflected-origin", Outcome.FAIL).subject());
        assertEquals("GET /data", run.only("cors.reflected-origin", Outcome.PASS).subject());
        assertEquals(
                "Origin https://evil.test was echoed with Access-Control-Allow-Credentials: true"
                        + " (preflight for GET)",
                run.only("cors.reflected-origin", Outcome.FAIL).finding().message());
    }

    @Test
    void looksAtTheHostsOfOtherAllowedOriginsToo() throws InterruptedException {
        CorsRules two = new CorsRules(List.of(APP, "https://shop.example.org"), true);
        CorsBench.Run run =
                CorsBench.usual()
                        .saying(two)
                        .run(
                                letting(origin ->
                                        origin.equals(APP)
                                                || origin.startsWith("https://shop.example.org")));

        assertEquals(Set.of("cors.prefix-match"), run.failed());
    }

    /** One comparison guards all of a service, whatever the policy says of each route. */
    @Test
    void triesWhatAnotherRouteAllowsOnARouteWithoutWord() throws InterruptedException {
        CorsBench.Run run =
                CorsBench.usual()
                        .silent()
                        .beside(CorsBench.LIST, letting(origin -> origin.startsWith(APP)));
        assertTrue(run.failed().contains("cors.prefix-match"), run.failed()::toString);

        CorsBench.Run right = CorsBench.usual().silent().beside(CorsBench.LIST, GOOD);
        assertEquals(Set.of(), right.failed());
    }
}
