package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AskingRulesTest {
    private static final Set<String> TRUSTED = Set.of("a.test");
    private static final AllowList ALL = ProviderSet.shipped().hosts();

    private static UserProblem refused(List<String> hosts, Map<String, String> endpoints) {
        return assertThrows(
                UserProblem.class, () -> new AskingRules(hosts, endpoints, 1, TRUSTED).check(ALL));
    }

    @Test
    void refusesToAskNobodyAndSaysWhoCanBeAsked() {
        String all = refused(List.of(), Map.of()).toString();
        assertTrue(all.contains("secrets.verify.hosts"), all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.githb.com", "evil.test", "*.com", "*.github.com", "github.com"})
    void refusesAHostThatIsNobodys(String host) {
        assertTrue(refused(List.of(host), Map.of()).getMessage().contains(host));
    }

    @Test
    void refusesAnEndpointOfAHostThatIsNobodys() {
        Map<String, String> endpoints = Map.of("evil.test", "https://a.test");
        assertTrue(
                refused(List.of("api.github.com"), endpoints)
                        .getMessage()
                        .contains("secrets.verify.endpoints"));
    }

    @Test
    void aProjectSendsNoKeyWhereNobodyElseAllowsIt() {
        Map<String, String> endpoints = Map.of("api.github.com", "https://evil.test/a.test");
        String refused = refused(List.of("api.github.com"), endpoints).getMessage();
        assertTrue(refused.contains("evil.test"), refused);
        assertDoesNotThrow(() ->
                new AskingRules(
                                List.of("api.github.com"),
                                Map.of("api.github.com", "https://a.test:8443/x"),
                                1,
                                TRUSTED)
                        .check(ALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.github.com", "*.myshopify.com", "acme.myshopify.com"})
    void takesAHostOfTheData(String host) {
        assertDoesNotThrow(() -> new AskingRules(List.of(host), Map.of(), 1, TRUSTED).check(ALL));
    }

    @Test
    void anEndpointTakesThePlaceOfTheHost() {
        Endpoints endpoints =
                new Endpoints(Map.of("api.github.com", "https://git.acme.test/api/v3/"));
        assertEquals("https://git.acme.test/api/v3", endpoints.of("api.github.com"));
        assertEquals("https://gitlab.com", endpoints.of("gitlab.com"));
    }
}
