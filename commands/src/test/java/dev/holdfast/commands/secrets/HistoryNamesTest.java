package dev.holdfast.commands.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.commands.check.CheckCommand;
import dev.holdfast.commands.secrets.WorkTree.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens in the names of files, folders, branches and tags of a history. */
class HistoryNamesTest {
    private static final String KEY = "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc".repeat(4);
    private static final String SHOWN = "sk_" + "live_…";
    private static final String POLICY = "apiVersion: holdfast/v1\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temp;

    private final StringBuilder said = new StringBuilder();

    @BeforeEach
    void aHarmlessCommit() throws IOException, InterruptedException {
        WorkTree.init(tree().folder()).write("holdfast.yaml", POLICY);
        tree().write("src/a.txt", "nothing\n");
        tree().commit();
    }

    @AfterEach
    void nothingSaysTheSecret() {
        assertFalse(said.isEmpty());
        assertEquals(-1, said.indexOf(KEY.substring(8)), "the secret is told");
    }

    private WorkTree tree() {
        return new WorkTree(temp.resolve("repository"));
    }

    private Run history(String... words) throws IOException, InterruptedException {
        Map<String, String> environment =
                Map.of("XDG_CACHE_HOME", temp.resolve("caches").toString());
        return said(tree().run(new SecretsHistory(), environment, words));
    }

    private Run said(Run run) {
        said.append(run.json());
        return run;
    }

    private static void tells(Run run, String path) {
        assertEquals(1, run.code(), run.json());
        assertTrue(run.findings().contains("\"path\": \"" + path + "\""), run.json());
    }

