package dev.holdfast.commands.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.commands.baseline.BaselineCreate;
import dev.holdfast.commands.baseline.BaselinePrune;
import dev.holdfast.commands.check.CheckCommand;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.policy.PolicyValidate;
import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one search has found is no business of another that cannot see it. */
class OtherSearchesTest {
    private static final String OLD = "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc".repeat(4);
    private static final String NEW = "sk_" + "live_" + "9aB27KwMzkXEbsjuU3yeq5fd".repeat(4);
    private static final String POLICY =
            "apiVersion: holdfast/v1\nbaseline: {ratchet: true, neverFor: []}\n";
    private static final String BOTH =
            POLICY + "secrets:\n  tree: {enabled: true}\n  history: {enabled: true, all: true}\n";
    private static final String TREE_ALONE = POLICY + "secrets:\n  tree: {enabled: true}\n";
    private static final String STALE = "\"check\": \"baseline.stale\"";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private WorkTree tree;

    /** One key only in the history, one in the files and in the history. */
    @BeforeEach
    void aRepository() throws IOException, InterruptedException {
        tree = WorkTree.init(folder.resolve("project"));
        tree.write("holdfast.yaml", BOTH);
        tree.write("src/old.ts", "const key = '" + OLD + "'\n");
        tree.commit();
        Files.delete(tree.folder().resolve("src/old.ts"));
        tree.write("src/new.ts", "const key = '" + NEW + "'\n");
        tree.commit();
    }

    private WorkTree.Run run(Leaf command, String... words)
            throws IOException, InterruptedException {
        return tree.run(command, Map.of(), words);
    }

    private String baseline() throws IOException {
        return Files.readString(tree.folder().resolve(".holdfast/baseline.json"));
    }

    private static void isClear(WorkTree.Run run) {
        assertEquals(0, run.code(), run.json());
        assertFalse(run.json().contains(STALE), run.json());
    }

    @Test
    void anEntryOfTheHistoryIsNotUnneededWhereOnlyFilesAreLookedAt()
            throws IOException, InterruptedException {
        assertEquals(0, run(new SecretsBaseline(), "--history").code());
        assertTrue(baseline().contains("\"searches\":[\"history\"]"), baseline());
        assertTrue(baseline().contains("\"searches\":[\"tree\",\"history\"]"), baseline());
        isClear(run(new SecretsScan()));
        isClear(run(new SecretsHistory(), "--all"));
        isClear(run(new SecretsHistory()));
        isClear(run(new CheckCommand()));
        tree.write("src/other.ts", "const a = 1\n");
        tree.git("add", "-A");
        isClear(run(new SecretsStaged()));
    }

    @Test
    void anEntryOfAFileIsNotUnneededWhereOnlyTheHistoryIsLookedAt()
            throws IOException, InterruptedException {
        tree.write("src/fresh.ts", "const key = '" + NEW.replace('9', '8') + "'\n");
        assertEquals(0, run(new SecretsBaseline()).code());
        assertFalse(run(new SecretsHistory(), "--all").json().contains(STALE));
    }

    @Test
    void anEntryIsUnneededWhenAllInWhichItWasFoundWasLookedAt()
            throws IOException, InterruptedException {
        tree.write("src/fresh.ts", "const key = '" + NEW.replace('9', '8') + "'\n");
        assertEquals(0, run(new SecretsBaseline()).code());
        Files.delete(tree.folder().resolve("src/fresh.ts"));
        WorkTree.Run scan = run(new SecretsScan());
        assertEquals(1, scan.code(), scan.json());
        assertTrue(scan.json().contains(STALE), scan.json());
    }

    @Test
    void pruningDropsOnlyWhatWasLookedFor() throws IOException, InterruptedException {
        assertEquals(0, run(new SecretsBaseline(), "--history").code());
        String before = baseline();
        tree.write("holdfast.yaml", TREE_ALONE);
        isClear(run(new BaselinePrune()));
        assertEquals(before, baseline());
    }

