package dev.holdfast.commands.report;

import dev.holdfast.core.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
        String script = Resource.text("report.js");
        TrendHistory trend = history.with(report);
        HtmlText page = new HtmlText();
        HtmlFrame.open(
                page,
                Words.verdictWord(report.verdict().kind()) + " - holdfast " + report.command(),
                script);
        page.raw("<a class=\"skip\" href=\"#results\">Skip to the results</a>\n");
        if (!report.exhibits().isEmpty()) {
            page.raw("<a class=\"skip\" href=\"#exhibit1\">Skip to the tables</a>\n");
        }
        HtmlSummary.head(page, report);
        page.raw("<main>\n<div class=\"overview\">\n");
        HtmlSummary.counts(page, report);
        TrendChart.draw(page, trend);
        page.raw("</div>\n");
        notes(page, report.notes());
        HtmlResults.draw(page, report);
        HtmlExhibit.draw(page, report.exhibits());
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
}
