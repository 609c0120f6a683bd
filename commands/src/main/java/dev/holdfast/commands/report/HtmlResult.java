package dev.holdfast.commands.report;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.result.Excerpt;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws one result of the page. */
final class HtmlResult {
    private static final int MOST_PLACES = 50;

    private HtmlResult() {}

    static void draw(HtmlText page, Result result, @Nullable CheckInfo info, int number) {
        String outcome = result.outcome().word();
        page.raw("<article class=\"result ")
                .raw(outcome)
                .raw(" ")
                .raw(result.severity().word())
                .raw("\" data-outcome=\"")
                .raw(outcome)
                .raw(
                        "\" aria-labelledby=\"r"
                                + number
                                + "\">\n<p class=\"badges\"><span class=\"badge outcome\">")
                .text(outcome)
                .raw("</span> <span class=\"badge severity\">")
                .text(result.severity().word())
                .raw("</span> <span class=\"badge evidence\">")
                .text(result.evidence().word())
                .raw("</span></p>\n<h3 id=\"r" + number + "\"><code>")
                .text(result.check().value())
                .raw("</code> ")
                .text(info == null ? "" : info.title())
                .raw("</h3>\n<p class=\"message\">")
                .text(result.message())
                .raw("</p>\n");
        String subject = result.subject();
        if (subject != null) {
            page.raw("<p class=\"subject\">about <code>").text(subject).raw("</code></p>\n");
        }
        if (result.waiver() != null) {
            page.raw("<p class=\"waiver\">waived by <code>")
                    .text(result.waiver())
                    .raw("</code></p>\n");
        }
        places(page, result);
        if (!result.remediation().isEmpty()) {
            page.raw("<p class=\"fix\"><b>What to do:</b> ")
                    .text(result.remediation())
                    .raw("</p>\n");
        }
        details(page, result, info);
        page.raw("</article>\n");
    }

    private static void places(HtmlText page, Result result) {
        int count = 0;
        for (Spot spot : result.spots()) {
            if (++count > MOST_PLACES) {
                page.raw("<p class=\"place\">and ")
                        .text(String.valueOf(result.spots().size() - MOST_PLACES))
                        .raw(" more places; the JSON report has all of them</p>\n");
                return;
            }
            page.raw("<p class=\"place\"><code>").text(Words.place(spot.location())).raw("</code>");
            Origin origin = spot.location().origin();
            if (origin != null) {
                page.raw(" <span class=\"from\">from</span> <code class=\"origin\">")
                        .text(Words.origin(origin))
                        .raw("</code>");
            }
            page.raw("</p>\n");
            Excerpt excerpt = spot.excerpt();
            if (excerpt != null) {
                excerpt(page, excerpt, result.check().value());
            }
        }
    }

    private static void excerpt(HtmlText page, Excerpt excerpt, String check) {
        // A long line scrolls, and what scrolls must be reachable with the keyboard.
        page.raw("<pre class=\"code\" tabindex=\"0\" role=\"region\" aria-label=\"code around ")
                .text(check)
                .raw("\">");
        int line = excerpt.firstLine();
        for (String text : excerpt.lines()) {
            page.raw("<span class=\"number\">")
                    .text(String.format(Locale.ROOT, "%5d", line++))
                    .raw("</span>  ")
                    .text(text)
                    .raw("\n");
        }
        page.raw("</pre>\n");
    }

    private static void details(HtmlText page, Result result, @Nullable CheckInfo info) {
        page.raw("<details><summary>More about this</summary>\n<dl>\n");
        if (info != null) {
            entry(page, "What it means", info.meaning());
            entry(page, "Why it matters", info.why());
            entry(page, "How to fix it", info.fix());
            if (!info.references().isEmpty()) {
                page.raw("<dt>References</dt>\n");
                for (Reference reference : info.references()) {
                    page.raw("<dd>").text(reference.name());
                    if (!reference.url().isEmpty()) {
                        page.raw(" <code>").text(reference.url()).raw("</code>");
                    }
                    page.raw("</dd>\n");
                }
            }
        }
        for (Map.Entry<String, Object> property : result.properties().entrySet()) {
            entry(page, property.getKey(), String.valueOf(property.getValue()));
        }
        entry(page, "fingerprint", result.fingerprint());
        page.raw("</dl>\n</details>\n");
    }

    private static void entry(HtmlText page, String name, String value) {
        page.raw("<dt>").text(name).raw("</dt>\n<dd>").text(value).raw("</dd>\n");
    }
}