    @Test
    void pruningLooksAtAllThatItsEntriesWereFoundIn() throws IOException, InterruptedException {
        assertEquals(0, run(new SecretsBaseline(), "--history").code());
        Files.delete(tree.folder().resolve("src/new.ts"));
        tree.commit();
        tree.write("holdfast.yaml", POLICY);
        WorkTree.Run pruned = run(new BaselinePrune());
        isClear(pruned);
        assertTrue(pruned.json().contains("0 of 2 entries dropped, 1 changed"), pruned.json());
        assertFalse(baseline().contains("\"tree\""), baseline());
        isClear(run(new SecretsScan()));
        isClear(run(new SecretsHistory(), "--all"));
        String before = baseline();
        isClear(run(new BaselinePrune()));
        assertEquals(before, baseline());
    }

    @Test
    void whatIsNoLongerInAFileAndStaysInTheHistoryIsPrunedToThatEnd()
            throws IOException, InterruptedException {
        assertEquals(0, run(new SecretsBaseline()).code());
        Files.delete(tree.folder().resolve("src/new.ts"));
        tree.commit();
        assertEquals(1, run(new SecretsScan()).code());
        run(new BaselinePrune());
        isClear(run(new SecretsScan()));
        assertTrue(baseline().contains("\"searches\":[\"history\"]"), baseline());
        tree.write("src/new.ts", "const key = '" + NEW + "'\n");
        assertEquals(1, run(new SecretsScan()).code());
    }

    @Test
    void aRenamedFileKeepsItsEntryInEverySearch() throws IOException, InterruptedException {
        assertEquals(0, run(new SecretsBaseline(), "--history").code());
        tree.commit();
        tree.git("mv", "src/new.ts", "src/moved.ts");
        tree.commit();
        isClear(run(new SecretsScan()));
        isClear(run(new CheckCommand()));
        isClear(run(new SecretsHistory(), "--all"));
        isClear(run(new BaselinePrune()));
        assertTrue(baseline().contains("src/moved.ts"), baseline());
        isClear(run(new SecretsScan()));
        isClear(run(new CheckCommand()));
        isClear(run(new SecretsHistory(), "--all"));
        tree.write("src/copy.ts", "const key = '" + NEW + "'\n");
        assertEquals(1, run(new CheckCommand()).code());
    }

    @Test
    void anotherKeyHasAWayOutThatNeedsNoDeletion() throws IOException, InterruptedException {
        assertEquals(0, run(new SecretsBaseline(), "--history").code());
        Map<String, String> own = Map.of("HOLDFAST_FINGERPRINT_KEY", "0123456789abcdefghij");
        UserProblem problem =
                assertThrows(UserProblem.class, () -> tree.run(new SecretsBaseline(), own));
        String hint = String.valueOf(problem.hint());
        assertTrue(hint.contains("holdfast secrets baseline --replace"), hint);
        WorkTree.Run replaced = tree.run(new SecretsBaseline(), own, "--history", "--replace");
        isClear(replaced);
        assertTrue(replaced.json().contains("2 entries made with the fingerprint key"));
        isClear(tree.run(new CheckCommand(), own));
        assertFalse(
                tree.run(new SecretsBaseline(), own, "--history", "--replace")
                        .json()
                        .contains("made with the fingerprint key"));
        WorkTree.Run created = run(new BaselineCreate());
        isClear(created);
        assertTrue(created.json().contains("2 entries made with the fingerprint key"));
        isClear(run(new CheckCommand()));
    }

    @Test
    void replacingKeepsWhatWasNotLookedForUnderTheSameKey()
            throws IOException, InterruptedException {
        assertEquals(0, run(new SecretsBaseline(), "--history").code());
        String before = baseline();
        isClear(run(new SecretsBaseline(), "--replace"));
        assertEquals(before, baseline());
    }

    @Test
    void aFileThatCannotBeFollowedIsReplacedOnlyWhenAsked()
            throws IOException, InterruptedException {
        tree.write(".holdfast/baseline.json", "{\n");
        assertThrows(UserProblem.class, () -> run(new SecretsBaseline()));
        WorkTree.Run replaced = run(new SecretsBaseline(), "--history", "--replace");
        isClear(replaced);
        assertTrue(replaced.json().contains("was written anew"), replaced.json());
    }

