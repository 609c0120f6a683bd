package dev.holdfast.probes.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.headers.profile.Profile;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each header: good, missing, without effect. */
class HeadersJudgeTest {
    private static final String HSTS = "headers.strict-transport-security";
    private static final String FRAMES = "headers.x-frame-options";
    private static final String CACHE = "headers.cache-control";

    @Test
    void findsNothingWrongWithCorrectPageAndApi() {
        for (String profile : List.of("owasp", "asvs-l2")) {
            assertEquals(List.of(), Answered.page().by(profile).failing());
            assertEquals(List.of(), Answered.api().by(profile).failing());
        }
        assertEquals(
                List.of(),
                Answered.page().as(RouteClass.ERROR).status(404).by("asvs-l2").failing());
        assertEquals(List.of(), Answered.api().status(404).body("{}").failing());
    }

    @Test
    void tellsEachMissingHeaderOnceWithItsOwnId() {
        Map<String, String> fields =
                Map.of(
                        "Strict-Transport-Security", HSTS,
                        "X-Content-Type-Options", "headers.x-content-type-options",
                        "Referrer-Policy", "headers.referrer-policy",
                        "Permissions-Policy", "headers.permissions-policy",
                        "Cross-Origin-Opener-Policy", "headers.cross-origin-opener-policy",
                        "Cross-Origin-Embedder-Policy", "headers.cross-origin-embedder-policy",
                        "Cross-Origin-Resource-Policy", "headers.cross-origin-resource-policy");
        fields.forEach((field, id) ->
                assertEquals(List.of(id), Answered.page().without(field).failing(), field));
    }

    @Test
    void givesAtMostOneFindingForEachIdAndKey() {
        for (Answered each :
                List.of(
                        Answered.page(),
                        Answered.api(),
                        Answered.page().fields(Fields.NONE),
                        Answered.page().status(302).with("Location", "http://a.test/"))) {
            Set<String> seen = new HashSet<>();
            for (Finding finding : each.findings()) {
                assertTrue(seen.add(finding.rule().id() + " " + finding.key()), finding::message);
            }
        }
    }

    @Test
    void knowsEveryIdThatItReports() {
        Set<String> known = new HashSet<>();
        new HeadersJudge().rules().forEach(rule -> assertTrue(known.add(rule.id().value())));
        Answered.page()
                .findings()
                .forEach(each ->
                        assertTrue(known.contains(each.rule().id().value()), each::message));
    }

    @Test
    void judgesTransportSecurityAsBrowsersDo() {
        Map<String, Outcome> values =
                Map.ofEntries(
                        Map.entry("max-age=31536000", Outcome.PASS),
                        Map.entry("max-age = 31536000", Outcome.PASS),
                        Map.entry("max-age=\"31536000\"; includeSubDomains", Outcome.PASS),
                        Map.entry("; max-age=31536000;;", Outcome.PASS),
                        Map.entry("MAX-AGE=31536000; foo=bar", Outcome.PASS),
                        Map.entry("max-age=abc", Outcome.FAIL),
                        Map.entry("max-age=-1", Outcome.FAIL),
                        Map.entry("max-age=0", Outcome.FAIL),
                        Map.entry("max-age=86400", Outcome.FAIL),
                        Map.entry("max-age=15768000", Outcome.FAIL),
                        Map.entry("includeSubDomains", Outcome.FAIL),
                        Map.entry("max-age=31536000; max-age=31536000", Outcome.FAIL),
                        Map.entry("max-age=31536000; includeSubDomains=1", Outcome.FAIL),
                        Map.entry("max-age=31536000, max-age=31536000", Outcome.FAIL),
                        Map.entry("max-age=31536000 includeSubDomains", Outcome.FAIL),
                        Map.entry("\"max-age=31536000\"", Outcome.FAIL),
                        Map.entry("Strict-Transport-Security: max-age=31536000", Outcome.FAIL));
        values.forEach((value, outcome) ->
                assertEquals(
                        outcome,
                        Answered.page().with("Strict-Transport-Security", value).outcome(HSTS),
                        value));
    }

