package dev.holdfast.commands.report;

import dev.holdfast.core.result.Excerpt;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws one place of a result: the original source first, since that is where it is mended. */
final class HtmlPlace {

    private HtmlPlace() {}

    static void draw(HtmlText page, Spot spot, Result result) {
        Location location = spot.location();
        if (location.origin() == null) {
            place(page, "Where", Words.place(location), "");
        } else {
            place(page, "Source", Words.origin(location.origin()), " class=\"origin\"");
            place(page, "Built file", Words.place(location), "");
        }
        Excerpt excerpt = spot.excerpt();
        if (excerpt != null) {
            excerpt(page, excerpt, location, result);
        }
    }

    private static void place(HtmlText page, String label, String place, String kind) {
        page.raw("<p class=\"place\"><span class=\"label\">" + label + "</span> ")
                .raw("<code" + kind + ">")
                .text(place)
                .raw("</code></p>\n");
    }

    private static void excerpt(HtmlText page, Excerpt excerpt, Location location, Result result) {
        // A long line scrolls, and what scrolls must be reachable with the keyboard.
        page.raw("<pre class=\"code\" tabindex=\"0\" role=\"group\" aria-label=\"code around ")
                .text(result.check().value())
                .raw("\">");
        List<String> lines = excerpt.lines();
        for (int i = 0; i < lines.size(); i++) {
            int number = excerpt.firstLine() + i;
            boolean hit = number >= location.line() && number <= location.endLine();
            page.raw("<span class=\"number" + (hit && lines.size() > 1 ? " hit" : "") + "\">")
                    .text(String.valueOf(number))
                    .raw("</span>");
            if (i == 0 && excerpt.column() > 1) {
                page.raw("<span class=\"cut\">…</span>");
            }
            line(page, lines.get(i).replace("\t", "    "), result.properties().get("redacted"));
        }
        page.raw("</pre>\n");
    }

    /** The line, with what stands there instead of the secret marked. */
    private static void line(HtmlText page, String line, @Nullable Object redacted) {
        // A redacted value is "sk_live_… (65 characters)"; the line has it up to the dots.
        String shown = redacted == null ? "" : redacted.toString();
        String secret = shown.substring(0, shown.indexOf('…') + 1);
        int at = line.indexOf(secret);
        // Dots alone may stand for another secret on the line.
        if (secret.isEmpty() || at < 0 || (secret.length() == 1 && line.indexOf('…', at + 1) > 0)) {
            page.text(line).raw("\n");
            return;
        }
        page.text(line.substring(0, at))
                .raw("<mark>")
                .text(secret)
                .raw("</mark>")
                .text(line.substring(at + secret.length()))
                .raw("\n");
    }
}