    @Test
    void aBaselineThatNoRunWouldFollowMakesItsPolicyInvalid()
            throws IOException, InterruptedException {
        assertEquals(0, run(new PolicyValidate()).code());
        assertEquals(0, run(new SecretsBaseline(), "--history").code());
        assertEquals(0, run(new PolicyValidate()).code());
        Map<String, String> own = Map.of("HOLDFAST_FINGERPRINT_KEY", "0123456789abcdefghij");
        UserProblem other =
                assertThrows(UserProblem.class, () -> tree.run(new PolicyValidate(), own));
        assertTrue(other.what().startsWith(".holdfast/baseline.json:1:1: "), other.what());
        tree.write(".holdfast/baseline.json", "{\n");
        assertThrows(UserProblem.class, () -> run(new PolicyValidate()));
    }

    @Test
    void whatToDoNextIsSaidWhereOnlyBuiltOutputWasLookedFor()
            throws IOException, InterruptedException {
        String next = "holdfast secrets scan looks at the files";
        assertFalse(run(new CheckCommand()).json().contains(next));
        tree.write("holdfast.yaml", POLICY);
        WorkTree.Run check = run(new CheckCommand());
        assertEquals(3, check.code());
        assertTrue(check.json().contains(next), check.json());
    }

    @Test
    void makingItAnewKeepsWhatWasNotLookedForAndSaysSo() throws IOException, InterruptedException {
        assertEquals(0, run(new SecretsBaseline(), "--history").code());
        String before = baseline();
        tree.write("holdfast.yaml", TREE_ALONE);
        WorkTree.Run made = run(new BaselineCreate());
        assertEquals(before, baseline());
        assertTrue(
                made.json().contains("holds 2 entries, 2 of them kept from before"), made.json());
        tree.write("holdfast.yaml", BOTH);
        isClear(run(new CheckCommand()));
    }

    @Test
    void makingItAnewForgetsWhatWasLookedForAndIsGone() throws IOException, InterruptedException {
        tree.write("src/fresh.ts", "const key = '" + NEW.replace('9', '8') + "'\n");
        assertEquals(0, run(new SecretsBaseline()).code());
        Files.delete(tree.folder().resolve("src/fresh.ts"));
        run(new BaselineCreate());
        assertFalse(baseline().contains("src/fresh.ts"), baseline());
    }

    @Test
    void anOldFileThatDoesNotSayIsNeverCalledUnneededByARunThatCannotKnow()
            throws IOException, InterruptedException {
        run(new SecretsBaseline(), "--history");
        String old = baseline().replaceAll(",\"searches\":\\[[^\\]]*\\]", "");
        assertFalse(old.contains("searches"), old);
        tree.write(".holdfast/baseline.json", old);
        isClear(run(new SecretsScan()));
        isClear(run(new CheckCommand()));
        run(new BaselinePrune());
        assertEquals(old, baseline());
    }

    @Test
    void aWaiverForTheHistoryIsNotUnneededWhereOnlyFilesAreLookedAt()
            throws IOException, InterruptedException {
        waiver("src/old.ts");
        String scan = run(new SecretsScan()).json();
        assertFalse(scan.contains("waivers.unused"), scan);
        waiver("src/never.ts");
        String both = run(new CheckCommand()).json();
        assertTrue(both.contains("waivers.unused"), both);
    }

    @Test
    void aWaivedFingerprintOfARenamedFileIsToldWithTheNewOne()
            throws IOException, InterruptedException {
        String before = prints(run(new SecretsScan()).json()).getFirst();
        waiverScope("fingerprints: [\"" + before + "\"]");
        tree.commit();
        assertFalse(run(new CheckCommand()).json().contains("waivers.unused"));
        tree.git("mv", "src/new.ts", "src/moved.ts");
        tree.commit();
        String check = run(new CheckCommand()).json();
        String now = prints(run(new SecretsScan()).json()).getFirst();
        assertTrue(check.contains("src/moved.ts now, and its fingerprint there is " + now), check);
    }