    @Test
    void heedsFirstTransportSecurityLineAlone() {
        Answered both =
                Answered.page()
                        .with("Strict-Transport-Security", "max-age=1")
                        .adding("Strict-Transport-Security", "max-age=63072000");
        assertEquals(Outcome.FAIL, both.outcome(HSTS));
        Answered other =
                Answered.page()
                        .with("Strict-Transport-Security", "max-age=63072000")
                        .adding("Strict-Transport-Security", "max-age=1");
        assertEquals(Outcome.PASS, other.outcome(HSTS));
    }

    @Test
    void countsTransportSecurityOverHttpForNothing() {
        Answered plain = Answered.page().at("http://www.example.com/");
        assertEquals(Outcome.FAIL, plain.outcome(HSTS));
        assertEquals(
                Outcome.NOT_APPLICABLE,
                plain.status(301).with("Location", "https://www.example.com/").outcome(HSTS));
        assertEquals(
                Outcome.NOT_APPLICABLE, Answered.page().at("http://127.0.0.1:81/").outcome(HSTS));
    }

    @Test
    void holdsPreloadAgainstTheRulesOfTheList() {
        String id = HSTS + "-preload";
        String field = "Strict-Transport-Security";
        assertEquals(Outcome.NOT_APPLICABLE, Answered.page().outcome(id));
        assertEquals(
                Outcome.PASS,
                Answered.page()
                        .with(field, "max-age=31536000; includeSubDomains; preload")
                        .outcome(id));
        assertEquals(
                Outcome.FAIL, Answered.page().with(field, "max-age=31536000; preload").outcome(id));
        assertEquals(
                Outcome.FAIL,
                Answered.page()
                        .with(field, "max-age=10886400; includeSubDomains; preload")
                        .outcome(id));
    }

    @Test
    void takesTheFirstValueOfContentTypeOptions() {
        String id = "headers.x-content-type-options";
        String field = "X-Content-Type-Options";
        assertEquals(Outcome.PASS, Answered.page().with(field, "NoSniff").outcome(id));
        assertEquals(Outcome.PASS, Answered.page().with(field, "nosniff, nosniff").outcome(id));
        assertEquals(Outcome.FAIL, Answered.page().with(field, "foo, nosniff").outcome(id));
        assertEquals(Outcome.FAIL, Answered.page().with(field, "\"nosniff\"").outcome(id));
        assertEquals(Outcome.FAIL, Answered.api().without(field).outcome(id));
        assertEquals(Outcome.FAIL, Answered.api().status(404).without(field).outcome(id));
        assertEquals(Outcome.NOT_APPLICABLE, Answered.api().status(204).without(field).outcome(id));
    }

    @Test
    void letsFrameAncestorsDecideBeforeFrameOptions() {
        Answered open = Answered.page().without("Content-Security-Policy");
        assertEquals(Outcome.PASS, open.outcome(FRAMES));
        assertEquals(Outcome.FAIL, open.with("X-Frame-Options", "ALLOWALL").outcome(FRAMES));
        assertEquals(
                Outcome.FAIL,
                open.with("X-Frame-Options", "ALLOW-FROM https://a.test").outcome(FRAMES));
        assertEquals(Outcome.FAIL, open.without("X-Frame-Options").outcome(FRAMES));
        // Chromium lets nobody frame a page whose values contradict each other.
        assertEquals(
                Outcome.PASS, open.with("X-Frame-Options", "SAMEORIGIN, DENY").outcome(FRAMES));
        for (String useless : List.of("*", "https:", "http: https:", "https://*")) {
            assertEquals(
                    Outcome.FAIL,
                    open.with("Content-Security-Policy", "frame-ancestors " + useless)
                            .outcome(FRAMES),
                    useless);
        }
        assertEquals(
                Outcome.PASS,
                open.with("Content-Security-Policy", "frame-ancestors *, frame-ancestors 'none'")
                        .outcome(FRAMES));
        assertEquals(
                Outcome.FAIL,
                open.without("X-Frame-Options")
                        .with("Content-Security-Policy-Report-Only", "frame-ancestors 'none'")
                        .outcome(FRAMES));
        assertEquals(Outcome.NOT_APPLICABLE, Answered.api().outcome(FRAMES));
    }

