package dev.holdfast.probes.cors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.probes.loopback.Sessions;
import dev.holdfast.probes.target.AccessRules;
import dev.holdfast.probes.target.CallerIdentity;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.wire.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static final CallerIdentity ADMIN = new CallerIdentity("admin", "Cookie", "A");
    private static final CallerIdentity BEARER = new CallerIdentity("user-a", "Authorization", "B");
    private static final CallerIdentity COOKIE = new CallerIdentity("user-b", "cookie", "C");
    private static final Route DATA = Route.of("/data", RouteClass.API);

    private static Target target(List<Route> routes, CallerIdentity... identities) {
        Map<String, CallerIdentity> all = new HashMap<>();
        for (CallerIdentity each : identities) {
            all.put(each.name(), each);
        }
        return Sessions.of(
                        request ->
                                new Reply.Unanswered(Reply.Reason.STOPPED, "nothing is sent here"),
                        Optional.empty(),
                        routes,
                        all)
                .target();
    }

    private static Route admin() {
        return new Route(
                "/admin",
                RouteClass.ADMIN,
                List.of("GET"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new AccessRules(List.of("admin"), List.of("user-a"), "customers")),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    @Test
    void isWhomThePolicyNamesForTheRoute() {
        Target target = target(List.of(admin()), ADMIN, BEARER, COOKIE);

        assertEquals(Optional.of(new Caller("admin", "cookie", true)), Caller.of(target, admin()));
    }

    @Test
    void isAUserWithACookieElsewhereAndNoAdministrator() {
        Target target = target(List.of(DATA, admin()), ADMIN, BEARER, COOKIE);

        assertEquals(Optional.of(new Caller("user-b", "cookie", false)), Caller.of(target, DATA));
    }

    @Test
    void isTheAdministratorWhenThereIsNobodyElse() {
        Target target = target(List.of(DATA, admin()), ADMIN);

        assertEquals(Optional.of(new Caller("admin", "cookie", false)), Caller.of(target, DATA));
    }

    @Test
    void isNobodyWithoutIdentities() {
        assertEquals(Optional.empty(), Caller.of(target(List.of(DATA)), DATA));
    }
}
