package dev.holdfast.commands.report;

import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * One page that needs nothing else: no request leaves it (its content security policy allows only
 * its own style and script, by hash), it reads without script, in print, dark and narrow.
 */
final class HtmlReport implements ReportWriter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final TrendHistory history;

    HtmlReport(TrendHistory history) {
        this.history = history;
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        String style = resource("report.css");
        String script = resource("report.js");
        TrendHistory trend = history.with(report);
        HtmlText page = new HtmlText();
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .raw("style-src '" + hash(style) + "'; script-src '" + hash(script) + "'; ")
                .raw("base-uri 'none'; form-action 'none'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
                .text(
                        Words.verdictWord(report.verdict().kind())
                                + " - holdfast "
                                + report.command())
                .raw("</title>\n<style>")
                .raw(style)
                .raw(
                        "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#results\">Skip to the results</a>\n");
        head(page, report);
        page.raw("<main>\n");
        summary(page, report);
        TrendChart.draw(page, trend);
        notes(page, report);
        results(page, report);
        page.raw("</main>\n");
        foot(page, report);
        page.raw(TrendHistory.START)
                .raw(trend.json())
                .raw("</script>\n<script>")
                .raw(script)
                .raw("</script>\n</body>\n</html>\n");
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void head(HtmlText page, Report report) {
        String kind = Words.verdictWord(report.verdict().kind());
        page.raw("<header class=\"verdict ")
                .raw(kind.toLowerCase(Locale.ROOT))
                .raw("\">\n<p class=\"brand\">Holdfast <span>")
                .text(report.command())
                .raw("</span></p>\n<h1>")
                .text(kind)
                .raw("</h1>\n<p class=\"reasons\">")
                .text(String.join("; ", report.verdict().reasons()))
                .raw("</p>\n<p class=\"run\">gate <b>")
                .text(report.gate().environment())
                .raw("</b>, ")
                .text(TIME.format(report.finishedAt()))
                .raw("</p>\n</header>\n");
    }

    private static void summary(HtmlText page, Report report) {
        page.raw(
                "<section aria-labelledby=\"counts\">\n<h2 id=\"counts\">Outcomes</h2>\n<ul class=\"counts\">\n");
        for (Map.Entry<Outcome, Integer> entry : report.summary().entrySet()) {
            String word = entry.getKey().word();
            page.raw("<li class=\"count ")
                    .raw(word)
                    .raw(entry.getValue() == 0 ? " zero" : "")
                    .raw("\"><b>")
                    .text(String.valueOf(entry.getValue()))
                    .raw("</b> ")
                    .text(word)
                    .raw("</li>\n");
        }
        page.raw("</ul>\n</section>\n");
    }

    private static void notes(HtmlText page, Report report) {
        if (report.notes().isEmpty()) {
            return;
        }
        page.raw(
                "<section aria-labelledby=\"notes\">\n<h2 id=\"notes\">Notes</h2>\n<ul class=\"notes\">\n");
        for (String note : report.notes()) {
            page.raw("<li>").text(note).raw("</li>\n");
        }
        page.raw("</ul>\n</section>\n");
    }

    private static void results(HtmlText page, Report report) {
        page.raw(
                "<section aria-labelledby=\"results\">\n<h2 id=\"results\" tabindex=\"-1\">Results</h2>\n");
        if (report.results().isEmpty()) {
            page.raw(
                    "<p class=\"nothing\">Nothing was looked at, so nothing is known.</p>\n</section>\n");
            return;
        }
        page.raw("<div class=\"filter\" id=\"filter\" role=\"search\" hidden>\n")
                .raw("<label for=\"words\">Filter</label>\n")
                .raw(
                        "<input id=\"words\" type=\"search\" placeholder=\"check, path, words\" autocomplete=\"off\">\n")
                .raw("<fieldset><legend>Outcomes shown</legend>\n");
        for (Map.Entry<Outcome, Integer> entry : report.summary().entrySet()) {
            if (entry.getValue() > 0) {
                String word = entry.getKey().word();
                page.raw("<label><input type=\"checkbox\" name=\"outcome\" value=\"")
                        .raw(word)
                        .raw("\" checked> ")
                        .text(word)
                        .raw("</label>\n");
            }
        }
        page.raw("</fieldset>\n<p id=\"shown\" role=\"status\"></p>\n</div>\n");
        int number = 0;
        for (Result result : report.results()) {
            HtmlResult.draw(page, result, report.explanations().get(result.check()), ++number);
        }
        page.raw("</section>\n");
    }

    private static void foot(HtmlText page, Report report) {
        page.raw("<footer>\n<p>")
                .text(report.tool().name() + " " + report.tool().version())
                .raw(" with policy <code>")
                .text(report.policy().path())
                .raw("</code></p>\n<p class=\"digest\">SHA-256 of the policy <code>")
                .text(report.policy().sha256())
                .raw("</code></p>\n</footer>\n");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
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