    @Test
    void takesTheLastKnownReferrerPolicy() {
        String id = "headers.referrer-policy";
        Map<String, Outcome> values =
                Map.of(
                        "no-referrer", Outcome.PASS,
                        "unsafe-url, no-referrer", Outcome.PASS,
                        "no-referrer, unsafe-url", Outcome.FAIL,
                        "no-referrer, newest-policy", Outcome.PASS,
                        "STRICT-ORIGIN", Outcome.PASS,
                        "no-referrer-when-downgrade", Outcome.FAIL,
                        "origin", Outcome.FAIL,
                        "never", Outcome.FAIL,
                        "\"no-referrer\"", Outcome.FAIL);
        values.forEach((value, outcome) ->
                assertEquals(
                        outcome,
                        Answered.page().with("Referrer-Policy", value).outcome(id),
                        value));
        assertEquals(
                Outcome.PASS,
                Answered.page()
                        .without("Referrer-Policy")
                        .body("<meta name=referrer content=same-origin>")
                        .outcome(id));
    }

    @Test
    void voidsPermissionsPolicyThatDoesNotParse() {
        String id = "headers.permissions-policy";
        Map<String, Outcome> values =
                Map.of(
                        "camera=(), microphone=(self)", Outcome.PASS,
                        "camera=()fullscreen=(self)", Outcome.FAIL,
                        "camera 'none'; microphone 'self'", Outcome.FAIL,
                        "camera=*, microphone=()", Outcome.FAIL,
                        "camera=(self *)", Outcome.FAIL,
                        "camera=(), camera=*", Outcome.FAIL,
                        "fullscreen=*, camera=()", Outcome.PASS,
                        "interest-cohort=()", Outcome.FAIL,
                        "", Outcome.FAIL);
        values.forEach((value, outcome) ->
                assertEquals(
                        outcome,
                        Answered.page().with("Permissions-Policy", value).outcome(id),
                        value));
        assertEquals(
                Outcome.FAIL,
                Answered.page()
                        .without("Permissions-Policy")
                        .with("Feature-Policy", "camera 'none'")
                        .outcome("headers.feature-policy"));
    }

    @Test
    void readsIsolationAsStructuredTokens() {
        String id = "headers.cross-origin-opener-policy";
        String field = "Cross-Origin-Opener-Policy";
        Map<String, Outcome> values =
                Map.of(
                        "same-origin; report-to=\"x\"", Outcome.PASS,
                        "same-origin-allow-popups", Outcome.PASS,
                        "Same-Origin", Outcome.FAIL,
                        "\"same-origin\"", Outcome.FAIL,
                        "same-origin, same-origin", Outcome.FAIL,
                        "unsafe-none", Outcome.FAIL);
        values.forEach((value, outcome) ->
                assertEquals(outcome, Answered.page().with(field, value).outcome(id), value));
        assertEquals(
                Outcome.FAIL, Answered.page().adding(field, "same-origin").outcome(id), "twice");
        Finding only =
                Answered.page()
                        .without(field)
                        .with(field + "-Report-Only", "same-origin")
                        .finding(id);
        assertEquals(Outcome.FAIL, only.outcome());
        assertTrue(only.message().contains("report-only"));
        assertEquals(
                Outcome.NOT_APPLICABLE,
                Answered.page()
                        .without("Cross-Origin-Embedder-Policy")
                        .by("asvs-l2")
                        .outcome("headers.cross-origin-embedder-policy"));
        assertEquals(
                Outcome.FAIL,
                Answered.page()
                        .with("Cross-Origin-Resource-Policy", "Same-Origin")
                        .outcome("headers.cross-origin-resource-policy"));
    }

