package dev.holdfast.probes.csp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Observation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser makes of a page beside its policies: its type, nonces, caches and scripts. */
final class CspPageTest extends ServedPages {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "base64 of 0000000000000%03d",
                "base64 of %03d0000000000000",
                "base64 of 1764460800%03d-session",
                "base64 of session-secret-%03d",
                "10000000%03d0000000000000000"
            })
    void seesANonceThatCounts(String form) throws InterruptedException {
        String bare = form.replace("base64 of ", "");
        boolean encoded = form.startsWith("base64 of ");
        assertEquals(
                Set.of("csp.nonce-repeated"),
                failures(
                        time -> {
                            byte[] text =
                                    bare.formatted(98 + time).getBytes(StandardCharsets.UTF_8);
                            return encoded
                                    ? Base64.getEncoder().encodeToString(text)
                                    : new String(text, StandardCharsets.UTF_8);
                        },
                        Map.of()));
    }

    @Test
    void takesNoRandomNonceForACounter() throws InterruptedException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        assertEquals(Set.of(), failures(_ -> random(random), Map.of()));
    }

    private static String random(RandomGenerator random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Expires: Fri, 01 Jan 2038 00:00:00 GMT",
                "X-Cache: MISS, HIT",
                "X-Cache: Hit from cloudfront",
                "CF-Cache-Status: HIT",
                "Cache-Status: edge; hit; ttl=5",
                "CDN-Cache-Control: max-age=600",
                "Cache-Control: max-age=600, private=\"x-foo\"",
                "Cache-Control: max-age=600, no-cache=\"set-cookie, x-foo\"",
                "Age: 7"
            })
    void seesANonceThatCachesGiveAway(String line) throws InterruptedException {
        String[] parts = line.split(": ", 2);
        assertEquals(
                Set.of("csp.nonce-cached"),
                failures(ServedPages::nonce, Map.of(parts[0], parts[1])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Expires: 0",
                "Expires: Thu, 19 Nov 1981 08:52:00 GMT",
                "X-Cache: MISS, MISS",
                "X-Cache: hit-for-pass",
                "CF-Cache-Status: DYNAMIC",
                "Cache-Status: edge; fwd=miss",
                "CDN-Cache-Control: no-store",
                "Cache-Control: private, max-age=600",
                "Cache-Control: no-cache, max-age=600",
                "Cache-Control: max-age=0, must-revalidate",
                "Age: 0"
            })
    void takesNoWordOfACacheForKeeping(String line) throws InterruptedException {
        String[] parts = line.split(": ", 2);
        assertEquals(Set.of(), failures(ServedPages::nonce, Map.of(parts[0], parts[1])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain, text/html",
                "Text/HTML;charset=\"a,b\"",
                "image/svg+xml",
                "text/xml",
                "application/xml; charset=utf-8",
                "*/*",
                "nonsense"
            })
    void judgesWhateverABrowserRunsScriptsIn(String type) throws InterruptedException {
        assertEquals(
                Set.of("csp.missing"),
                failures(new Page(200, Map.of("Content-Type", type), "<!doctype html><p>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/html, text/plain",
                "application/json",
                "application/rss+xml",
                "image/png"
            })
    void judgesNothingThatABrowserRunsNoScriptIn(String type) throws InterruptedException {
        serve("/", _ -> new Page(200, Map.of("Content-Type", type), "<!doctype html><p>"));
        List<Observation> seen = probe(Route.of("/", RouteClass.PAGE));
        assertEquals(Set.of("csp.missing"), ids(seen, "/", Outcome.NOT_APPLICABLE));
    }

    @Test
    void takesTheLastOfTwoTypes() {
        assertEquals(
                Optional.of("text/html"), DocumentKind.type(List.of("text/plain", "text/html")));
        assertEquals(Optional.of("text/html"), DocumentKind.type(List.of("text/html", "x")));
        assertEquals(Optional.empty(), DocumentKind.type(List.of()));
    }

    @Test
    void looksAtWhatHasNoTypeUnlessItMustNot() throws InterruptedException {
        assertEquals(
                Set.of("csp.missing"),
                failures(new Page(200, Map.of(), " \n<HTML><script>1</script>")));
        serve("/data", _ -> new Page(200, Map.of(), "\uFEFF<html>"));
        serve("/kept", _ -> new Page(200, Map.of("X-Content-Type-Options", "nosniff"), "<html>"));
        List<Observation> seen =
                probe(Route.of("/data", RouteClass.PAGE), Route.of("/kept", RouteClass.PAGE));
        assertEquals(Set.of(), ids(seen, "/data", Outcome.FAIL));
        assertEquals(Set.of("csp.missing"), ids(seen, "/kept", Outcome.NOT_APPLICABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<head><noscript>%s</noscript></head>",
                "<head><noscript><title>x</title>%s</noscript></head>",
                "<head><template>%s</template></head>",
                "<head></head><body>%s",
                "<head><noscript></head><body>%s</noscript>",
                "<title>%s</title>"
            })
    void takesNoPolicyThatABrowserWithScriptsDoesNotSee(String form) throws InterruptedException {
        assertEquals(
                Set.of("csp.missing"),
                failures(new Page(200, Map.of("Content-Type", "text/html"), form.formatted(META))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<head>%s</head>",
                "%s<p>",
                "<head><noscript><!-- </noscript>%s<!-- --></head>",
                "<!-- <noscript> --><head>%s</head>",
                "<head title='<noscript>'>%s</head>",
                "<head><script>'<noscript>'</script>%s</head>"
            })
    void takesEveryPolicyThatABrowserWithScriptsSees(String form) throws InterruptedException {
        assertEquals(
                Set.of(),
                failures(new Page(200, Map.of("Content-Type", "text/html"), form.formatted(META))));
    }

    private static final String META =
            "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\">";

    private Set<String> based(String policy, String form) throws InterruptedException {
        serve("/", time -> Page.of(policy.formatted(nonce(time)), form.formatted(nonce(time))));
        return ids(probe(Route.of("/", RouteClass.PAGE)), "/", Outcome.FAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<head><template><base href=/></template></head><body><script nonce=%s"
                        + " src=js/app.js></script>",
                "<body><script type=module nonce=%s>import './app.js'</script>",
                "<body><script type=module nonce=%s>import {a, b} from \"/app.js\"</script>",
                "<body><script type=module nonce=%s>export * from '../app.js'</script>",
                "<body><script nonce=%s>if (x) import('./app.js')</script>"
            })
    void seesScriptsThatABaseElementTakesOver(String form) throws InterruptedException {
        assertEquals(Set.of("csp.base-uri"), based("script-src 'nonce-%s'", form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<head><base href=/></head><body><script nonce=%s src=js/app.js></script>",
                "<head><script type=module nonce=%s>import './app.js'</script></head>",
                "<body><script type=module nonce=%s>import 'https://a.test/app.js'</script>",
                "<body><script type=module nonce=%s>// import './app.js'\nstart()</script>",
                "<body><script nonce=%s>/* import('./a.js') */ say('./important')</script>",
                "<body><noscript><script nonce=%s src=js/app.js></script></noscript>",
                "<body><script nonce=%s>var s=document.createElement('script');"
                        + "s.src='js/x.js'</script>"
            })
    void seesScriptsThatNoBaseElementTakesOver(String form) throws InterruptedException {
        assertEquals(Set.of(), based("script-src 'nonce-%s'", form));
    }

    @Test
    void seesALoaderOfARelativeScript() throws InterruptedException {
        assertEquals(
                Set.of("csp.base-uri"),
                based(
                        "script-src 'nonce-%s' 'strict-dynamic'",
                        "<body><script nonce=%s>var s=document.createElement('script');"
                                + "s.src='js/x.js';document.head.append(s)</script>"));
    }

    @Test
    void saysWhereALoaderCannotBeSeen() throws InterruptedException {
        serve(
                "/",
                time ->
                        Page.of(
                                "script-src 'nonce-" + nonce(time) + "' 'strict-dynamic'",
                                "<body><script nonce="
                                        + nonce(time)
                                        + ">var s=document.createElement('script');s.src=where()"
                                        + "</script>"));
        List<Observation> seen = probe(Route.of("/", RouteClass.PAGE));
        assertEquals(Set.of(), ids(seen, "/", Outcome.FAIL));
        assertTrue(
                seen.stream()
                        .anyMatch(each ->
                                each.finding().message().contains("does not show from where")));
    }
}
