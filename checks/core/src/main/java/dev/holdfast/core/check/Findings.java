package dev.holdfast.core.check;

import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What checks say, and what each of them looked at to be able to say so.
 *
 * @param coverage one for each check that ran to its end
 * @param exhibits what is shown beside the results and judges nothing
 */
public record Findings(List<Result> results, List<Coverage> coverage, List<Exhibit> exhibits) {

    public Findings {
        results = List.copyOf(results);
        coverage = List.copyOf(coverage);
        exhibits = List.copyOf(exhibits);
    }

    /** What checks say that show nothing beside it. */
    public Findings(List<Result> results, List<Coverage> coverage) {
        this(results, coverage, List.of());
    }

    /** What one check says. */
    public Findings(List<Result> results, Coverage coverage) {
        this(results, List.of(coverage));
    }

    /** The same as far as some of the searches tell it. */
    public Findings of(Predicate<Coverage> some) {
        return new Findings(results, coverage.stream().filter(some).toList(), exhibits);
    }

    /** The same with other results. */
    public Findings with(List<Result> others) {
        return new Findings(others, coverage, exhibits);
    }

    /** The same with one more exhibit. */
    public Findings showing(Exhibit exhibit) {
        List<Exhibit> more = new ArrayList<>(exhibits);
        more.add(exhibit);
        return new Findings(results, coverage, more);
    }

    /**
     * Whether this run can say that the check finds nothing (more) at that path: somebody looked
     * for it there, and nobody who looks for it had to leave the path out.
     */
    public boolean covers(CheckId check, String path) {
        return coverage.stream().anyMatch(each -> each.covers(check, path))
                && coverage.stream().noneMatch(each -> each.leavesOut(check, path));
    }

    /** Whether this run looked for the check anywhere. */
    public boolean looksFor(CheckId check) {
        return coverage.stream()
                .anyMatch(each -> each.looksFor(check) && !each.folders().isEmpty());
    }

    /**
     * Whether this run looked for the check everywhere, and had to leave nothing out. A check says
     * so by naming the root among its folders.
     */
    public boolean coversAll(CheckId check) {
        return covers(check, "");
    }

    /**
     * Whether this run looked for the check from the root on, whatever it was told to leave out.
     */
    public boolean begunAtRoot(CheckId check) {
        return coverage.stream()
                .anyMatch(each -> each.looksFor(check) && each.folders().contains(""));
    }

    /** How many files were read. */
    public long files() {
        return coverage.stream().mapToLong(Coverage::files).sum();
    }

    /** How many bytes were read. */
    public long bytes() {
        return coverage.stream().mapToLong(Coverage::bytes).sum();
    }
}
