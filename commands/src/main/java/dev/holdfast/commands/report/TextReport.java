package dev.holdfast.commands.report;

import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.gate.Verdict;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.result.Spot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For a person at a terminal: 80 columns, worst first, words beside colour. */
final class TextReport implements ReportWriter {
    private static final int WIDTH = 80;
    private static final int MOST_PLACES = 5;
    private static final int MOST_SUBJECTS = 8;

    private final ReportOptions options;

    TextReport(ReportOptions options) {
        this.options = options;
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        AlikeResults.of(report.results().stream().filter(each -> shown(each, report)))
                .forEach(each -> result(text, each));
        if (!options.quiet()) {
            report.exhibits().stream()
                    .filter(Exhibit::brief)
                    .forEach(each -> text.append(TextExhibit.of(each)));
            text.append(AcceptedResults.of(report.results(), WIDTH));
            for (String note : report.notes()) {
                text.append(TextWrap.wrap("note: " + Visible.line(note), "", "      ", WIDTH));
            }
            if (!report.notes().isEmpty()) {
                text.append('\n');
            }
        }
        summary(text, report);
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static final Set<String> ALWAYS =
            Set.of("waivers.expired", "waivers.invalid", "baseline.invalid");

    private boolean shown(Result result, Report report) {
        if (!options.quiet()) {
            return Words.isOpen(result);
        }
        return switch (result.outcome()) {
            // Why an old finding is back stands in these, whatever their severity.
            case FAIL ->
                    report.gate().block().contains(result.severity())
                            || ALWAYS.contains(result.check().value());
            case ERROR, UNKNOWN -> report.verdict().kind() != Verdict.Kind.CLEAR;
            case PASS, NOT_APPLICABLE, WAIVED, BASELINED -> false;
        };
    }

    private void result(StringBuilder text, AlikeResults alike) {
        Result result = alike.first();
        String head = Words.outcome(result);
        text.append(colour(result, head)).append("  ").append(result.check()).append('\n');
        text.append(TextWrap.wrap(Visible.line(result.message()), "  ", "  ", WIDTH));
        int places = 0;
        for (Spot spot : result.spots()) {
            if (++places > MOST_PLACES) {
                int more = result.spots().size() - MOST_PLACES;
                text.append("  and " + more + " more " + (more == 1 ? "place" : "places") + "\n");
                break;
            }
            place(text, spot.location());
        }
        subjects(text, alike.subjects());
        facts(text, result);
        if (!result.remediation().isEmpty()) {
            text.append(
                    TextWrap.wrap(
                            "do: " + Visible.line(result.remediation()), "  ", "      ", WIDTH));
        }
        text.append('\n');
    }

    private static void subjects(StringBuilder text, List<String> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        List<String> named = subjects.stream().limit(MOST_SUBJECTS).map(Visible::line).toList();
        int more = subjects.size() - named.size();
        text.append(
                TextWrap.wrap(
                        "about "
                                + String.join(", ", named)
                                + (more == 0 ? "" : " and " + more + " more"),
                        "  ",
                        "      ",
                        WIDTH));
    }

    /** Broken between facts only: a path with a blank in it stays whole. */
    private static void facts(StringBuilder text, Result result) {
        StringBuilder line = new StringBuilder();
        for (Map.Entry<String, String> each : Words.facts(result).entrySet()) {
            String fact = Visible.line(each.getKey() + " " + each.getValue());
            if (!line.isEmpty() && 2 + Columns.of(line.toString()) + 2 + Columns.of(fact) > WIDTH) {
                text.append(factLine(line + ","));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : ", ").append(fact);
        }
        if (!line.isEmpty()) {
            text.append(factLine(line.toString()));
        }
    }

    private static String factLine(String line) {
        return 2 + Columns.of(line) <= WIDTH || line.indexOf('/') >= 0
                ? "  " + line + "\n"
                : TextWrap.wrap(line, "  ", "  ", WIDTH);
    }

    private static void place(StringBuilder text, Location location) {
        // A path stays whole, however long: a person copies it.
        text.append("  at ").append(Visible.line(Words.sourcePlace(location))).append('\n');
        if (location.origin() != null) {
            text.append("     in ").append(Visible.line(Words.place(location))).append('\n');
        }
    }

    private void summary(StringBuilder text, Report report) {
        if (!options.quiet()) {
            text.append(TextWrap.wrap(Visible.line(Words.policy(report)), "", "  ", WIDTH));
        }
        text.append(TextWrap.wrap(Words.counts(report), "", "  ", WIDTH));
        String verdict = Words.verdict(report.verdict());
        int code =
                switch (report.verdict().kind()) {
                    case CLEAR -> 32;
                    case BLOCKED -> 31;
                    case UNDECIDED -> 33;
                };
        text.append(paint("1;" + code, TextWrap.wrap(Visible.line(verdict), "", "  ", WIDTH)));
        if (!options.quiet()) {
            Words.worstCheck(report)
                    .ifPresent(id -> text.append("next: " + Words.explain(id) + "\n"));
        }
    }

    private String colour(Result result, String word) {
        @Nullable String code =
                switch (result.outcome()) {
                    case FAIL -> failing(result.severity());
                    case ERROR, UNKNOWN -> "1;33";
                    case PASS, NOT_APPLICABLE, WAIVED, BASELINED -> null;
                };
        return code == null ? word : paint(code, word);
    }

    private static String failing(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "1;31";
            case MEDIUM -> "33";
            case LOW, INFO -> "36";
        };
    }

    private String paint(String code, String words) {
        return options.colour()
                ? "\u001B["
                        + code
                        + "m"
                        + words.stripTrailing()
                        + "\u001B[0m"
                        + (words.endsWith("\n") ? "\n" : "")
                : words;
    }
}
