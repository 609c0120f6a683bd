package dev.holdfast.commands.report;

import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.exhibit.Tone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a table that a check shows: one {@code <table>} a section, folded away when it is long. */
final class HtmlExhibit {
    /** A browser stays quick with so many; the JSON report has all of them. */
    static final int MOST_ROWS = 5_000;

    /** From here on a section is folded away. */
    private static final int MANY_ROWS = 40;

    private final HtmlText page;
    private final Exhibit exhibit;
    private final int number;

    private HtmlExhibit(HtmlText page, Exhibit exhibit, int number) {
        this.page = page;
        this.exhibit = exhibit;
        this.number = number;
    }

    static void draw(HtmlText page, List<Exhibit> exhibits) {
        int number = 0;
        for (Exhibit each : exhibits) {
            new HtmlExhibit(page, each, ++number).draw();
        }
    }

    private void draw() {
        page.raw("<section class=\"exhibit\" aria-labelledby=\"exhibit" + number + "\">\n<h2 id=\"")
                .raw("exhibit" + number + "\">")
                .text(exhibit.title())
                .raw("</h2>\n<p class=\"legend\">")
                .text(exhibit.caption())
                .raw("</p>\n");
        if (exhibit.rows().isEmpty()) {
            page.raw("<p class=\"nothing\">There is nothing to show.</p>\n");
        }
        Map<String, List<Exhibit.Row>> sections = new LinkedHashMap<>();
        exhibit.rows().stream()
                .limit(MOST_ROWS)
                .forEach(row ->
                        sections.computeIfAbsent(row.section(), name -> new ArrayList<>())
                                .add(row));
        sections.forEach(this::section);
        int left = exhibit.rows().size() - MOST_ROWS;
        if (left > 0) {
            page.raw("<p class=\"nothing\">")
                    .text(left + (left == 1 ? " more row is" : " more rows are"))
                    .raw(" left out here; the JSON report has all of them.</p>\n");
        }
        page.raw("</section>\n");
    }

    private void section(String name, List<Exhibit.Row> rows) {
        page.raw("<details" + (rows.size() < MANY_ROWS ? " open" : "") + "><summary>")
                .text(exhibit.counted().isEmpty() ? name : name + ": " + counts(rows))
                .raw("</summary>\n")
                // What scrolls must be reachable with the keyboard.
                .raw("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"")
                .text(exhibit.title() + ": " + name)
                .raw("\">\n<table>\n<caption>")
                .text(exhibit.title() + ": " + name)
                .raw("</caption>\n<thead><tr>");
        if (grouped()) {
            head(exhibit.groupHead());
        }
        head(exhibit.rowHead());
        exhibit.columns().forEach(this::head);
        page.raw("</tr></thead>\n");
        Map<String, List<Exhibit.Row>> groups = new LinkedHashMap<>();
        rows.forEach(
                row -> groups.computeIfAbsent(row.group(), group -> new ArrayList<>()).add(row));
        groups.forEach(this::group);
        page.raw("</table>\n</div>\n</details>\n");
    }

    /** A table whose groups have no head has none. */
    private boolean grouped() {
        return !exhibit.groupHead().isEmpty();
    }

    private void head(String name) {
        page.raw("<th scope=\"col\">").text(name).raw("</th>");
    }

    private void group(String name, List<Exhibit.Row> rows) {
        page.raw("<tbody>\n");
        for (int i = 0; i < rows.size(); i++) {
            page.raw("<tr>");
            if (i == 0 && grouped()) {
                page.raw("<th scope=\"rowgroup\" rowspan=\"" + rows.size() + "\">")
                        .text(name)
                        .raw("</th>");
            }
            page.raw("<th scope=\"row\">").text(rows.get(i).name()).raw("</th>");
            rows.get(i).cells().forEach(this::cell);
            page.raw("</tr>\n");
        }
        page.raw("</tbody>\n");
    }

    private void cell(Exhibit.Cell cell) {
        page.raw("<td class=\"" + cell.tone().word() + "\">").text(cell.words());
        if (!cell.details().isEmpty()) {
            page.raw("<ul>");
            cell.details().forEach(each -> page.raw("<li>").text(each).raw("</li>"));
            page.raw("</ul>");
        }
        page.raw("</td>");
    }

    /** What a reader opens the section for. */
    private String counts(List<Exhibit.Row> rows) {
        Map<Tone, Long> tones = new EnumMap<>(Tone.class);
        rows.stream()
                .flatMap(row -> row.cells().stream())
                .forEach(cell -> tones.merge(cell.tone(), 1L, Long::sum));
        List<String> parts = new ArrayList<>();
        for (Tone tone : List.of(Tone.OPEN, Tone.AROUND, Tone.LIMITED, Tone.CLOSED)) {
            long count = tones.getOrDefault(tone, 0L);
            if (count > 0) {
                parts.add(count + " " + exhibit.counted().getOrDefault(tone, tone.word()));
            }
        }
        return String.join(", ", parts);
    }
}