    @Test
    void checksIntegrityPolicyAndEndpoints() {
        String id = "headers.integrity-policy";
        assertEquals(Outcome.NOT_APPLICABLE, Answered.page().outcome(id));
        assertEquals(
                Outcome.PASS,
                Answered.page()
                        .with("Integrity-Policy", "blocked-destinations=(script), endpoints=(x)")
                        .outcome(id));
        for (String bad :
                List.of(
                        "blocked-destinations=script",
                        "blocked-destinations=()",
                        "script",
                        "blocked-destinations=(script), sources=()",
                        "blocked-destinations=(")) {
            assertEquals(
                    Outcome.FAIL, Answered.page().with("Integrity-Policy", bad).outcome(id), bad);
        }
        String endpoints = "headers.reporting-endpoints";
        String field = "Reporting-Endpoints";
        assertEquals(
                Outcome.PASS,
                Answered.page().with(field, "x=\"https://r.example.com/\"").outcome(endpoints));
        for (String bad : List.of("x=https://r.test/", "x=\"http://r.test/\"", "x=1", "x")) {
            assertEquals(Outcome.FAIL, Answered.page().with(field, bad).outcome(endpoints), bad);
        }
        assertEquals(
                Outcome.FAIL, Answered.page().with("Report-To", "{}").outcome("headers.report-to"));
        assertEquals(Outcome.FAIL, Answered.page().with("NEL", "x").outcome("headers.nel"));
    }

    @Test
    void demandsNoStoreForOneUsersAnswers() {
        Answered account = Answered.page().as(RouteClass.AUTHENTICATED);
        assertEquals(Outcome.PASS, account.outcome(CACHE));
        assertEquals(Outcome.FAIL, account.without("Cache-Control").outcome(CACHE));
        assertEquals(Severity.HIGH, account.with("Cache-Control", "public").severity(CACHE));
        assertEquals(Severity.LOW, account.with("Cache-Control", "private").severity(CACHE));
        Answered api = Answered.api().without("Cache-Control");
        assertEquals(Outcome.NOT_APPLICABLE, api.outcome(CACHE));
        assertEquals(Outcome.FAIL, api.asked("Authorization", "Bearer x").outcome(CACHE));
        assertEquals(Outcome.FAIL, api.asked(Request.get("/api/me").as("user-a")).outcome(CACHE));
        assertEquals(Outcome.NOT_APPLICABLE, api.status(401).outcome(CACHE));
    }

    @Test
    void neverLetsSharedCachesKeepCookiesOrNonces() {
        Answered shop = Answered.page().with("Cache-Control", "public, max-age=60");
        assertEquals(Outcome.PASS, shop.outcome(CACHE));
        assertEquals(Outcome.FAIL, shop.with("Set-Cookie", "a=b").outcome(CACHE));
        assertEquals(
                Outcome.PASS,
                shop.with("Cache-Control", "max-age=60, no-cache=\"Set-Cookie\"")
                        .with("Set-Cookie", "a=b")
                        .outcome(CACHE));
        assertEquals(
                Outcome.FAIL,
                shop.with("Content-Security-Policy", "script-src 'nonce-abc'").outcome(CACHE));
        assertEquals(
                Outcome.FAIL,
                Answered.page()
                        .as(RouteClass.LOGIN)
                        .without("Cache-Control")
                        .with("Pragma", "no-cache")
                        .outcome("headers.pragma"));
    }

