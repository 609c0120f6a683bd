package dev.holdfast.commands.report;

import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * For a CI step summary: worst first, and cut below 1,000 kB, because GitHub throws a longer
 * summary away as a whole.
 */
final class MarkdownReport implements ReportWriter {
    static final int MOST_BYTES = 1_000_000;
    private static final int ROOM_FOR_THE_END = 1_000;
    private static final int MOST_NOTES = 50;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_PLACE = 5_000;

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        head(text, report);
        counts(text, report);
        notes(text, report.notes());
        results(text, report.results());
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void head(StringBuilder text, Report report) {
        text.append("## Holdfast ")
                .append(text(report.command()))
                .append(": ")
                .append(Words.verdictWord(report.verdict().kind()))
                .append("\n\n**Why:** ")
                .append(text(String.join("; ", report.verdict().reasons())))
                .append("\\\n**Policy:** ")
                .append(MarkdownText.code(clip(report.policy().path())))
                .append(", gate ")
                .append(MarkdownText.code(clip(report.gate().environment())));
        Words.worstCheck(report)
                .ifPresent(id ->
                        text.append("\\\n**Next:** ").append(MarkdownText.code(Words.explain(id))));
        text.append("\n\n");
    }

    private static void counts(StringBuilder text, Report report) {
        StringBuilder names = new StringBuilder("|");
        StringBuilder line = new StringBuilder("|");
        StringBuilder numbers = new StringBuilder("|");
        for (Map.Entry<Outcome, Integer> entry : Words.worstFirst(report).entrySet()) {
            names.append(' ').append(entry.getKey().word()).append(" |");
            line.append("---:|");
            numbers.append(' ').append(entry.getValue()).append(" |");
        }
        text.append(names).append('\n').append(line).append('\n').append(numbers).append("\n\n");
    }

    private static void notes(StringBuilder text, List<String> notes) {
        for (String note : notes.stream().limit(MOST_NOTES).toList()) {
            text.append("- Note: ").append(text(note)).append('\n');
        }
        if (notes.size() > MOST_NOTES) {
            text.append("- Note: ")
                    .append(notes.size() - MOST_NOTES)
                    .append(" more notes are left out here; the JSON report has all of them.\n");
        }
        text.append(notes.isEmpty() ? "" : "\n");
    }

    private static void results(StringBuilder text, List<Result> results) {
        if (results.isEmpty()) {
            text.append("There are no results: nothing was looked at, so nothing is known.\n");
            return;
        }
        text.append("| Outcome | Check | Place | What |\n|---|---|---|---|\n");
        int bytes = text.toString().getBytes(StandardCharsets.UTF_8).length;
        int shown = 0;
        for (Result result : results) {
            String row = row(result);
            int length = row.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > MOST_BYTES - ROOM_FOR_THE_END) {
                break;
            }
            text.append(row);
            bytes += length;
            shown++;
        }
        int left = results.size() - shown;
        if (left > 0) {
            text.append("\n**")
                    .append(left)
                    .append(left == 1 ? " more result is" : " more results are")
                    .append(" left out here; the JSON report has all of them.**\n");
        }
    }

    private static String row(Result result) {
        String fix =
                Words.isOpen(result) && !result.remediation().isEmpty()
                        ? " **Do:** " + text(result.remediation())
                        : "";
        return "| %s | %s | %s | %s%s |\n"
                .formatted(
                        text(Words.outcome(result)),
                        MarkdownText.code(result.check().value()),
                        place(result),
                        text(result.message()),
                        fix);
    }

    private static String place(Result result) {
        if (result.spots().isEmpty()) {
            return code(Words.place(result));
        }
        Location location = result.spots().getFirst().location();
        StringBuilder place = new StringBuilder(code(Words.sourcePlace(location)));
        if (location.origin() != null) {
            place.append(" in ").append(code(Words.place(location)));
        }
        if (result.spots().size() > 1) {
            place.append(" and ").append(result.spots().size() - 1).append(" more");
        }
        return place.toString();
    }

    private static String text(String text) {
        return MarkdownText.of(clip(text));
    }

    private static String code(String place) {
        return MarkdownText.code(MarkdownText.clip(place, LONGEST_PLACE));
    }

    private static String clip(String text) {
        return MarkdownText.clip(text, LONGEST_TEXT);
    }
}
