package dev.holdfast.commands.report;

import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * For a CI step summary: worst first, and cut below 1,000 kB, because GitHub throws a longer
 * summary away as a whole.
 */
final class MarkdownReport implements ReportWriter {
    static final int MOST_BYTES = 1_000_000;
    private static final int ROOM_FOR_THE_END = 1_000;

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("## Holdfast ")
                .append(escape(report.command()))
                .append(": ")
                .append(Words.verdictWord(report.verdict().kind()))
                .append("\n\n")
                .append(escape(String.join("; ", report.verdict().reasons())))
                .append(" (gate ")
                .append(escape(report.gate().environment()))
                .append(")\n\n");
        counts(text, report);
        for (String note : report.notes()) {
            text.append("> ").append(escape(note)).append("\n>\n");
        }
        text.append("\n| Outcome | Check | Place | What |\n|---|---|---|---|\n");
        int bytes = text.toString().getBytes(StandardCharsets.UTF_8).length;
        int shown = 0;
        for (Result result : report.results()) {
            String row = row(result);
            int length = row.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > MOST_BYTES - ROOM_FOR_THE_END) {
                break;
            }
            text.append(row);
            bytes += length;
            shown++;
        }
        int left = report.results().size() - shown;
        if (left > 0) {
            text.append("\n**")
                    .append(left)
                    .append(
                            " more results are left out here; the JSON report has all of them.**\n");
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void counts(StringBuilder text, Report report) {
        StringBuilder names = new StringBuilder("|");
        StringBuilder line = new StringBuilder("|");
        StringBuilder numbers = new StringBuilder("|");
        for (Map.Entry<Outcome, Integer> entry : report.summary().entrySet()) {
            names.append(' ').append(entry.getKey().word()).append(" |");
            line.append("---|");
            numbers.append(' ').append(entry.getValue()).append(" |");
        }
        text.append(names).append('\n').append(line).append('\n').append(numbers).append("\n\n");
    }

    private static String row(Result result) {
        StringBuilder place = new StringBuilder(code(Words.place(result)));
        result.location()
                .map(location -> location.origin())
                .ifPresent(origin -> place.append(" from ").append(code(Words.origin(origin))));
        if (result.spots().size() > 1) {
            place.append(" and ").append(result.spots().size() - 1).append(" more");
        }
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        escape(Words.outcome(result)),
                        code(result.check().value()),
                        place,
                        escape(
                                result.message()
                                        + (Words.isOpen(result) && !result.remediation().isEmpty()
                                                ? ". Do: " + result.remediation()
                                                : "")));
    }

    /** A code span that no name can end: backticks and pipes are written as other characters. */
    private static String code(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String shown = Visible.line(text).replace("`", "\\u0060").replace("|", "\\u007C");
        return "`" + shown + "`";
    }

    /** Every character that Markdown, HTML or a mention gives a meaning is escaped. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char each : Visible.line(text).toCharArray()) {
            switch (each) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                // A zero-width space keeps a name from being notified; the reader sees no change.
                case '@' -> escaped.append("@\u200B");
                case '\\', '`', '*', '_', '{', '}', '[', ']', '(', ')', '#', '!', '|', '~' ->
                        escaped.append('\\').append(each);
                default -> escaped.append(each);
            }
        }
        return escaped.toString().replace("://", ":&#47;&#47;");
    }
}
