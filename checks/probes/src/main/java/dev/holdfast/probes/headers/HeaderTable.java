package dev.holdfast.probes.headers;

import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.exhibit.Tone;
import dev.holdfast.core.problem.OneLine;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Route class by header, as a table beside the results. */
final class HeaderTable {
    private static final int LONGEST = 48;

    private final String target;
    private final List<Line> lines = new ArrayList<>();

    HeaderTable(String target) {
        this.target = target;
    }

    /** Takes note of an answer and what was said of it. */
    void add(Answer answer, String subject, List<Finding> findings) {
        List<Exhibit.Cell> cells =
                Column.ALL.stream().map(column -> cell(column, answer, findings)).toList();
        lines.add(new Line(answer.routeClass().word(), subject, cells));
    }

    /** The table; its rows by route class. */
    Exhibit exhibit() {
        return new Exhibit(
                "Headers by route class",
                "What each kind of answer sends. The value is the field's own; missing means that"
                        + " it is asked for and not there. The table judges nothing: see the"
                        + " results.",
                "class",
                "answer",
                Column.ALL.stream().map(Column::head).toList(),
                lines.stream()
                        .sorted(Comparator.comparing(Line::group))
                        .map(line ->
                                new Exhibit.Row(target, line.group(), line.subject(), line.cells()))
                        .toList(),
                false,
                Map.of());
    }

    /** The same in a few words: for each class the worst of its answers. */
    Exhibit brief() {
        Map<String, List<Line>> classes =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Line::group, TreeMap::new, Collectors.toList()));
        List<Exhibit.Row> rows = new ArrayList<>();
        classes.forEach((name, own) -> rows.add(row(name, own)));
        return new Exhibit(
                "Route class by header",
                "The worst of each class's answers: ok, bad (sent and without effect), missing, or"
                        + " - where none is asked for.",
                "",
                "class",
                Column.ALL.stream().map(Column::head).toList(),
                rows,
                true,
                Map.of());
    }

    private Exhibit.Row row(String name, List<Line> own) {
        List<Exhibit.Cell> cells = new ArrayList<>();
        for (int i = 0; i < Column.ALL.size(); i++) {
            int column = i;
            cells.add(
                    own.stream()
                            .map(line -> line.cells().get(column).tone())
                            .max(Comparator.comparingInt(HeaderTable::badness))
                            .map(HeaderTable::shortly)
                            .orElseThrow());
        }
        return new Exhibit.Row(target, "", name, cells);
    }

    private static int badness(Tone tone) {
        return switch (tone) {
            case CLOSED -> 0;
            case LIMITED -> 1;
            case AROUND -> 2;
            case OPEN -> 3;
        };
    }

    private static Exhibit.Cell shortly(Tone tone) {
        String words =
                switch (tone) {
                    case CLOSED -> "-";
                    case LIMITED -> "ok";
                    case AROUND -> "bad";
                    case OPEN -> "missing";
                };
        return new Exhibit.Cell(words, List.of(), tone);
    }

    private static Exhibit.Cell cell(Column column, Answer answer, List<Finding> findings) {
        List<Finding> own =
                findings.stream()
                        .filter(each -> column.concerns(each.rule().id().value()))
                        .toList();
        boolean sent = answer.fields().has(column.field());
        boolean failed = own.stream().anyMatch(each -> each.outcome() == Outcome.FAIL);
        boolean passed = own.stream().anyMatch(each -> each.outcome() == Outcome.PASS);
        String words =
                sent
                        ? OneLine.of(String.join(", ", answer.lines(column.field())), LONGEST)
                        : failed ? "missing" : passed ? "none needed" : "not asked for";
        Tone tone = failed ? sent ? Tone.AROUND : Tone.OPEN : passed ? Tone.LIMITED : Tone.CLOSED;
        return new Exhibit.Cell(
                words,
                own.stream()
                        .filter(each -> each.outcome() == Outcome.FAIL)
                        .map(Finding::message)
                        .toList(),
                tone);
    }

    private record Line(String group, String subject, List<Exhibit.Cell> cells) {}
}
