package dev.holdfast.probes.maintenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.MaintenanceRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.testing.Answers;
import dev.holdfast.probes.testing.MovingClock;
import dev.holdfast.probes.testing.Service;
import dev.holdfast.probes.testing.Sight;
import dev.holdfast.probes.testing.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaintenanceProbeTest {
    private final MovingClock clock = new MovingClock();

    @Test
    void findsNothingWhileTheSwitchIsOn() throws Exception {
        Sight sight = probe(asked -> asked.path().equals("/health") ? ok() : down());
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
        assertEquals(
                Set.of(
                        "maintenance.no-store",
                        "maintenance.not-down",
                        "maintenance.not-up",
                        "maintenance.retry-after",
                        "maintenance.webhook-lost"),
                sight.ids(Outcome.PASS));
    }

    @Test
    void judgesNothingWhileTheSwitchIsOff() throws Exception {
        Sight sight = probe(asked -> ok());
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.PASS), sight.toString());
        assertTrue(
                sight.of("maintenance.not-down")
                        .getFirst()
                        .finding()
                        .message()
                        .contains("the switch seems to be off"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 500, 404})
    void findsRouteThatIsNotSwitchedOff(int status) throws Exception {
        Sight sight =
                probe(asked ->
                        switch (asked.path()) {
                            case "/health" -> ok();
                            case "/api/me" -> Answers.of(status, "still here");
                            default -> down();
                        });
        assertEquals(Set.of("maintenance.not-down"), sight.ids(Outcome.FAIL), sight.toString());
    }

    @Test
    void findsHealthThatIsDownToo() throws Exception {
        Sight sight = probe(asked -> down());
        assertEquals(Set.of("maintenance.not-up"), sight.ids(Outcome.FAIL), sight.toString());
    }

    @Test
    void findsLostWebhooksAndTakesTooManyForRetryable() throws Exception {
        for (int status : new int[] {200, 400, 401, 410}) {
            Sight sight = hook(Answers.of(status, ""));
            assertEquals(Set.of("maintenance.webhook-lost"), sight.ids(Outcome.FAIL));
        }
        assertEquals(Set.of(), hook(Answers.of(429, "")).ids(Outcome.FAIL));
    }

    @Test
    void findsWhatTheRefusalDoesNotSay() throws Exception {
        Response bare = Answers.of(503, "back soon");
        Response stored = Answers.with(bare, "Retry-After", "120");
        Response unread = Answers.with(bare, "Cache-Control", "no-store");
        assertEquals(Set.of("maintenance.no-store", "maintenance.retry-after"), failing(bare));
        assertEquals(Set.of("maintenance.no-store"), failing(stored));
        assertEquals(Set.of("maintenance.retry-after"), failing(unread));
        assertEquals(
                Set.of("maintenance.retry-after"),
                failing(Answers.with(unread, "Retry-After", "-1")));
        for (String now : List.of("0", "Sun, 29 Nov 2026 11:00:00 GMT")) {
            assertEquals(
                    Set.of("maintenance.retry-after"),
                    failing(Answers.with(unread, "Retry-After", now)));
        }
        assertEquals(
                Set.of(),
                failing(Answers.with(unread, "Retry-After", "Sun, 29 Nov 2026 14:00:00 GMT")));
    }

    @Test
    void findsAnOrderThatIsStillTaken() throws Exception {
        Sight sight = orders(new Trial(clock), Answers.of(201, "placed"));
        assertEquals(Set.of("maintenance.not-down"), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), orders(new Trial(clock), down()).ids(Outcome.FAIL));
    }

    @Test
    void placesNoOrderInProduction() throws Exception {
        Sight sight = orders(new Trial(clock).production().harmless(), Answers.of(201, "placed"));
        assertTrue(sight.asked().stream().allMatch(each -> each.method().equals("GET")));
        assertEquals(Set.of("maintenance.not-down"), sight.ids(Outcome.NOT_APPLICABLE));
    }

    @Test
    void namesAClassWithoutARoute() throws Exception {
        Sight sight =
                new Trial(clock)
                        .maintenance(
                                new MaintenanceRules(
                                        Set.of(RouteClass.API, RouteClass.ADMIN),
                                        Set.of(RouteClass.PAGE)))
                        .route(Route.of("/api/me", RouteClass.API))
                        .run(new MaintenanceProbe(), asked -> down());
        assertEquals(
                Set.of("maintenance.not-down", "maintenance.not-up"),
                sight.ids(Outcome.NOT_APPLICABLE));
        assertTrue(
                sight.one("maintenance.not-up").finding().message().contains("maintenance.up"),
                sight.toString());
    }

    private Sight orders(Trial trial, Response toPost) throws Exception {
        Route route =
                new Route(
                        "/api/orders",
                        RouteClass.API,
                        List.of("GET", "POST"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "");
        return trial.maintenance(new MaintenanceRules(Set.of(RouteClass.API), Set.of()))
                .route(route)
                .run(
                        new MaintenanceProbe(),
                        asked -> asked.method().equals("POST") ? toPost : down());
    }

    @Test
    void namesMissingKey() throws Exception {
        Sight sight = new Trial(clock).run(new MaintenanceProbe(), asked -> ok());
        assertTrue(sight.one("maintenance.not-down").finding().message().contains(".maintenance"));
        assertEquals(Set.of("maintenance.not-down"), sight.ids(Outcome.NOT_APPLICABLE));
    }

    private Set<String> failing(Response down) throws Exception {
        return probe(asked -> asked.path().equals("/health") ? ok() : down).ids(Outcome.FAIL);
    }

    private Sight hook(Response answer) throws Exception {
        return probe(asked ->
                switch (asked.path()) {
                    case "/health" -> ok();
                    case "/hook" -> answer;
                    default -> down();
                });
    }

    private Sight probe(Service service) throws Exception {
        return new Trial(clock)
                .maintenance(
                        new MaintenanceRules(
                                Set.of(RouteClass.PAGE, RouteClass.API, RouteClass.WEBHOOK),
                                Set.of(RouteClass.HEALTH)))
                .route(Route.of("/", RouteClass.PAGE))
                .route(Route.of("/api/me", RouteClass.API))
                .route(Route.of("/hook", RouteClass.WEBHOOK))
                .route(Route.of("/health", RouteClass.HEALTH))
                .run(new MaintenanceProbe(), service);
    }

    private static Response ok() {
        return Answers.of(200, "fine");
    }

    private static Response down() {
        return Answers.with(
                Answers.with(Answers.of(503, "back soon"), "Retry-After", "120"),
                "Cache-Control",
                "no-store");
    }
}
