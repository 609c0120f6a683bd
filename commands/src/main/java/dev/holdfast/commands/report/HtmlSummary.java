package dev.holdfast.commands.report;

import dev.holdfast.core.gate.Verdict;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws the top of the page: the verdict, what it rests on, and the counts. */
final class HtmlSummary {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private HtmlSummary() {}

    static void head(HtmlText page, Report report) {
        Verdict.Kind kind = report.verdict().kind();
        page.raw("<header class=\"verdict ")
                .raw(kind.name().toLowerCase(Locale.ROOT))
                .raw("\">\n<div class=\"inner\">\n<p class=\"brand\">Holdfast <span>")
                .text(report.command())
                .raw("</span></p>\n<div class=\"word\">\n")
                .raw(icon(kind))
                .raw("<div>\n<h1>")
                .text(Words.verdictWord(kind))
                .raw("</h1>\n<p class=\"reasons\">")
                .text(String.join("; ", report.verdict().reasons()))
                .raw("</p>\n</div>\n</div>\n<dl class=\"run\">\n");
        fact(page, "Gate", report.gate().environment());
        fact(page, "Policy", report.policy().path());
        fact(page, "Finished", TIME.format(report.finishedAt()));
        fact(page, "Took", seconds(report));
        page.raw("</dl>\n");
        Words.worstCheck(report)
                .ifPresent(id ->
                        page.raw("<p class=\"next\"><b>Next:</b> <code>")
                                .text(Words.explain(id))
                                .raw("</code></p>\n"));
        page.raw("</div>\n</header>\n");
    }

    private static String seconds(Report report) {
        long millis = Duration.between(report.startedAt(), report.finishedAt()).toMillis();
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    private static void fact(HtmlText page, String name, String value) {
        page.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>\n");
    }

    private static String icon(Verdict.Kind kind) {
        String shape =
                switch (kind) {
                    case BLOCKED ->
                            "<path d=\"M17 3h14l14 14v14L31 45H17L3 31V17z\"/>"
                                    + "<path d=\"M14 24h20\"/>";
                    case UNDECIDED ->
                            "<circle cx=\"24\" cy=\"24\" r=\"21\"/>"
                                    + "<path d=\"M17 18a7 7 0 1 1 10 7c-2 1-3 2-3 5M24 36v.5\"/>";
                    case CLEAR ->
                            "<circle cx=\"24\" cy=\"24\" r=\"21\"/><path d=\"M14 25l7 7 14-15\"/>";
                };
        return "<svg class=\"icon\" viewBox=\"0 0 48 48\" aria-hidden=\"true\">"
                + shape
                + "</svg>\n";
    }

    static void counts(HtmlText page, Report report) {
        page.raw("<section aria-labelledby=\"counts\">\n<h2 id=\"counts\">Outcomes</h2>\n")
                .raw("<ul class=\"counts\">\n");
        for (Map.Entry<Outcome, Integer> entry : Words.worstFirst(report).entrySet()) {
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
        page.raw("</ul>\n");
        String failing = severities(report);
        if (!failing.isEmpty()) {
            page.raw("<p class=\"legend\">Failing: ").text(failing).raw("</p>\n");
        }
        page.raw("</section>\n");
    }

    private static String severities(Report report) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Result result : report.results()) {
            if (result.outcome() == Outcome.FAIL) {
                counts.merge(result.severity(), 1, Integer::sum);
            }
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((severity, count) -> parts.add(count + " " + severity.word()));
        return String.join(", ", parts);
    }
}
