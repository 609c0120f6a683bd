package dev.holdfast.probes.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.verdict.Finding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'iat':1000000,'exp':1003600}|PASS",
                "{'iat':999990,'exp':1003590}|PASS",
                "{'exp':1000060}|PASS",
                "{'iat':1000000.25,'exp':1000300.75}|PASS",
                "{'iat':1000000,'exp':1008000}|FAIL",
                "{'exp':1008000}|FAIL",
                // It was issued in the future, as it says, and lives until long after now.
                "{'iat':316360000,'exp':316360300}|FAIL",
                "{'iat':1000000,'exp':316360000.5}|FAIL",
                "{'iat':-3600,'exp':9223372036854775807}|FAIL",
                "{'iat':1000000,'exp':1e300}|FAIL",
                "{'iat':1000000,'exp':99999999999999999999999}|FAIL",
                "{'sub':'probe'}|FAIL",
                "{'exp':'1000300'}|FAIL",
                "{'exp':null}|FAIL",
                // Nobody knows whether that is over or never ends.
                "{'iat':1000000,'exp':0}|UNKNOWN",
                "{'iat':1000000,'exp':1000000}|UNKNOWN",
                "no json|UNKNOWN"
            })
    void readsTheLifeOfSignedTokens(String claims, Outcome outcome) {
        Finding finding = life(jwt(claims.replace('\'', '"')), Optional.of(300.0));
        assertEquals(outcome, finding.outcome(), finding.message());
    }

    @ParameterizedTest
    @CsvSource({"300,PASS", "3600,PASS", "3600.9,PASS", "7200,FAIL", "0,UNKNOWN", "-1,UNKNOWN"})
    void believesWhatIsSaidOfOpaqueTokens(double told, Outcome outcome) {
        assertEquals(outcome, life("opaque-canary", Optional.of(told)).outcome());
        assertEquals(outcome, life("three.parts.opaque", Optional.of(told)).outcome());
    }

    @Test
    void doesNotBelieveWhatIsSaidBesideTokenWithoutEnd() {
        Finding finding = life(jwt("{\"iat\":1000000}"), Optional.of(300.0));
        assertEquals(Outcome.FAIL, finding.outcome());
        assertTrue(finding.message().contains("has no end"), finding.message());
    }

    @Test
    void cannotSeeTheLifeOfOpaqueTokens() {
        assertEquals(Outcome.UNKNOWN, life("opaque-canary", Optional.empty()).outcome());
    }

    private static String jwt(String claims) {
        return "e30."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }

    private static Finding life(String token, Optional<Double> told) {
        return Life.judge(TokensRuleSet.ACCESS_LIFE, "access token", token, told, 3_600, NOW);
    }
}
