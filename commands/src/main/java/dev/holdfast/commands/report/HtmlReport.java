package dev.holdfast.commands.report;

import dev.holdfast.core.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * One page that needs nothing else: no request leaves it (its content security policy allows only
 * its own style and script, by hash), it reads without script, in print, dark and narrow.
 */
final class HtmlReport implements ReportWriter {
    private final TrendHistory history;

    HtmlReport(TrendHistory history) {
        this.history = history;
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        String style = Resource.text("report.css");
        String script = Resource.text("report.js");
        TrendHistory trend = history.with(report);
        HtmlText page = new HtmlText();
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .raw("style-src '" + hash(style) + "'; script-src '" + hash(script) + "'; ")
                .raw("img-src data:; base-uri 'none'; form-action 'none'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
                // A browser asks a web server for an icon unless the page has one.
                .raw("<link rel=\"icon\" href=\"data:,\">\n<title>")
                .text(
                        Words.verdictWord(report.verdict().kind())
                                + " - holdfast "
                                + report.command())
                .raw("</title>\n<style>")
                .raw(style)
                .raw("</style>\n</head>\n<body>\n")
                .raw("<a class=\"skip\" href=\"#results\">Skip to the results</a>\n");
        HtmlSummary.head(page, report);
        page.raw("<main>\n<div class=\"overview\">\n");
        HtmlSummary.counts(page, report);
        TrendChart.draw(page, trend);
        page.raw("</div>\n");
        notes(page, report.notes());
        HtmlResults.draw(page, report);
        page.raw("</main>\n");
        foot(page, report);
        page.raw(TrendHistory.START)
                .raw(trend.json())
                .raw("</script>\n<script>")
                .raw(script)
                .raw("</script>\n</body>\n</html>\n");
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void notes(HtmlText page, List<String> notes) {
        if (notes.isEmpty()) {
            return;
        }
        page.raw("<section class=\"notes\" aria-labelledby=\"notes\">\n")
                .raw("<h2 id=\"notes\">Notes</h2>\n<ul>\n");
        for (String note : notes) {
            page.raw("<li>").text(note).raw("</li>\n");
        }
        page.raw("</ul>\n</section>\n");
    }

    private static void foot(HtmlText page, Report report) {
        page.raw("<footer>\n<p>Written by ")
                .text(report.tool().name() + " " + report.tool().version())
                .raw(". The policy's SHA-256 is <code>")
                .text(report.policy().sha256())
                .raw("</code>.</p>\n</footer>\n");
    }

    // CSP Level 3, section 8.4: the hash is of the element's text.
    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
