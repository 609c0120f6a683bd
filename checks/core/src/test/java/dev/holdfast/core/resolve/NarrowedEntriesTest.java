package dev.holdfast.core.resolve;

import static dev.holdfast.core.resolve.Cases.BASELINE_FILE;
import static dev.holdfast.core.resolve.Cases.KEY;
import static dev.holdfast.core.resolve.Cases.RULES;
import static dev.holdfast.core.resolve.Cases.fail;
import static dev.holdfast.core.resolve.Cases.told;
import static dev.holdfast.core.resolve.Cases.waivers;
import static dev.holdfast.core.result.Search.BUNDLE;
import static dev.holdfast.core.result.Search.HISTORY;
import static dev.holdfast.core.result.Search.TREE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.baseline.Baseline;
import dev.holdfast.core.baseline.BaselineEntry;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Search;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.result.Spot;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What pruning leaves of an entry whose value has left some of what it was found in. */
class NarrowedEntriesTest {
    private static final Set<Search> BOTH = Set.of(TREE, HISTORY);
    private static final Renames TO_B = () -> Map.of("a.js", "b.js");

    private static Spot spot(String path, Search... found) {
        return Cases.spot(path, "aa").in(Set.of(found));
    }

    private static Result found(Spot... spots) {
        return fail(Severity.HIGH, spots);
    }

    /** A run that looked at all of these to the end. */
    private static Findings run(Set<Search> looked, Result... results) {
        return new Findings(
                List.of(results),
                looked.stream()
                        .map(each -> new Coverage(Set.of("area"), Set.of(""), Set.of(), 1, 1, each))
                        .toList());
    }

    private static Baseline entry(String path, Set<Search> searches) {
        return new Baseline(
                BASELINE_FILE,
                KEY.id(),
                List.of(
                        new BaselineEntry(
                                Cases.spot(path, "aa").identity(), true, searches, Severity.HIGH)),
                null);
    }

    private static Resolver.Resolved resolve(Findings findings, Baseline baseline, Renames renames)
            throws IOException {
        return new Resolver(Cases.DAYS, RULES, KEY, Cases.TODAY, _ -> false, _ -> true, renames)
                .resolve(findings, waivers(), baseline);
    }

    /** {@code a.js [TREE]} and so on. */
    private static List<String> pruned(Findings findings, Baseline baseline, Renames... renames)
            throws IOException {
        Renames asked = Arrays.stream(renames).findFirst().orElse(Renames.NONE);
        return resolve(findings, baseline, asked).pruned().entries().stream()
                .map(each -> each.identity().place() + " " + new TreeSet<>(each.searches()))
                .toList();
    }

    @Test
    void whatOnlyTheHistoryStillTellsIsAcceptedThereAlone() throws IOException {
        Findings history = run(BOTH, found(spot("a.js", HISTORY)));
        assertEquals(List.of("a.js [HISTORY]"), pruned(history, entry("a.js", Set.of(TREE))));
        assertEquals(List.of("a.js [HISTORY]"), pruned(history, entry("a.js", BOTH)));
    }

    @Test
    void whatIsStillInBothStaysAsItIs() throws IOException {
        Findings both = run(BOTH, found(spot("a.js", TREE, HISTORY)));
        for (Set<Search> searches : List.of(Set.of(TREE), Set.of(HISTORY), BOTH)) {
            assertEquals(
                    List.of("a.js " + new TreeSet<>(searches)),
                    pruned(both, entry("a.js", searches)));
        }
    }

    @Test
    void whatIsNowhereAnyMoreIsDropped() throws IOException {
        for (Set<Search> searches : List.of(Set.of(TREE), Set.of(HISTORY), BOTH)) {
            assertEquals(List.of(), pruned(run(BOTH), entry("a.js", searches)));
        }
    }

    @Test
    void aSearchThatDidNotRunStays() throws IOException {
        assertEquals(List.of("a.js [HISTORY]"), pruned(run(Set.of(TREE)), entry("a.js", BOTH)));
        assertEquals(
                List.of("a.js [TREE, HISTORY]"),
                pruned(run(Set.of(HISTORY), found(spot("a.js", HISTORY))), entry("a.js", BOTH)));
        assertEquals(
                List.of("a.js [TREE, BUNDLE]"),
                pruned(
                        run(Set.of(TREE), found(spot("a.js", TREE))),
                        entry("a.js", Set.of(TREE, BUNDLE))));
    }

    @Test
    void anEntryOfWhichNobodyWroteDownInWhatItWasFoundIsNotNarrowed() throws IOException {
        assertEquals(
                List.of("a.js []"),
                pruned(run(BOTH, found(spot("a.js", HISTORY))), entry("a.js", Set.of())));
    }

    @Test
    void aHistoryThatTellsItElsewhereStillHasIt() throws IOException {
        assertEquals(
                List.of("a.js [HISTORY]"),
                pruned(run(BOTH, found(spot("old.js", HISTORY))), entry("a.js", BOTH)));
    }

    @Test
    void whatOnlyTheHistoryHasExcusesNoFile() throws IOException {
        Baseline past = entry("a.js", Set.of(HISTORY));
        assertEquals(
                List.of("baselined a.js"),
                told(
                        resolve(run(BOTH, found(spot("a.js", HISTORY))), past, Renames.NONE)
                                .results()));
        assertEquals(
                List.of("fail a.js"),
                told(
                        resolve(run(BOTH, found(spot("a.js", TREE, HISTORY))), past, Renames.NONE)
                                .results()));
        assertEquals(
                List.of("fail a.js"),
                told(
                        resolve(run(Set.of(TREE), found(spot("a.js", TREE))), past, Renames.NONE)
                                .results()));
    }

    @Test
    void aRenamedFileKeepsItsEntryWhileTheHistoryTellsTheOldName() throws IOException {
        Findings moved = run(BOTH, found(spot("b.js", TREE), spot("a.js", HISTORY)));
        for (Set<Search> searches : List.of(Set.of(TREE), BOTH)) {
            Baseline baseline = entry("a.js", searches);
            assertEquals(
                    List.of("baselined b.js,a.js"), told(resolve(moved, baseline, TO_B).results()));
            assertEquals(List.of("a.js [HISTORY]", "b.js [TREE]"), pruned(moved, baseline, TO_B));
            assertEquals(
                    List.of("baselined a.js", "fail b.js"),
                    told(resolve(moved, baseline, Renames.NONE).results()));
        }
    }

    @Test
    void aCopyOfAFileIsNotARenamedOne() throws IOException {
        Findings copied = run(BOTH, found(spot("b.js", TREE), spot("a.js", TREE, HISTORY)));
        assertEquals(
                List.of("baselined a.js", "fail b.js"),
                told(resolve(copied, entry("a.js", BOTH), TO_B).results()));
    }

    @Test
    void renamingWithoutALookAtTheHistoryKeepsWhatItMayHold() throws IOException {
        Findings files = run(Set.of(TREE), found(spot("b.js", TREE)));
        assertEquals(
                List.of("a.js [HISTORY]", "b.js [TREE]"),
                pruned(files, entry("a.js", Set.of(TREE)), TO_B));
        Findings neverCommitted = run(BOTH, found(spot("b.js", TREE)));
        assertEquals(
                List.of("b.js [TREE]"), pruned(neverCommitted, entry("a.js", Set.of(TREE)), TO_B));
    }
}
