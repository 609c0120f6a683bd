package dev.holdfast.commands.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.commands.secrets.WorkTree.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens in the messages of commits and tags. */
class HistoryMessagesTest {
    private static final String KEY = "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc".repeat(4);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void aHarmlessCommit() throws IOException, InterruptedException {
        WorkTree tree = WorkTree.init(folder);
        tree.write("a.txt", "nothing\n");
        tree.commit();
    }

    private WorkTree tree() {
        return new WorkTree(folder);
    }

    private Run history(String... words) throws IOException, InterruptedException {
        return tree().run(new SecretsHistory(), Map.of(), words);
    }

    @Test
    void aHarmlessMessagePasses() throws IOException, InterruptedException {
        Run run = history("--all");
        assertEquals(0, run.code(), run.json());
        assertEquals(2, run.fact("contents"));
    }

    @Test
    void aTokenInTheMessageOfACommitIsTold() throws IOException, InterruptedException {
        tree().git("commit", "-q", "--allow-empty", "-m", "deploy\n\nwith " + KEY);
        String commit = tree().git("rev-parse", "HEAD");
        Run run = history();
        assertEquals(1, run.code(), run.json());
        assertTrue(run.findings().contains("\"path\": \"commit " + commit + "\""), run.json());
        assertEquals(commit, run.text("commit"));
        assertEquals("false", run.text("atHead"));
        tree().git("tag", "-a", "v1", "-m", "with " + KEY, "HEAD~1");
        Run tagged = history("--all");
        String tag = tree().git("rev-parse", "v1");
        assertTrue(tagged.findings().contains("\"path\": \"tag " + tag + "\""), tagged.json());
    }

    @Test
    void aFileThatNoCommitHoldsIsToldWithoutADate() throws IOException, InterruptedException {
        tree().write("key.txt", KEY);
        tree().git("tag", "key", tree().git("hash-object", "-w", "key.txt"));
        assertEquals(1, history("--all").code());
    }
}
