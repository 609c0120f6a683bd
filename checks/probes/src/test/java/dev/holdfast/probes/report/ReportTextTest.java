package dev.holdfast.probes.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static final String CLASSIC =
            """
            {"csp-report": {"document-uri": "https://user:pw@shop.test/a?token=s3cret#s3cret",
              "referrer": "https://shop.test/?code=s3cret", "violated-directive": "img-src 'self'",
              "effective-directive": "img-src", "original-policy": "img-src 'self'",
              "disposition": "report", "blocked-uri": "https://cdn.test/x.png?sig=s3cret",
              "line-number": 12, "source-file": "https://shop.test/a.js?v=s3cret",
              "status-code": 200, "script-sample": "token='s3cret'"}}
            """;

    private static final String MODERN =
            """
            [{"age": 5, "type": "csp-violation", "url": "https://shop.test/p?s3cret",
              "user_agent": "x", "body": {"documentURL": "https://shop.test/p?s3cret",
              "effectiveDirective": "script-src-elem", "blockedURL": "inline",
              "disposition": "enforce", "lineNumber": 3, "sample": "s3cret",
              "sourceFile": "https://shop.test/p"}},
             {"age": 1, "type": "deprecation", "url": "https://shop.test/", "body": {}}]
            """;

    @Test
    void readsTheFormOfTheHeaderReportUri() {
        assertEquals(
                Optional.of(
                        Reports.of(
                                new ViolationReport(
                                        "img-src",
                                        "https://cdn.test/x.png",
                                        false,
                                        "https://shop.test/a",
                                        "https://shop.test/",
                                        "https://shop.test/a.js",
                                        12,
                                        14))),
                ReportText.read(CLASSIC));
    }

    @Test
    void readsTheViolationsOfAnArrayAndPassesOverOtherReports() {
        assertEquals(
                Optional.of(
                        Reports.of(
                                new ViolationReport(
                                        "script-src-elem",
                                        "inline",
                                        true,
                                        "https://shop.test/p",
                                        "",
                                        "https://shop.test/p",
                                        3,
                                        6))),
                ReportText.read(MODERN));
    }

    @Test
    void keepsNoQueryNoUserAndNoSample() {
        assertFalse(ReportText.read(CLASSIC + "").toString().contains("s3cret"));
        assertFalse(ReportText.read(MODERN).toString().contains("s3cret"));
        assertFalse(ReportText.read(CLASSIC).toString().contains("pw"));
    }

    @Test
    void takesTheNameOfADirectiveThatOldBrowsersWriteWhole() {
        ViolationReport report =
                ReportText.read("{\"csp-report\":{\"violated-directive\":\"img-src *\"}}")
                        .orElseThrow()
                        .violations()
                        .getFirst();

        assertEquals("img-src", report.directive());
        assertEquals("inline", report.blocked());
    }

    @Test
    void readsNothingElse() {
        for (String other :
                List.of(
                        "",
                        "null",
                        "{}",
                        "[",
                        "{\"csp-report\":[]}",
                        "{\"csp-report\":{}}",
                        "{\"csp-report\":{\"effective-directive\":5}}",
                        "{\"csp-report\":{\"effective-directive\":\"a\"},\"csp-report\":{}}",
                        "[1]}")) {
            assertTrue(ReportText.read(other).isEmpty(), other);
        }
        assertEquals(
                Optional.of(new Reports(List.of(), 4)),
                ReportText.read("[1, null, {}, {\"type\": 3}]"));
    }

    @Test
    void readsEveryReportOfALongArray() {
        String one = "{\"type\":\"csp-violation\",\"body\":{\"effectiveDirective\":\"a\"}}";
        String many = "[" + (one + ",").repeat(5000) + one + "]";

        assertEquals(5001, ReportText.read(many).orElseThrow().violations().size());
        assertTrue(ReportText.read("[".repeat(100_000)).isEmpty());
    }

    @Test
    void survivesAnyChange() {
        Random random = new Random(11);
        for (int i = 0; i < 4000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? CLASSIC : MODERN);
            for (int j = 0; j < 3; j++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.setCharAt(at, (char) random.nextInt(300));
                    default -> text.insert(at, "\"{}[]:,".charAt(random.nextInt(7)));
                }
            }
            ReportText.read(text.toString())
                    .ifPresent(reports ->
                            reports.violations()
                                    .forEach(report -> assertFalse(report.directive().isEmpty())));
        }
    }

    @Test
    void showsAddressesWithoutWhatMayBeSecret() {
        assertEquals("https://a.test/b", ShownAddress.of("https://u:p@a.test/b?c#d"));
        assertEquals("https://a.test/@b", ShownAddress.of("https://a.test/@b"));
        assertEquals("https://a.test\\b", ShownAddress.of("https://x@a.test\\b"));
        assertEquals("data:", ShownAddress.of("data:text/html,secret"));
        assertEquals("blob:", ShownAddress.of("blob:https://a.test/secret"));
        assertEquals("inline", ShownAddress.of("inline"));
        assertEquals("/r", ShownAddress.of("/r?token=x"));
        assertEquals("https://a.test", ShownAddress.origin("HTTPS://A.test:443/b"));
        assertEquals("http://a.test:81", ShownAddress.origin("http://a.test:81"));
        assertEquals("wss://a.test", ShownAddress.origin("wss://a.test:443/s"));
        assertEquals("http://[::1]", ShownAddress.origin("http://[::1]:80/"));
    }
}
