package dev.holdfast.probes.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuggesterTest {
    private static final String SITE = "https://shop.test";

    private static PageUse use(boolean nonce, boolean dynamic, Sighting... sightings) {
        return new PageUse(
                SITE, nonce, false, dynamic, List.of(sightings), List.of(), List.of(), List.of());
    }

    private static Sighting seen(String directive, String what, String... hashes) {
        return new Sighting(directive, what, List.of(hashes));
    }

    @Test
    void allowsNothingToAPageThatUsesNothing() {
        Suggestion suggestion = Suggester.suggest(use(false, false));

        assertEquals(
                "default-src 'none'; script-src 'none'; object-src 'none'; base-uri 'none';"
                        + " form-action 'none'",
                suggestion.text());
        assertEquals(List.of(), suggestion.weaknesses());
    }

    @Test
    void namesOriginsByDirectiveAndOwnOnesAsSelf() {
        Suggestion suggestion =
                Suggester.suggest(
                        use(
                                false,
                                false,
                                seen("img-src", SITE),
                                seen("img-src", "data:"),
                                seen("img-src", "https://cdn.test"),
                                seen("connect-src", "wss://live.test:8443"),
                                seen("script-src-elem", SITE)));

        assertEquals(
                "default-src 'none'; script-src 'self'; img-src 'self' data: https://cdn.test;"
                        + " connect-src wss://live.test:8443; object-src 'none'; base-uri 'none';"
                        + " form-action 'none'",
                suggestion.text());
    }

    @Test
    void allowsHandlersByHashOnlyAndSaysSo() {
        Suggestion suggestion =
                Suggester.suggest(
                        use(false, false, seen("script-src-attr", "inline", "sha256-aa=")));

        assertTrue(
                suggestion.text().contains("script-src-attr 'unsafe-hashes' 'sha256-aa='"),
                suggestion.text());
        assertTrue(suggestion.text().contains("script-src 'none'"), suggestion.text());
        assertEquals(1, suggestion.weaknesses().size());
    }

    @Test
    void neverAllowsScriptsFromDataAddresses() {
        Suggestion suggestion =
                Suggester.suggest(use(false, false, seen("script-src-elem", "data:")));

        assertTrue(suggestion.text().contains("script-src 'none'"), suggestion.text());
        assertEquals(1, suggestion.weaknesses().size());
    }

    @Test
    void keepsTheNonceAndTrustOfTheServer() {
        Suggestion suggestion = Suggester.suggest(use(true, true));

        assertTrue(
                suggestion.with("abc").contains("script-src 'nonce-abc' 'strict-dynamic';"),
                suggestion.text());
    }

    @Test
    void hashesAsTheSpecificationsExampleDoes() {
        // CSP3, section 2.3.1 and its example for alert('Hello, world.');
        assertEquals(
                "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=",
                Hashes.of("alert('Hello, world.');"));
    }

    @Test
    void takesPoliciesApart() {
        List<String> values =
                List.of(
                        "Script-SRC 'NONCE-abc' ;; img-src *; script-src x, sandbox",
                        "frame-ancestors 'self'; report-uri /r; frame-ancestors *");

        assertEquals(
                List.of(
                        Map.of("script-src", "'NONCE-abc'", "img-src", "*"),
                        Map.of("sandbox", ""),
                        Map.of("frame-ancestors", "'self'", "report-uri", "/r")),
                PolicyText.parse(values));
        assertEquals(List.of("abc"), PolicyText.nonces(values));
        assertEquals(
                List.of("sandbox", "frame-ancestors 'self'", "report-uri /r"),
                PolicyText.kept(values));
    }
}
