package dev.holdfast.commands.report;

import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws the list of results, in groups, with the filter above it. */
final class HtmlResults {
    /** A browser stays quick with so many; the JSON report has all of them. */
    static final int MOST = 5_000;

    /** From here on the browser draws what is in sight only. */
    private static final int MANY = 200;

    private static final List<Group> GROUPS =
            List.of(
                    new Group("Failing", Set.of(Outcome.FAIL)),
                    new Group("Not decided", Words.NOT_DECIDED),
                    new Group("Accepted", Set.of(Outcome.WAIVED, Outcome.BASELINED)),
                    new Group("Good", Set.of(Outcome.PASS)),
                    new Group("Not applicable", Set.of(Outcome.NOT_APPLICABLE)));

    private record Group(String name, Set<Outcome> outcomes) {}

    private HtmlResults() {}

    static void draw(HtmlText page, Report report) {
        boolean many = report.results().size() > MANY;
        page.raw("<section" + (many ? " class=\"many\"" : "") + " aria-labelledby=\"results\">\n")
                .raw("<h2 id=\"results\" tabindex=\"-1\">Results</h2>\n");
        if (report.results().isEmpty()) {
            page.raw("<p class=\"nothing\">Nothing was looked at, so nothing is known.</p>\n")
                    .raw("</section>\n");
            return;
        }
        List<Result> shown = report.results().stream().limit(MOST).toList();
        filter(page, report, shown);
        int number = 0;
        for (Group group : GROUPS) {
            List<Result> members =
                    shown.stream().filter(each -> group.outcomes.contains(each.outcome())).toList();
            if (members.isEmpty()) {
                continue;
            }
            page.raw("<section class=\"group\">\n<h3>")
                    .text(group.name)
                    .raw(" <span>")
                    .text(String.valueOf(members.size()))
                    .raw("</span></h3>\n");
            for (Result result : members) {
                HtmlResult.draw(page, result, report.explanations().get(result.check()), ++number);
            }
            page.raw("</section>\n");
        }
        int left = report.results().size() - shown.size();
        if (left > 0) {
            page.raw("<p class=\"nothing\">")
                    .text(left + (left == 1 ? " more result is" : " more results are"))
                    .raw(" left out here; the JSON report has all of them.</p>\n");
        }
        page.raw("</section>\n");
    }

    private static void filter(HtmlText page, Report report, List<Result> shown) {
        page.raw("<div class=\"filter\" id=\"filter\" role=\"search\" hidden>\n")
                .raw("<label for=\"words\">Filter</label>\n")
                .raw("<input id=\"words\" type=\"search\" autocomplete=\"off\" ")
                .raw("placeholder=\"check, path, words\">\n")
                .raw("<fieldset><legend>Outcomes shown</legend>\n");
        for (Map.Entry<Outcome, Integer> entry : Words.worstFirst(report).entrySet()) {
            Outcome outcome = entry.getKey();
            if (shown.stream().anyMatch(each -> each.outcome() == outcome)) {
                page.raw("<label><input type=\"checkbox\" name=\"outcome\" value=\"")
                        .raw(outcome.word())
                        .raw("\" checked> ")
                        .text(outcome.word())
                        .raw("</label>\n");
            }
        }
        page.raw("</fieldset>\n<p id=\"shown\" role=\"status\"></p>\n</div>\n");
    }
}