    @Test
    void clearsSiteDataWithQuotesOnly() {
        String id = "headers.clear-site-data";
        Answered logout = Answered.page().as(RouteClass.LOGOUT);
        assertEquals(Outcome.FAIL, logout.outcome(id));
        Map<String, Outcome> values =
                Map.of(
                        "\"cache\", \"cookies\", \"storage\"", Outcome.PASS,
                        "\"*\"", Outcome.PASS,
                        "cache, cookies, storage", Outcome.FAIL,
                        "\"cookies\"", Outcome.FAIL,
                        "\"cache\"", Outcome.FAIL,
                        "\"Cookies\", \"Storage\"", Outcome.FAIL,
                        "\"cookies, storage\"", Outcome.FAIL);
        values.forEach((value, outcome) ->
                assertEquals(outcome, logout.with("Clear-Site-Data", value).outcome(id), value));
        assertEquals(Outcome.NOT_APPLICABLE, Answered.page().outcome(id));
        assertEquals(
                Outcome.FAIL,
                logout.status(302).with("Location", "https://www.example.com/").outcome(id));
    }

    @Test
    void wantsTheTypeOfContentSaid() {
        String id = "headers.content-type";
        assertEquals(Outcome.FAIL, Answered.page().without("Content-Type").outcome(id));
        assertEquals(Outcome.FAIL, Answered.page().with("Content-Type", "html").outcome(id));
        assertEquals(Outcome.FAIL, Answered.page().with("Content-Type", "text/html").outcome(id));
        assertEquals(
                Outcome.PASS,
                Answered.page()
                        .with("Content-Type", "text/html")
                        .body("<meta charset=utf-8>")
                        .outcome(id));
        assertEquals(Outcome.PASS, Answered.api().outcome(id));
        assertEquals(Outcome.FAIL, Answered.api().with("Content-Type", "text/html").outcome(id));
        assertEquals(
                Outcome.UNKNOWN,
                Answered.api()
                        .with("Content-Type", "text/html; charset=utf-8")
                        .body("<html>Checking your browser</html>")
                        .outcome(id));
    }

    @Test
    void wantsDownloadsSaved() {
        String id = "headers.content-disposition";
        Answered file = Answered.api().as(RouteClass.DOWNLOAD);
        assertEquals(Outcome.FAIL, file.outcome(id));
        assertEquals(
                Outcome.PASS,
                file.with("Content-Disposition", "Attachment; filename=\"a.pdf\"").outcome(id));
        assertEquals(Outcome.FAIL, file.with("Content-Disposition", "inline").outcome(id));
        assertEquals(Outcome.NOT_APPLICABLE, Answered.api().outcome(id));
    }

    @Test
    void namesWhatLeaks() {
        assertEquals(
                Outcome.FAIL,
                Answered.page().with("Server", "nginx/1.18.0 (Ubuntu)").outcome("headers.server"));
        assertEquals(
                Outcome.PASS, Answered.page().with("Server", "nginx").outcome("headers.server"));
        assertEquals(
                List.of("headers.x-powered-by"),
                Answered.page().with("X-Powered-By", "Express").failing());
        assertEquals(
                List.of("headers.x-aspnet-version"),
                Answered.page().with("X-AspNet-Version", "4.0.30319").failing());
        assertEquals(
                List.of("headers.x-debug"),
                Answered.page().with("X-Debug-Token-Link", "/_profiler/1").failing());
        assertEquals(
                List.of("headers.sourcemap"),
                Answered.page().with("SourceMap", "/app.js.map").failing());
        assertEquals(
                Outcome.FAIL,
                Answered.page().with("Via", "1.1 proxy (squid/3.5.20)").outcome("headers.via"));
        assertEquals(Outcome.PASS, Answered.page().with("Via", "1.1 vegur").outcome("headers.via"));
    }

