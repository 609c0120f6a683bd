package dev.holdfast.probes.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.target.CallerIdentity;
import dev.holdfast.probes.target.Limits;
import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoutPermissionTest {
    private static Target target(boolean production) {
        return new Target(
                "test",
                "https",
                "shop.example.com",
                443,
                production ? "production" : "staging",
                production,
                Optional.empty(),
                Network.LOOPBACK,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Limits.USUAL,
                "owasp",
                Map.of(),
                Optional.empty(),
                Map.of("user-b", new CallerIdentity("user-b", "Cookie", "USER_B")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        Route.of("/logout", RouteClass.LOGOUT),
                        Route.of("/logouts", RouteClass.API)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/logout", "/logout?next=/", "/logout/no-such-path"})
    void logsNobodyOutByALook(String path) {
        for (boolean production : new boolean[] {false, true}) {
            for (boolean destructive : new boolean[] {false, true}) {
                Permission permission = new Permission(target(production), destructive);
                for (Request look :
                        List.of(
                                Request.get(path),
                                Request.passive("HEAD", path),
                                Request.of("POST", path, Intent.FORGED))) {
                    Request request = look.as("user-b");
                    Optional<String> refusal = permission.refusal(request);
                    assertTrue(
                            refusal.filter(words -> words.contains("log user-b out")).isPresent());
                }
            }
        }
    }

    @Test
    void letsNobodyInParticularLookAtALogout() {
        Permission permission = new Permission(target(true), false);

        assertEquals(Optional.empty(), permission.refusal(Request.get("/logout")));
        assertEquals(Optional.empty(), permission.refusal(Request.get("/logouts").as("user-b")));
    }

    @Test
    void endsASessionWhereThatIsMeantAndAllowed() {
        Request logout = Request.of("POST", "/logout", Intent.STATEFUL).as("user-b");

        assertEquals(Optional.empty(), new Permission(target(false), true).refusal(logout));
        assertTrue(new Permission(target(false), false).refusal(logout).isPresent());
    }
}
