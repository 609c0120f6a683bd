package dev.holdfast.commands.report;

import dev.holdfast.core.exhibit.Exhibit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A brief table in plain text. Its columns stand as lines and its rows as columns when there are
 * more columns than rows, so that it stays narrow.
 */
final class TextExhibit {
    private static final String GAP = "  ";

    private TextExhibit() {}

    static String of(Exhibit exhibit) {
        StringBuilder text = new StringBuilder(Visible.line(exhibit.title())).append('\n');
        Map<String, List<Exhibit.Row>> sections = new LinkedHashMap<>();
        exhibit.rows()
                .forEach(row ->
                        sections.computeIfAbsent(row.section(), _ -> new ArrayList<>()).add(row));
        sections.forEach((name, rows) -> {
            text.append(GAP).append(Visible.line(name)).append('\n');
            table(text, lines(exhibit, rows));
        });
        return text.append('\n').toString();
    }

    private static List<List<String>> lines(Exhibit exhibit, List<Exhibit.Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        rows.forEach(
                row -> head.add(Visible.line(row.name().isEmpty() ? row.group() : row.name())));
        lines.add(head);
        for (int i = 0; i < exhibit.columns().size(); i++) {
            List<String> line = new ArrayList<>(List.of(Visible.line(exhibit.columns().get(i))));
            for (Exhibit.Row row : rows) {
                line.add(Visible.line(row.cells().get(i).words()));
            }
            lines.add(line);
        }
        return lines;
    }

    private static void table(StringBuilder text, List<List<String>> lines) {
        int columns = lines.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], Columns.of(line.get(i)));
            }
        }
        for (List<String> line : lines) {
            StringBuilder shown = new StringBuilder(GAP);
            for (int i = 0; i < columns; i++) {
                shown.append(line.get(i))
                        .repeat(' ', widths[i] - Columns.of(line.get(i)) + GAP.length());
            }
            text.append(GAP).append(shown.toString().stripTrailing()).append('\n');
        }
    }
}
