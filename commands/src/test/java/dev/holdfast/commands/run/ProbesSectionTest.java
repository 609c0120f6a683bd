package dev.holdfast.commands.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.policy.Policy;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.ProjectFinder;
import dev.holdfast.probes.target.CorsRules;
import dev.holdfast.probes.target.HostPort;
import dev.holdfast.probes.target.Limits;
import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.target.TargetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProbesSectionTest {
    private static final String WHOLE =
            """
            apiVersion: holdfast/v1
            probes:
              targets:
                staging:
                  url: https://staging.example.com
                  environment: staging
                  owner: web-team
                  network: loopback
                  connect: 127.0.0.1:8443
                  destructive: true
                  limits: {rate: 3, burst: 7}
                  cors: {origins: [https://app.example.com], credentials: true}
                  identities:
                    admin:  {header: Authorization, env: ADMIN_TOKEN}
                    user-a: {header: Authorization, env: USER_A_TOKEN}
                    user-b: {header: Cookie, env: USER_B_COOKIE}
                  maintenance: {down: [page, api], up: [health]}
                  honeypot: {paths: [/wp-login.php], effect: /test/alerts, ban: 403}
                  routes:
                    - {path: /, class: page}
                    - path: /webhooks/stripe
                      class: webhook
                      methods: [POST]
                      webhook: {scheme: stripe, secret: {env: WEBHOOK_SECRET}, tolerance: 300, effect: '/test/effects/${event}'}
                    - path: /api/me
                      class: api
                      jwt: {issuer: 'https://idp.example.com', audience: shop-api, alg: RS256, key: {env: JWT_PRIVATE_KEY}, claims: {sub: probe, level: 3, beta: true}, canary: account of probe}
                    - {path: /admin/users, class: admin, methods: [GET, POST], access: {allow: [admin], deny: [anonymous, user-a], canary: all customers}}
                    - {path: /api/search, class: api, ratelimit: {requests: 5, window: 60}}
                    - {path: /login, class: login, cookies: {__Host-session: {secure: true, httpOnly: true, sameSite: Lax, maxAge: 3600}}}
                    - {path: /api/orders/1001, class: api, isolation: {owner: user-a, others: [user-b, anonymous], canary: order of A}}
                    - {path: /health, class: health, cors: {origins: ['*']}, headers: {Server: {absent: true}}}
            """;

    @TempDir private Path folder;

    private Policy policy(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("holdfast.yaml"), text);
        return Capabilities.policyReader().read(ProjectFinder.find(List.of(folder), folder), file);
    }

    private Target target(String text) throws IOException {
        return TargetReader.read(policy(text), folder, "staging");
    }

    @Test
    void readsTheWholeForm() throws IOException {
        Target target = target(WHOLE);

        assertEquals("https://staging.example.com", target.origin());
        assertEquals(443, target.port());
        assertFalse(target.production());
        assertEquals(Optional.of("web-team"), target.owner());
        assertEquals(Network.LOOPBACK, target.network());
        assertEquals(Optional.of(new HostPort("127.0.0.1", 8443)), target.connect());
        assertTrue(target.destructive());
        assertEquals(new Limits(3, 7), target.limits());
        assertEquals(
                Optional.of(new CorsRules(List.of("https://app.example.com"), true)),
                target.cors());
        assertEquals("USER_B_COOKIE", target.identities().get("user-b").variable());
        assertEquals(
                Set.of(RouteClass.PAGE, RouteClass.API), target.maintenance().orElseThrow().down());
        assertEquals(Optional.of(403), target.honeypot().orElseThrow().ban());

        List<Route> routes = target.routes();
        assertEquals(8, routes.size());
        assertEquals(
                Optional.of("/test/effects/${event}"),
                routes.get(1).webhook().orElseThrow().effect());
        assertEquals(
                Map.of("sub", "probe", "level", 3L, "beta", true),
                routes.get(2).jwt().orElseThrow().claims());
        assertEquals(List.of("anonymous", "user-a"), routes.get(3).access().orElseThrow().deny());
        assertEquals(5, routes.get(4).rateLimit().orElseThrow().requests());
        assertEquals(Optional.of(3600), routes.get(5).cookies().get("__Host-session").maxAge());
        assertEquals("user-a", routes.get(6).isolation().orElseThrow().owner());
        assertEquals(List.of("*"), target.cors(routes.get(7)).orElseThrow().origins());
        assertTrue(routes.get(7).headers().getFirst().absent());
        assertEquals(List.of("GET"), routes.get(0).methods());
    }

    @Test
    void takesEveryLabelThatItDoesNotKnowForProduction() throws IOException {
        String text = WHOLE.replace("environment: staging", "environment: blue");
        assertTrue(target(text).production());
        assertTrue(target(WHOLE.replace("      environment: staging\n", "")).production());
        assertFalse(target(text.replace("blue", "Test")).production());
    }

    @Test
    void refusesAnAddressAsATarget() throws IOException {
        Policy policy = policy(WHOLE);
        UserProblem problem =
                assertThrows(
                        UserProblem.class,
                        () -> TargetReader.read(policy, folder, "https://user:word@evil.test"));
        assertTrue(problem.what().contains("no address"), problem.what());
        assertFalse(problem.what().contains("word"), problem.what());
    }

    @Test
    void refusesAnIdentityThatIsNotThere() throws IOException {
        UserProblem problem =
                assertThrows(
                        UserProblem.class,
                        () -> target(WHOLE.replace("allow: [admin]", "allow: [boss]")));
        assertTrue(problem.what().contains("holdfast.yaml:28:"), problem.what());
        assertTrue(problem.what().contains("'boss'"), problem.what());
    }

    @Test
    void refusesNameOfFieldThatEveryRequestHas() throws IOException {
        for (String name : List.of("Host", "user-agent", "Content-Length", "X-Probe-Id", "'X Y'")) {
            for (String key :
                    List.of(
                            "jwt: {alg: RS256, key: {env: KEY}, canary: account of probe, ",
                            "webhook: {scheme: hmac, secret: {env: KEY}, ")) {
                String text =
                        WHOLE
                                + "        - {path: /x, class: api, "
                                + key
                                + "header: "
                                + name
                                + "}}\n";
                UserProblem wrong = assertThrows(UserProblem.class, () -> target(text));
                assertTrue(wrong.what().contains("holdfast.yaml:33:"), wrong.what());
            }
        }
        UserProblem wrong =
                assertThrows(
                        UserProblem.class,
                        () ->
                                target(
                                        WHOLE.replace(
                                                "user-b: {header: Cookie",
                                                "user-b: {header: Host")));
        assertTrue(wrong.what().contains("holdfast.yaml:16:"), wrong.what());
        assertEquals(
                Optional.of("X-Sig"),
                target(
                                WHOLE
                                        + "        - {path: /x, class: api, webhook: {scheme: hmac,"
                                        + " secret: {env: KEY}, header: X-Sig}}\n")
                        .routes()
                        .getLast()
                        .webhook()
                        .orElseThrow()
                        .header());
    }

    @Test
    void refusesAnOwnerAmongTheOthers() {
        assertRefused("others: [user-b, anonymous]", "others: [user-b, user-a]", "'user-a' owns");
    }

    @Test
    void refusesAnIdentityThatIsBothAllowedAndDenied() {
        assertRefused("deny: [anonymous, user-a]", "deny: [admin]", "'admin' is in allow too");
    }

    @Test
    void refusesAnEmptyCanary() {
        for (String canary : List.of("account of probe", "all customers", "order of A")) {
            assertRefused("canary: " + canary, "canary: ''", "the canary is empty");
        }
    }

    private void assertRefused(String right, String wrong, String words) {
        UserProblem problem =
                assertThrows(UserProblem.class, () -> target(WHOLE.replace(right, wrong)), wrong);
        assertTrue(problem.what().contains("holdfast.yaml:"), problem.what());
        assertTrue(problem.what().contains(words), problem.what());
    }

    @Test
    void refusesAnAddressWithMoreThanAHost() {
        for (String url :
                List.of(
                        "https://staging.example.com/app",
                        "https://user:word@staging.example.com",
                        "ftp://staging.example.com",
                        "https://staging.example.com?x=1",
                        "https://staging.example.com:99999",
                        "staging.example.com")) {
            UserProblem problem =
                    assertThrows(
                            UserProblem.class,
                            () ->
                                    target(
                                            WHOLE.replace(
                                                    "https://staging.example.com\n", url + "\n")),
                            url);
            assertTrue(problem.what().contains("holdfast.yaml:5:"), problem.what());
            assertFalse(problem.what().contains("word"), problem.what());
        }
    }

    @Test
    void refusesAMisspeltKeyOfARoute() {
        UserProblem problem =
                assertThrows(
                        UserProblem.class, () -> policy(WHOLE.replace("ratelimit:", "rateLimit:")));
        assertTrue(problem.what().contains("did you mean 'ratelimit'"), problem.what());
    }

    @Test
    void refusesASecretInAHeaderThatIsNotItsOwn() {
        for (String header :
                List.of("Host", "user-agent", "CONTENT-LENGTH", "Transfer-Encoding", "Origin")) {
            UserProblem problem =
                    assertThrows(
                            UserProblem.class,
                            () ->
                                    target(
                                            WHOLE.replace(
                                                    "user-b: {header: Cookie",
                                                    "user-b: {header: " + header)));
            assertTrue(problem.what().contains("holdfast.yaml:16:"), problem.what());
        }
    }

    @Test
    void takesASecretInAHeaderOfTheServicesOwn() throws IOException {
        for (String header : List.of("Cookie", "X-Api-Key", "X-Host", "Connection-Token")) {
            target(WHOLE.replace("user-b: {header: Cookie", "user-b: {header: " + header));
        }
    }

    @Test
    void doesNotTakeNobodyForAnIdentity() {
        assertThrows(UserProblem.class, () -> target(WHOLE.replace("admin:  {", "anonymous:  {")));
    }
}