    @Test
    void findsTheInsideInErrors() {
        String id = "headers.error-details";
        Answered error = Answered.api().status(500);
        assertEquals(
                Outcome.PASS, error.body("{\"error\":\"internal\",\"id\":\"7f\"}").outcome(id));
        for (String trace :
                List.of(
                        "java.lang.IllegalStateException: x\n\tat com.shop.Cart.total(Cart.java:42)",
                        "Traceback (most recent call last):\n  File \"/app/x.py\", line 3",
                        "<b>Fatal error</b>: Uncaught x in /var/www/a.php on line <b>3</b>",
                        "Error: x\n    at Object.<anonymous> (/app/index.js:3:9)",
                        "Server Error in '/' Application.",
                        "You have an error in your SQL syntax; check the manual",
                        "<center>nginx/1.18.0</center>",
                        "Whitelabel Error Page")) {
            assertEquals(Outcome.FAIL, error.body(trace).outcome(id), trace);
        }
        assertEquals(Outcome.NOT_APPLICABLE, Answered.api().outcome(id));
    }

    @Test
    void tellsMetaElementsThatDoNothing() {
        String id = "headers.meta-http-equiv";
        String meta = "<head><meta http-equiv=\"X-Frame-Options\" content=\"DENY\"></head>";
        assertEquals(
                Outcome.FAIL,
                Answered.page()
                        .without("X-Frame-Options")
                        .without("Content-Security-Policy")
                        .body(meta)
                        .outcome(id));
        assertEquals(Outcome.PASS, Answered.page().body(meta).outcome(id));
        for (String part : List.of("frame-ancestors 'none'", "sandbox", "report-uri /r")) {
            assertEquals(
                    Outcome.FAIL,
                    Answered.page()
                            .without("Content-Security-Policy")
                            .body(
                                    "<meta http-equiv=Content-Security-Policy content=\"default-src"
                                            + " 'self'; "
                                            + part
                                            + "\">")
                            .outcome(id),
                    part);
        }
        assertEquals(
                Outcome.FAIL,
                Answered.page().body("<meta http-equiv=Set-Cookie content='a=b'>").outcome(id));
    }

    @Test
    void tellsFieldsThatBrowsersDropped() {
        assertEquals(
                List.of("headers.x-xss-protection"),
                Answered.page().with("X-XSS-Protection", "1; mode=block").failing());
        assertEquals(
                Outcome.PASS,
                Answered.page().with("X-XSS-Protection", "0").outcome("headers.x-xss-protection"));
        assertEquals(
                List.of("headers.expect-ct"),
                Answered.page().with("Expect-CT", "max-age=1").failing());
        assertEquals(
                List.of("headers.public-key-pins"),
                Answered.page().with("Public-Key-Pins", "pin-sha256=\"x\"").failing());
        assertEquals(
                List.of("headers.access-control-allow-origin"),
                Answered.page().with("Access-Control-Allow-Origin", "none").failing());
        assertEquals(
                Outcome.PASS,
                Answered.page()
                        .with("Access-Control-Allow-Origin", "https://a.example.com")
                        .outcome("headers.access-control-allow-origin"));
    }

    @Test
    void wantsHashesOnScriptsFromElsewhere() {
        String id = "headers.subresource-integrity";
        String hash = "sha384-" + "A".repeat(64);
        Map<String, Outcome> elements =
                Map.ofEntries(
                        Map.entry("<script src=/a.js></script>", Outcome.PASS),
                        Map.entry(
                                "<script src=https://www.example.com:443/a.js></script>",
                                Outcome.PASS),
                        Map.entry("<script src=//cdn.test/a.js></script>", Outcome.FAIL),
                        Map.entry(
                                "<script src=//cdn.test/a.js crossorigin integrity="
                                        + hash
                                        + "></script>",
                                Outcome.PASS),
                        Map.entry(
                                "<script src=//cdn.test/a.js integrity=" + hash + "></script>",
                                Outcome.FAIL),
                        Map.entry(
                                "<script src=//cdn.test/a.js crossorigin"
                                        + " integrity=md5-rL0Y20zC+Fzt72VPzMSk2A==></script>",
                                Outcome.FAIL),
                        Map.entry(
                                "<script src=//cdn.test/a.js crossorigin integrity=sha384:abc>"
                                        + "</script>",
                                Outcome.FAIL),
                        Map.entry("<link rel=stylesheet href=//cdn.test/a.css>", Outcome.FAIL),
                        Map.entry("<link rel=icon href=//cdn.test/a.ico>", Outcome.PASS),
                        Map.entry(
                                "<base href=https://cdn.test/><script src=a.js></script>",
                                Outcome.FAIL));
        elements.forEach((element, outcome) ->
                assertEquals(outcome, Answered.page().body(element).outcome(id), element));
        assertEquals(Outcome.NOT_APPLICABLE, Answered.api().outcome(id));
    }