    @Test
    void aWaivedFingerprintOfNothingIsUnneededWhateverGitIgnores()
            throws IOException, InterruptedException {
        waiverScope("fingerprints: [\"" + "0".repeat(31) + "a\"]");
        tree.write(".gitignore", "left/\n");
        tree.write("left/out.ts", "const a = 1\n");
        String check = run(new CheckCommand()).json();
        assertTrue(check.contains("what git ignores and the policy excludes"), check);
        assertFalse(run(new SecretsScan()).json().contains("waivers.unused"));
    }

    @Test
    void filesAndHistoryTellAValueOnce() throws IOException, InterruptedException {
        tree.write("src/new.ts", "// moved\n\nconst key = '" + NEW + "'\n");
        WorkTree.Run check = run(new CheckCommand());
        assertEquals(2, check.fact("fail"), check.json());
        assertTrue(check.json().contains("in a file; also in the history"), check.json());
        List<String> alone = prints(run(new SecretsScan()).json());
        alone = concat(alone, prints(run(new SecretsHistory(), "--all").json()));
        assertFalse(alone.isEmpty(), check.json());
        List<String> together = prints(check.json());
        assertTrue(together.containsAll(alone), together + " " + alone);
    }

    @Test
    void aWaiverOfEitherPlaceHoldsInARunOfBoth() throws IOException, InterruptedException {
        waiver("src/new.ts");
        WorkTree.Run check = run(new CheckCommand());
        assertEquals(1, check.fact("fail"), check.json());
        assertEquals(1, check.fact("waived"), check.json());
    }

    @Test
    void aBaselineMadeWithTheKeyOfEverybodyIsWarnedOf() throws IOException, InterruptedException {
        String warning = "its hashes are made with the key that everybody has";
        assertTrue(run(new SecretsBaseline()).json().contains(warning));
        Files.delete(tree.folder().resolve(".holdfast/baseline.json"));
        Map<String, String> own = Map.of("HOLDFAST_FINGERPRINT_KEY", "0123456789abcdefghij");
        assertFalse(tree.run(new SecretsBaseline(), own).json().contains(warning));
    }

    @Test
    void aPathThatIsNotThereIsSaidWithWhereItWasLookedFor() {
        UserProblem problem =
                assertThrows(UserProblem.class, () -> run(new SecretsScan(), "nosuch"));
        assertTrue(problem.what().startsWith("there is no file or folder nosuch (looked in /"));
    }

    @Test
    void aHostThatIsNobodysIsSaidWhereThePolicyNamesIt() throws IOException {
        tree.write(
                "holdfast.yaml",
                "apiVersion: holdfast/v1\nsecrets:\n  verify:\n    hosts: [api.gihub.com]\n");
        UserProblem problem = assertThrows(UserProblem.class, () -> run(new PolicyValidate()));
        assertTrue(problem.what().contains("holdfast.yaml:4:"), problem.what());
        assertThrows(UserProblem.class, () -> run(new CheckCommand()));
    }

    private static List<String> concat(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** The fingerprints of failing places. */
    private static List<String> prints(String json) {
        return Pattern.compile(
                        "\"check\": \"secrets\\.stripe[\\s\\S]*?\"properties\": \\{[\\s\\S]*?\\n      \\}")
                .matcher(json)
                .results()
                .flatMap(result ->
                        Pattern.compile("\"([0-9a-f]{32})\"").matcher(result.group()).results())
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private void waiver(String path) throws IOException {
        waiverScope("paths: [" + path + "]");
    }

    private void waiverScope(String scope) throws IOException {
        tree.write(
                ".holdfast/waivers.yaml",
                """
                apiVersion: holdfast/v1
                waivers:
                  - id: W-1
                    check: %s
                    scope: {%s}
                    kind: accepted-risk
                    reason: a reason
                    owner: ann
                    created: 2026-11-01
                    expires: 2026-11-10
                """
                        .formatted("secrets.stripe-secret-key", scope));
    }
}
