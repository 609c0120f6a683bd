package dev.holdfast.probes.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One run of a real Chromium over a site with pages of every kind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserAuditTest {
    private Site site;
    private List<Observation> seen;

    @BeforeAll
    void runs() throws IOException, InterruptedException {
        Path browser = Browsers.here();
        site = new Site();
        Pages.all(site);
        List<Route> routes = new ArrayList<>();
        for (String path : Pages.PATHS) {
            routes.add(Route.of(path, RouteClass.PAGE));
        }
        routes.add(Route.of("/account", RouteClass.AUTHENTICATED));
        routes.add(Route.of("/missing", RouteClass.ERROR));
        routes.add(Route.of("/api", RouteClass.API));
        routes.add(Route.of("/goodbye", RouteClass.LOGOUT));
        seen = BrowserAudit.run(site.session(false, routes.toArray(Route[]::new)), browser);
    }

    @AfterAll
    void ends() {
        if (site != null) {
            site.close();
        }
    }

    private Finding finding(String path, String rule) {
        return seen.stream()
                .filter(each -> each.path().equals(path))
                .map(Observation::finding)
                .filter(each -> each.rule().id().toString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> kinds(Finding finding) {
        Set<String> kinds = new TreeSet<>();
        if (finding.properties().get("violations") instanceof List<?> violations) {
            for (Object each : violations) {
                if (each instanceof Map<?, ?> violation) {
                    kinds.add(violation.get("directive") + " " + violation.get("blocked"));
                }
            }
        }
        return kinds;
    }

    @Test
    void findsEveryPlantedViolation() {
        Finding finding = finding("/planted", "csp.browser-violations");

        assertEquals(Outcome.FAIL, finding.outcome());
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "base-uri https://evil.test/base/",
                                "connect-src https://evil.test/connect",
                                "connect-src wss://evil.test/socket",
                                "font-src https://evil.test/font.woff",
                                "form-action https://evil.test/form",
                                "frame-src https://evil.test",
                                "img-src https://evil.test/image.png",
                                "manifest-src https://evil.test/app.webmanifest",
                                "media-src https://evil.test/video.mp4",
                                "object-src https://evil.test",
                                "script-src eval",
                                "script-src wasm-eval",
                                "script-src-attr inline",
                                "script-src-elem https://evil.test/script.js",
                                "script-src-elem inline",
                                "style-src-attr inline",
                                "style-src-elem https://evil.test/style.css",
                                "style-src-elem inline",
                                "worker-src blob")),
                kinds(finding));
        // Inline in the page, made and gone, written, and the javascript: link; eval and Function.
        assertEquals(
                23, finding.properties().get("violations") instanceof List<?> all ? all.size() : 0);
    }

    @Test
    void suggestsWhatReplaysWithoutViolation() {
        Finding finding = finding("/planted", "csp.suggested-policy");

        assertEquals(0, finding.properties().get("left"));
        String policy = String.valueOf(finding.properties().get("policy"));
        assertTrue(policy.contains("img-src https://evil.test;"), policy);
        assertTrue(policy.contains("worker-src blob:"), policy);
        assertFalse(policy.contains("'unsafe-inline'"), policy);
        // What scripts of another origin would do was not seen, so nobody says that all is well.
        assertEquals(Outcome.UNKNOWN, finding.outcome());
        assertTrue(finding.message().contains("https://evil.test/script.js"), finding.message());
    }

    @Test
    void saysWhatIsWeakInASuggestion() {
        String weak =
                String.valueOf(
                        finding("/planted", "csp.suggested-policy").properties().get("weaknesses"));
        for (String word : List.of("unsafe-eval", "javascript:", "handlers", "style attributes")) {
            assertTrue(weak.contains(word), weak);
        }
    }

    @Test
    void passesACleanPageWithItsNonce() {
        Finding suggested = finding("/clean", "csp.suggested-policy");

        assertEquals(Outcome.PASS, finding("/clean", "csp.browser-violations").outcome());
        assertEquals(Outcome.PASS, suggested.outcome());
        assertEquals(
                "default-src 'none'; script-src 'nonce-{NONCE}'; img-src 'self'; connect-src"
                        + " 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                        + " frame-ancestors 'self'",
                suggested.properties().get("policy"));
    }

    @Test
    void obeysAndReplacesAPolicyInThePage() {
        Finding finding = finding("/meta", "csp.browser-violations");

        assertEquals(Outcome.FAIL, finding.outcome());
        assertTrue(kinds(finding).contains("script-src-attr inline"));
        assertEquals(Outcome.PASS, finding("/meta", "csp.suggested-policy").outcome());
    }

    @Test
    void saysThatItDidNotSeeForeignScriptsRun() {
        Finding finding = finding("/away", "csp.browser-violations");

        assertEquals(Outcome.UNKNOWN, finding.outcome());
        String notRequested = String.valueOf(finding.properties().get("notRequested"));
        assertTrue(notRequested.contains("GET https://cdn.test/lib.js: not on"), notRequested);
        assertTrue(notRequested.contains("GET https://img.test/a.png: not on"), notRequested);
        assertTrue(notRequested.contains("/order: only GET is asked"), notRequested);
        assertTrue(notRequested.contains("/goodbye: a route of class logout"), notRequested);
    }

    @Test
    void sendsNothingButGetAndReports() {
        assertTrue(
                site.asked().stream()
                        .allMatch(each -> each.startsWith("GET /") || each.equals("POST /reports")),
                site.asked().toString());
        assertFalse(site.asked().contains("GET /goodbye"));
    }

    @Test
    void keepsQueriesOutOfEveryMessage() {
        assertFalse(seen.toString().contains("s3cret"), seen.toString());
    }

    @Test
    void callsARedirectOrARefusalNoPage() {
        assertEquals(Outcome.UNKNOWN, finding("/moved", "csp.browser-not-run").outcome());
        assertEquals(
                "the route answers 302 and sends to /login, which is not its page",
                finding("/moved", "csp.browser-not-run").message());
        assertEquals(Outcome.UNKNOWN, finding("/refused", "csp.browser-not-run").outcome());
    }

    @Test
    void tellsWhatAReportOnlyPolicyWouldBlock() {
        Finding finding = finding("/watched", "csp.browser-violations");

        assertEquals(Outcome.FAIL, finding.outcome());
        assertEquals(Severity.LOW, finding.severity());
        assertTrue(finding.message().contains("would block inline"), finding.message());
    }

    @Test
    void usesHashesWhereANonceIsAlwaysTheSame() {
        Finding finding = finding("/watched", "csp.suggested-policy");

        assertEquals(Outcome.PASS, finding.outcome());
        assertFalse(
                String.valueOf(finding.properties().get("policy")).contains("nonce"),
                finding.toString());
        assertTrue(finding.message().contains("the same nonce twice"), finding.message());
    }

    @Test
    void deliversTheReportOfAPlantedViolation() {
        assertEquals(Outcome.PASS, finding("/planted", "csp.report-delivered").outcome());
        assertTrue(
                site.posted().stream()
                        .anyMatch(each ->
                                each.startsWith("application/csp-report /reports")
                                        && each.contains("holdfast-probe.invalid")),
                site.posted().toString());
    }

    @Test
    void sendsNoReportOutsideOfTheTarget() {
        assertEquals(Outcome.NOT_APPLICABLE, finding("/watched", "csp.report-delivered").outcome());
    }

    @Test
    void looksAtErrorPagesInASandbox() {
        assertEquals(Outcome.PASS, finding("/missing", "csp.browser-violations").outcome());
    }

    @Test
    void needsSomebodyToSeeAPageOfUsers() {
        Finding finding = finding("/account", "csp.browser-not-run");

        assertEquals(Outcome.NOT_APPLICABLE, finding.outcome());
        assertTrue(finding.message().contains("identity"), finding.message());
        assertTrue(seen.stream().noneMatch(each -> each.path().equals("/api")));
    }
}
