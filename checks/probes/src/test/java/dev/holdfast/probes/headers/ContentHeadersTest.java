package dev.holdfast.probes.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.headers.profile.Profile;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What answers hold and where they lead: caches, types, leaks, pages. */
class ContentHeadersTest {
    private static final String HSTS = "headers.strict-transport-security";
    private static final String CACHE = "headers.cache-control";

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