    private static List<String> prints(Run run) {
        return Pattern.compile("\"fingerprints?\": [\\s\\S]*?\"([0-9a-f]{32})\"")
                .matcher(run.json())
                .results()
                .map(each -> each.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void harmlessNamesPass() throws IOException, InterruptedException {
        tree().git("branch", "sk_live");
        tree().git("tag", "v1");
        Run run = history("--all");
        assertEquals(0, run.code(), run.json());
        assertEquals(2, run.fact("fileNames"));
        // HEAD, two branches and a tag.
        assertEquals(4, run.fact("referenceNames"));
    }

    @Test
    void theNameOfAFileIsToldAsInAScanOfTheTree() throws IOException, InterruptedException {
        tree().write("src/" + KEY + ".txt", "nothing\n");
        tree().commit();
        Run run = history();
        tells(run, "src/" + SHOWN + ".txt");
        assertEquals("true", run.text("atHead"));
        assertEquals(tree().git("rev-parse", "HEAD"), run.text("commit"));
        assertTrue(run.text("author").startsWith("a "), run.json());
        Run scan = said(tree().run(new SecretsScan(), Map.of()));
        assertEquals(scan.text("valueHash"), run.text("valueHash"));
        // What each says of the whole has a fingerprint of its own.
        List<String> both = prints(scan).stream().filter(prints(run)::contains).toList();
        assertEquals(1, both.size(), scan.json() + run.json());
    }

    @Test
    void theNameOfAFolderIsToldWithWhatLiesInIt() throws IOException, InterruptedException {
        tree().write(KEY + "/a.txt", "nothing\n");
        tree().commit();
        tells(history(), SHOWN + "/a.txt");
    }

    @Test
    void aPathThatOnlyAnOldCommitHasIsNotAtHead() throws IOException, InterruptedException {
        tree().write(KEY, "nothing\n");
        tree().commit();
        String commit = tree().git("rev-parse", "HEAD");
        tree().git("mv", KEY, "b.txt");
        tree().commit();
        Run run = history();
        tells(run, SHOWN);
        assertEquals("false", run.text("atHead"));
        assertEquals(commit, run.text("commit"));
        assertEquals(0, history("--since", commit).code());
        tells(history("--since", commit + "~1"), SHOWN);
    }

    @Test
    void aValueThatHeadHasInANameIsAtHead() throws IOException, InterruptedException {
        tree().write("old.txt", "key = '" + KEY + "'\n");
        tree().commit();
        tree().git("rm", "-q", "old.txt");
        tree().write(KEY, "nothing\n");
        tree().commit();
        assertEquals("true", history().text("atHead"));
    }

    @Test
    void theNameOfABranchIsToldWhereItIsSelected() throws IOException, InterruptedException {
        tree().git("branch", "with-" + KEY);
        assertEquals(0, history().code());
        Run all = history("--all");
        tells(all, "ref refs/heads/with-" + SHOWN);
        assertEquals("false", all.text("atHead"));
        assertEquals(tree().git("rev-parse", "HEAD"), all.text("commit"));
        tree().git("checkout", "-q", "with-" + KEY);
        tells(history(), "ref refs/heads/with-" + SHOWN);
    }

    @Test
    void theNameOfATagIsTold() throws IOException, InterruptedException {
        tree().git("tag", KEY);
        tells(history("--all"), "ref refs/tags/" + SHOWN);
        tree().git("pack-refs", "--all");
        tells(history("--all", "--since", "HEAD"), "ref refs/tags/" + SHOWN);
        assertEquals(0, history().code());
    }

    @Test
    void aBranchWithoutACommitIsToldAndNothingElsePasses()
            throws IOException, InterruptedException {
        WorkTree empty = WorkTree.init(temp.resolve("empty"));
        empty.git("symbolic-ref", "HEAD", "refs/heads/" + KEY);
        Run run = said(empty.run(new SecretsHistory(), Map.of()));
        tells(run, "ref refs/heads/" + SHOWN);
        assertTrue(run.json().contains("the repository has no commit"), run.json());
    }

    @Test
    void anExcludedPathIsLeftOutAndNoReferenceIs() throws IOException, InterruptedException {
        tree().write(
                        "holdfast.yaml",
                        POLICY + "paths: {exclude: [fixtures, 'ref*', '**/heads']}\n");
        tree().write("fixtures/" + KEY, "nothing\n");
        tree().commit();
        assertEquals(0, history("--all").code());
        tree().git("branch", KEY);
        tells(history("--all"), "ref refs/heads/" + SHOWN);
        tree().git("branch", "-D", KEY);
        tree().write("src/" + KEY, "nothing\n");
        tree().commit();
        tells(history("--all"), "src/" + SHOWN);
    }

    @Test
    void aSecondRunLooksAtNamesAgain() throws IOException, InterruptedException {
        assertEquals(0, history().code());
        // Another name for a content that is known to be clean.
        tree().git("mv", "src/a.txt", KEY);
        tree().commit();
        Run second = history();
        tells(second, SHOWN);
        assertTrue(second.fact("knownClean") > 0, second.json());
        Run third = history();
        assertEquals(0, third.fact("scanned"));
        assertEquals(second.findings(), third.findings());
        assertEquals(history("--no-cache").findings(), third.findings());
    }

    @Test
    void aBaselineTakesNamesIn() throws IOException, InterruptedException {
        tree().write("holdfast.yaml", POLICY + "baseline: {ratchet: true, neverFor: []}\n");
        tree().write(KEY, "nothing\n");
        tree().commit();
        tree().git("branch", KEY);
        assertEquals(1, history("--all").code());
        said(tree().run(new SecretsBaseline(), Map.of(), "--history"));
        said.append(Files.readString(tree().folder().resolve(".holdfast/baseline.json")));
        Run run = history("--all");
        assertEquals(0, run.code(), run.json());
        assertFalse(run.json().contains("baseline.stale"), run.json());
        tree().git("tag", KEY);
        tells(history("--all"), "ref refs/tags/" + SHOWN);
    }

    @Test
    void aCheckByPolicyLooksAtNames() throws IOException, InterruptedException {
        tree().write(
                        "holdfast.yaml",
                        POLICY
                                + "secrets:\n  tree: {enabled: true}\n  history: {enabled: true, all: true}\n");
        tree().commit();
        assertEquals(0, said(tree().run(new CheckCommand(), Map.of())).code());
        tree().write(KEY, "nothing\n");
        tree().commit();
        tree().git("tag", KEY);
        Run run = said(tree().run(new CheckCommand(), Map.of()));
        tells(run, "ref refs/tags/" + SHOWN);
        assertEquals(1, run.fact("fail"), run.json());
    }
}
