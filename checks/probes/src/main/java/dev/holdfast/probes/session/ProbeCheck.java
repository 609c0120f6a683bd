package dev.holdfast.probes.session;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A probe as a check: what it sees becomes results, and no secret gets into them. */
public final class ProbeCheck implements Check {
    private final Probe probe;
    private final Session session;
    private final UnaryOperator<String> clean;

    /**
     * A check.
     *
     * @param session open as long as the check runs; several checks may share one
     * @param clean takes every secret out of a text
     */
    public ProbeCheck(Probe probe, Session session, UnaryOperator<String> clean) {
        this.probe = probe;
        this.session = session;
        this.clean = clean;
    }

    @Override
    public String name() {
        return "probe." + probe.name();
    }

    @Override
    public List<CheckInfo> explanations() {
        return probe.rules();
    }

    @Override
    public Findings run(Context context) throws InterruptedException {
        context.progress().at("asking " + session.target().name() + ": " + probe.name(), 0, 0);
        Seen seen = probe.run(session);
        List<Result> results =
                seen.observations().stream()
                        .map(each -> each.result(Evidence.MEASURED, clean))
                        // By it probe diff knows two runs of different targets.
                        .map(each ->
                                each.withProperty("target", clean.apply(session.target().name())))
                        .toList();
        return new Findings(results, List.of(coverage(results)), cleaned(seen.exhibits()));
    }

    /** A finding that is gone is known to be gone only where all was looked at. */
    private Coverage coverage(List<Result> results) {
        Set<String> open =
                results.stream()
                        .filter(each ->
                                each.outcome() == Outcome.UNKNOWN
                                        || each.outcome() == Outcome.ERROR)
                        .map(Result::subject)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet());
        Set<String> ids =
                explanations().stream()
                        .map(each -> each.id().value())
                        .collect(Collectors.toUnmodifiableSet());
        return new Coverage(ids, open.isEmpty() ? Set.of("") : Set.of(), open, 0, 0);
    }

    private List<Exhibit> cleaned(List<Exhibit> exhibits) {
        return exhibits.stream().map(this::cleaned).toList();
    }

    private Exhibit cleaned(Exhibit exhibit) {
        List<Exhibit.Row> rows = new ArrayList<>();
        for (Exhibit.Row row : exhibit.rows()) {
            rows.add(
                    new Exhibit.Row(
                            row.section(),
                            clean.apply(row.group()),
                            clean.apply(row.name()),
                            row.cells().stream()
                                    .map(cell ->
                                            new Exhibit.Cell(
                                                    clean.apply(cell.words()),
                                                    cell.details().stream().map(clean).toList(),
                                                    cell.tone()))
                                    .toList()));
        }
        return new Exhibit(
                exhibit.title(),
                exhibit.caption(),
                exhibit.groupHead(),
                exhibit.rowHead(),
                exhibit.columns(),
                rows,
                exhibit.brief(),
                exhibit.counted());
    }
}
