package dev.holdfast.commands.report;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws one result of the page. */
final class HtmlResult {
    private static final int MOST_PLACES = 50;

    private HtmlResult() {}

    static void draw(HtmlText page, Result result, @Nullable CheckInfo info, int number) {
        String outcome = result.outcome().word();
        String severity = result.severity().word();
        page.raw("<article class=\"result " + outcome + " " + severity + "\" data-outcome=\"")
                .raw(outcome + "\" aria-labelledby=\"r" + number + "\">\n<p class=\"badges\">")
                .raw("<span class=\"badge outcome\">" + outcome + "</span> ")
                .raw("<span class=\"badge severity\">" + severity + "</span> <code>")
                .text(result.check().value())
                .raw("</code></p>\n<h4 id=\"r" + number + "\">")
                .text(result.message())
                .raw("</h4>\n");
        if (result.subject() != null) {
            labelled(page, "About", result.subject());
        }
        if (result.waiver() != null) {
            labelled(page, "Waived by", result.waiver());
        }
        result.spots().stream().limit(1).forEach(spot -> HtmlPlace.draw(page, spot, result));
        facts(page, result);
        morePlaces(page, result);
        if (!result.remediation().isEmpty()) {
            page.raw("<p class=\"fix\"><b>What to do:</b> ")
                    .text(result.remediation())
                    .raw("</p>\n");
        }
        details(page, result, info);
        page.raw("</article>\n");
    }

    private static void labelled(HtmlText page, String label, String value) {
        page.raw("<p class=\"place\"><span class=\"label\">" + label + "</span> <code>")
                .text(value)
                .raw("</code></p>\n");
    }

    private static void morePlaces(HtmlText page, Result result) {
        List<Spot> spots = result.spots();
        int more = spots.size() - 1;
        if (more < 1) {
            return;
        }
        page.raw("<details class=\"more\"><summary>")
                .text(more + (more == 1 ? " more place" : " more places"))
                .raw("</summary>\n");
        spots.stream()
                .skip(1)
                .limit(MOST_PLACES)
                .forEach(spot -> HtmlPlace.draw(page, spot, result));
        if (more > MOST_PLACES) {
            page.raw("<p class=\"place\">and ")
                    .text(String.valueOf(more - MOST_PLACES))
                    .raw(" more; the JSON report has all of them</p>\n");
        }
        page.raw("</details>\n");
    }

    private static void facts(HtmlText page, Result result) {
        Map<String, String> facts = Words.facts(result);
        if (facts.isEmpty()) {
            return;
        }
        page.raw("<ul class=\"facts\">\n");
        facts.forEach((name, value) ->
                page.raw("<li>").text(name).raw(" <code>").text(value).raw("</code></li>\n"));
        page.raw("</ul>\n");
    }

    private static void details(HtmlText page, Result result, @Nullable CheckInfo info) {
        page.raw("<details><summary>More about this</summary>\n<dl>\n");
        if (info != null) {
            entry(page, "The check", info.title());
            entry(page, "What it means", info.meaning());
            entry(page, "Why it matters", info.why());
            entry(page, "How to fix it", info.fix());
            references(page, info.references());
        }
        entry(page, "Evidence", result.evidence().word());
        for (Map.Entry<String, Object> property : result.properties().entrySet()) {
            entry(page, property.getKey(), plain(property.getValue()));
        }
        entry(page, "fingerprint", result.fingerprint());
        page.raw("</dl>\n</details>\n");
    }

    private static void references(HtmlText page, List<Reference> references) {
        if (references.isEmpty()) {
            return;
        }
        page.raw("<dt>References</dt>\n");
        for (Reference reference : references) {
            page.raw("<dd>");
            if (reference.url().startsWith("https://")) {
                page.raw("<a rel=\"noopener noreferrer\" href=\"")
                        .text(reference.url())
                        .raw("\">")
                        .text(reference.name())
                        .raw("</a>");
            } else {
                page.text(reference.name());
            }
            page.raw("</dd>\n");
        }
    }

    private static String plain(Object value) {
        return switch (value) {
            case Collection<?> list ->
                    list.stream().map(HtmlResult::plain).collect(Collectors.joining(", "));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(each -> each.getKey() + ": " + plain(each.getValue()))
                            .sorted()
                            .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static void entry(HtmlText page, String name, String value) {
        page.raw("<dt>").text(name).raw("</dt>\n<dd>").text(value).raw("</dd>\n");
    }
}
