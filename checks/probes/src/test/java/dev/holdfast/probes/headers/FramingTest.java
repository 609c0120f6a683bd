package dev.holdfast.probes.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may frame a page, by the engine that also judges the policies. */
class FramingTest {
    private static final String FRAMES = "headers.x-frame-options";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frame-ancestors ‘none’; frame-ancestors 'none'",
                "frame-ancestors 'none'\u007f",
                "frame-ancestors http://*:*/",
                "frame-ancestors https://*.com https://*.org *:8443",
                "frame-ancestors 'none' *",
                "frame-ancestors HTTPS:",
                "frame-ancestors *:8443",
                "frame-ancestors https://*:444",
                "frame-ancestors https://*.co.uk",
                // Each keeps somebody out; a .com on 8443 passes both.
                "frame-ancestors https://*.com:*, frame-ancestors *:8443"
            })
    void findsPageThatEverybodyMayFrame(String policy) {
        assertEquals(Outcome.FAIL, framed(policy), policy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frame-ancestors",
                "frame-ancestors 'none'",
                "frame-ancestors 'self'",
                "frame-ancestors 'self' https://partner.example.org",
                "frame-ancestors https://*.example.com",
                "frame-ancestors https://*.corp https://*.internal",
                "frame-ancestors *, frame-ancestors 'self'",
                "frame-ancestors https://*.com, frame-ancestors https://*.org",
                "frame-ancestors ’none’, frame-ancestors 'none'",
                // Of two directives the first counts.
                "frame-ancestors 'none'; frame-ancestors *"
            })
    void leavesGuardedPageAlone(String policy) {
        assertEquals(Outcome.PASS, framed(policy), policy);
    }

    private static Outcome framed(String policy) {
        return Answered.page()
                .without("X-Frame-Options")
                .with("Content-Security-Policy", policy)
                .outcome(FRAMES);
    }
}
