package dev.holdfast.probes.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Fields;
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
        new HeadersJudge(Frames::of)
                .rules()
                .forEach(rule -> assertTrue(known.add(rule.id().value())));
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
    void takesTheReferrerPolicyThatABrowserWithScriptsTakes() {
        String id = "headers.referrer-policy";
        Map<String, Outcome> pages =
                Map.ofEntries(
                        Map.entry("<meta name=referrer content=always>", Outcome.FAIL),
                        Map.entry(
                                "<meta name=referrer content=origin-when-crossorigin>",
                                Outcome.FAIL),
                        Map.entry("<meta name=referrer content=NEVER>", Outcome.PASS),
                        Map.entry("<meta name=referrer content=default>", Outcome.PASS),
                        Map.entry(
                                "<meta name=referrer content=always><meta name=referrer"
                                        + " content=nonsense>",
                                Outcome.FAIL),
                        Map.entry(
                                "<noscript><meta name=referrer content=always></noscript>",
                                Outcome.PASS),
                        Map.entry(
                                "<template><meta name=referrer content=always></template>",
                                Outcome.PASS));
        pages.forEach((page, outcome) ->
                assertEquals(outcome, Answered.page().body(page).outcome(id), page));
        assertEquals(
                Outcome.FAIL,
                Answered.page()
                        .without("Referrer-Policy")
                        .body("<noscript><meta name=referrer content=no-referrer></noscript>")
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
}
