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

/** What {@code paths.exclude} leaves out of a history. */
class HistoryExcludesTest {
    private static final String KEY = "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc".repeat(4);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void aKeyInAFolderThatIsLeftOut() throws IOException, InterruptedException {
        WorkTree tree = WorkTree.init(folder);
        tree.write("holdfast.yaml", "apiVersion: holdfast/v1\npaths: {exclude: [fixtures]}\n");
        tree.write("fixtures/key.ts", "const key = '" + KEY + "'\n");
        tree.commit();
    }

    private Run history() throws IOException, InterruptedException {
        return new WorkTree(folder).run(new SecretsHistory(), Map.of());
    }

    @Test
    void aContentOfThatFolderAloneIsLeftOut() throws IOException, InterruptedException {
        assertEquals(0, history().code(), history().json());
    }

    @Test
    void aContentThatWasCopiedOutIsTold() throws IOException, InterruptedException {
        WorkTree tree = new WorkTree(folder);
        tree.write("src/key.ts", "const key = '" + KEY + "'\n");
        tree.commit();
        String commit = tree.git("rev-parse", "HEAD");
        tree.git("rm", "-q", "-r", "src");
        tree.commit();
        Run run = history();
        assertEquals(1, run.code(), run.json());
        assertTrue(run.findings().contains("\"path\": \"src/key.ts\""), run.json());
        assertEquals(commit, run.text("commit"));
    }
}
