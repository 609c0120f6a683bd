package dev.holdfast.core.resolve;

import static dev.holdfast.core.resolve.Cases.BASELINE_FILE;
import static dev.holdfast.core.resolve.Cases.KEY;
import static dev.holdfast.core.resolve.Cases.RULES;
import static dev.holdfast.core.resolve.Cases.TODAY;
import static dev.holdfast.core.resolve.Cases.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.baseline.Baseline;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Search;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.result.Spot;
import dev.holdfast.core.waiver.Waiver;
import dev.holdfast.core.waiver.WaiverScope;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A waiver that names the fingerprint of a place does not follow the place, and that is said. */
class MovedWaiversTest {
    private static final String UNUSED = "fail waivers.unused .holdfast/waivers.yaml";
    private static final Map<String, String> TO_B = Map.of("a.js", "b.js");

    private static Spot spot(String path, String hash, Search... found) {
        return Cases.spot(path, hash).in(Set.of(found));
    }

    private static Waiver waiver(Spot... named) {
        Set<String> prints = Set.copyOf(List.of(named).stream().map(Spot::fingerprint).toList());
        return Cases.waiver(
                "W-1",
                TODAY.minusDays(3),
                TODAY.plusDays(3),
                new WaiverScope(List.of(), prints, null));
    }

    /** A run that looked at the files and, when it is whole, at the history. */
    private static List<Result> resolve(
            Waiver waiver, Map<String, String> renames, boolean whole, Spot... spots)
            throws IOException {
        List<Result> results =
                spots.length == 0 ? List.of() : List.of(Cases.fail(Severity.HIGH, spots));
        return resolve(waiver, renames, whole, Set.of(), results);
    }

    private static List<Result> resolve(
            Waiver waiver,
            Map<String, String> renames,
            boolean whole,
            Set<String> holes,
            List<Result> results)
            throws IOException {
        List<Search> looked = whole ? List.of(Search.TREE, Search.HISTORY) : List.of(Search.TREE);
        Renames known =
                new Renames() {
                    @Override
                    public Map<String, String> sinceBaseline() {
                        throw new AssertionError("there is no baseline");
                    }

                    @Override
                    public Map<String, String> sinceWaivers() {
                        return renames;
                    }
                };
        Findings findings =
                new Findings(
                        results,
                        looked.stream()
                                .map(each ->
                                        new Coverage(Set.of("area"), Set.of(""), holes, 1, 1, each))
                                .toList());
        return new Resolver(Cases.DAYS, RULES, KEY, TODAY, _ -> false, _ -> true, known)
                .resolve(findings, Cases.waivers(waiver), Baseline.none(BASELINE_FILE))
                .results();
    }

    @Test
    void theNewFingerprintOfARenamedFileIsNamed() throws IOException {
        Spot now = spot("b.js", "aa", Search.TREE);
        for (boolean whole : List.of(true, false)) {
            List<Result> results = resolve(waiver(spot("a.js", "aa")), TO_B, whole, now);
            assertEquals(List.of("fail b.js", UNUSED), told(results));
            String message = results.getLast().message();
            assertTrue(message.contains(now.fingerprint()), message);
            assertTrue(message.contains("b.js"), message);
        }
    }

    @Test
    void itIsNamedAlsoWhileTheHistoryTellsTheOldName() throws IOException {
        Spot now = spot("b.js", "aa", Search.TREE);
        Spot past = spot("a.js", "aa", Search.HISTORY);
        assertEquals(
                List.of("fail b.js", UNUSED, "waived a.js by W-1"),
                told(resolve(waiver(past), TO_B, true, now, past)));
    }

    @Test
    void aWaiverThatNamesBothIsWhole() throws IOException {
        Spot now = spot("b.js", "aa", Search.TREE);
        assertEquals(
                List.of("waived b.js by W-1"),
                told(resolve(waiver(now, spot("a.js", "aa")), TO_B, true, now)));
    }

    @Test
    void anotherValueInTheRenamedFileIsNotMeant() throws IOException {
        assertEquals(
                List.of("fail b.js"),
                told(
                        resolve(
                                waiver(spot("a.js", "aa")),
                                TO_B,
                                false,
                                spot("b.js", "zz", Search.TREE))));
    }

    @Test
    void aCopyIsNotARenamedFile() throws IOException {
        Spot old = spot("a.js", "aa", Search.TREE);
        assertEquals(
                List.of("fail b.js", "waived a.js by W-1"),
                told(resolve(waiver(old), TO_B, true, old, spot("b.js", "aa", Search.TREE))));
    }

    @Test
    void aFingerprintThatMeansNothingIsUnneededOnlyWhereAllWasLookedAt() throws IOException {
        Waiver waiver = waiver(spot("a.js", "aa"));
        assertEquals(List.of(UNUSED), told(resolve(waiver, Map.of(), true)));
        assertEquals(List.of(), told(resolve(waiver, Map.of(), false)));
    }

    @Test
    void whatWasLeftOutOnPurposeIsSaidAndHidesNoUnneededFingerprint() throws IOException {
        Waiver waiver = waiver(spot("a.js", "aa"));
        Set<String> ignored = Set.of("node_modules");
        List<Result> told = resolve(waiver, Map.of(), true, ignored, List.of());
        assertEquals(List.of(UNUSED), told(told));
        assertTrue(told.getFirst().message().contains("what git ignores"));
        assertEquals(List.of(), resolve(waiver, Map.of(), false, ignored, List.of()));
        Result open = Cases.result(Outcome.UNKNOWN, Severity.HIGH, "locked.js");
        assertEquals(List.of(open), resolve(waiver, Map.of(), true, ignored, List.of(open)));
    }
}