    @Test
    void tellsMixedContent() {
        String id = "headers.mixed-content";
        Answered page = Answered.page().body("<img src=http://a.test/x.png>");
        assertEquals(Severity.LOW, page.severity(id));
        assertEquals(
                Severity.MEDIUM,
                page.body("<img src=http://a.test/x><iframe src=http://a.test/>").severity(id));
        assertEquals(
                Outcome.PASS,
                page.with("Content-Security-Policy", "upgrade-insecure-requests").outcome(id));
        assertEquals(Outcome.PASS, page.body("<a href=http://a.test/>x</a>").outcome(id));
        assertEquals(Outcome.FAIL, page.body("<form action=http://a.test/>").outcome(id));
    }

    @Test
    void leadsFromHttpToHttpsOnTheSameHost() {
        String id = "headers.location";
        Answered hop =
                Answered.page().as(RouteClass.REDIRECT).at("http://example.com/").status(301);
        assertEquals(Outcome.PASS, hop.with("Location", "https://example.com/").outcome(id));
        assertEquals(Outcome.FAIL, hop.with("Location", "https://www.example.com/").outcome(id));
        assertEquals(Outcome.FAIL, hop.with("Location", "http://www.example.com/").outcome(id));
        assertEquals(Outcome.FAIL, hop.status(200).outcome(id));
        assertEquals(
                Outcome.FAIL,
                hop.at("https://example.com/").with("Location", "http://example.com/").outcome(id));
        assertEquals(
                Outcome.PASS, hop.at("https://example.com/").with("Location", "/x").outcome(id));
    }

    @Test
    void leavesOptionsAlone() {
        Answered options =
                Answered.api()
                        .asked(Request.passive("OPTIONS", "/api/me"))
                        .fields(Fields.NONE)
                        .body("");
        assertEquals(List.of(), options.failing());
    }

    @Test
    void demandsLessOfRedirectsAndAssets() {
        Answered hop =
                Answered.page()
                        .as(RouteClass.REDIRECT)
                        .status(302)
                        .fields(Fields.NONE)
                        .with("Location", "/login");
        assertEquals(List.of(HSTS), hop.failing());
        Answered script =
                Answered.api()
                        .as(RouteClass.ASSET)
                        .with("Content-Type", "text/javascript")
                        .with("Cache-Control", "public, max-age=31536000, immutable");
        assertEquals(List.of(), script.failing());
        assertEquals(
                List.of(HSTS, "headers.x-content-type-options"),
                script.fields(Fields.NONE).with("Content-Type", "text/javascript").failing());
    }

    @Test
    void putsWorstFirst() {
        List<Finding> findings = Answered.page().fields(Fields.NONE).findings();
        assertEquals(Outcome.FAIL, findings.getFirst().outcome());
        assertEquals(Outcome.NOT_APPLICABLE, findings.getLast().outcome());
    }

    @Test
    void readsEveryProfile() {
        for (String name : Profile.NAMES) {
            assertEquals(name, Profile.named(name).name());
        }
    }
}
