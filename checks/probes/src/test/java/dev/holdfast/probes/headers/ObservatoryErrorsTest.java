package dev.holdfast.probes.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.recorded.CorsGlance;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The errors that were reproduced in HTTP Observatory, as far as they concern header fields: the
 * ones of policies (5 to 9) are held by the tests of the policies' engine.
 */
class ObservatoryErrorsTest {
    @Test
    void error1SeesReflectedOriginOfARealExchange() {
        assertTrue(fails(echo("GET"), "cors.reflected-origin"));
    }

    @Test
    void error2SeesReflectionOnGetAndNotOnlyOnOptions() {
        assertTrue(fails(echo("OPTIONS"), "cors.reflected-origin"));
        assertTrue(fails(echo("HEAD"), "cors.reflected-origin"));
    }

    @Test
    void error3RefusesMaxAgeThatIsNoNumberAndTakesWhiteSpace() {
        String id = "headers.strict-transport-security";
        String field = "Strict-Transport-Security";
        assertEquals(Outcome.FAIL, Answered.page().with(field, "max-age=abc").outcome(id));
        assertEquals(Outcome.PASS, Answered.page().with(field, "max-age = 31536000").outcome(id));
    }

    @Test
    void error4GivesNothingForFrameAncestorsOfEverybody() {
        for (String open : List.of("frame-ancestors *", "frame-ancestors https:")) {
            Answered page = Answered.page().with("Content-Security-Policy", open);
            assertEquals(Outcome.FAIL, page.outcome("headers.x-frame-options"), open);
        }
    }

    @Test
    void error7DropsFrameAncestorsWithForeignLetters() {
        Answered page =
                Answered.page()
                        .without("X-Frame-Options")
                        .with("Content-Security-Policy", "frame-ancestors ‘none’");
        assertEquals(Outcome.FAIL, page.outcome("headers.x-frame-options"));
    }

    @Test
    void error8IntersectsPoliciesInsteadOfMergingThem() {
        Answered page =
                Answered.page()
                        .without("X-Frame-Options")
                        .with("Content-Security-Policy", "frame-ancestors *")
                        .adding("Content-Security-Policy", "frame-ancestors 'self'");
        assertEquals(Outcome.PASS, page.outcome("headers.x-frame-options"));
    }

    @Test
    void error10JudgesErrorsPermissionsAndCaching() {
        Answered missing = Answered.page().as(RouteClass.ERROR).status(404);
        assertEquals(List.of(), missing.failing());
        assertFalse(
                missing.fields(Fields.NONE.with("Content-Type", "text/html")).failing().isEmpty());
        assertTrue(
                Answered.page()
                        .without("Permissions-Policy")
                        .failing()
                        .contains("headers.permissions-policy"));
        assertTrue(
                Answered.page()
                        .as(RouteClass.AUTHENTICATED)
                        .without("Cache-Control")
                        .failing()
                        .contains("headers.cache-control"));
    }

    private static boolean fails(Exchange exchange, String id) {
        for (Finding each : new CorsGlance(List.of()).judge(exchange)) {
            if (each.rule().id().value().equals(id) && each.outcome() == Outcome.FAIL) {
                return true;
            }
        }
        return false;
    }

    private static Exchange echo(String method) {
        return new Exchange(
                "https://api.example.com/",
                Request.passive(method, "/").with("Origin", "https://evil.test"),
                new Response(
                        200,
                        Fields.NONE
                                .with("Access-Control-Allow-Origin", "https://evil.test")
                                .with("Access-Control-Allow-Credentials", "true"),
                        Body.EMPTY),
                Instant.EPOCH);
    }
}
