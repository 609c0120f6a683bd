package dev.holdfast.commands.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.commands.check.CheckCommand;
import dev.holdfast.commands.secrets.WorkTree.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a leaked value has come, as reports say it. */
class BlastRadiusTest {
    private static final String KEY = "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc".repeat(4);
    private static final String SINCE = "since 2023-11-14";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String commit = "";

    @BeforeEach
    void aKeyIsCommitted() throws IOException, InterruptedException {
        WorkTree tree = WorkTree.init(folder);
        tree.write("src/key.ts", "const key = '" + KEY + "'\n");
        tree.commit();
        commit = tree.git("rev-parse", "HEAD");
    }

    private WorkTree tree() {
        return new WorkTree(folder);
    }

    private Run scan() throws IOException, InterruptedException {
        return tree().run(new SecretsScan(), Map.of());
    }

    private Run history() throws IOException, InterruptedException {
        return tree().run(new SecretsHistory(), Map.of());
    }

    @Test
    void aScanSaysSinceWhenHeadHasTheFile() throws IOException, InterruptedException {
        Run run = scan();
        assertEquals("true", run.text("atHead"));
        assertEquals(commit, run.text("sinceCommit"));
        assertEquals(
                "at HEAD " + SINCE + " (" + commit.substring(0, 12) + ") at the latest",
                run.text("blastRadius"));
        assertTrue(run.json().contains("\"rotationSteps\""), run.json());
    }

    @Test
    void aScanSaysThatAFileIsNotCommittedAsItIs() throws IOException, InterruptedException {
        tree().write("src/key.ts", "// changed\nconst key = '" + KEY + "'\n");
        Run run = scan();
        assertEquals("not committed as it is now", run.text("blastRadius"));
        assertFalse(run.json().contains("\"atHead\""), run.json());
    }

    @Test
    void aScanOutsideOfARepositorySaysNothing() throws IOException, InterruptedException {
        Path plain = Files.createDirectories(folder.resolve("plain"));
        WorkTree outside = new WorkTree(plain);
        outside.write("key.ts", KEY);
        Files.move(folder.resolve(".git"), folder.resolve("no-repository"));
        Run run = outside.run(new SecretsScan(), Map.of());
        assertEquals(1, run.code(), run.json());
        assertFalse(run.json().contains("\"blastRadius\""), run.json());
    }

    @Test
    void aHistorySaysWhetherHeadStillHasIt() throws IOException, InterruptedException {
        assertEquals("true", history().text("atHead"));
        assertTrue(history().text("blastRadius").startsWith("at HEAD " + SINCE));
        tree().write("src/key.ts", "const key = process.env.KEY\n");
        tree().commit();
        assertEquals("false", history().text("atHead"));
        assertEquals(commit, history().text("sinceCommit"));
        assertTrue(history().text("blastRadius").startsWith("only in the history " + SINCE));
    }

    @Test
    void oneRunJoinsWhatItsChecksKnow() throws IOException, InterruptedException {
        tree().write(
                        "holdfast.yaml",
                        "apiVersion: holdfast/v1\nsecrets:\n  tree: {enabled: true}\n"
                                + "  history: {enabled: true}\n"
                                + "  bundle: {directories: [dist]}\n");
        tree().write("dist/app.js", "console.log('nothing')\n");
        assertFalse(check().json().contains("\"served\""));
        tree().write("src/key.ts", "// moved\nconst key = '" + KEY + "'\n");
        tree().write("dist/app.js", "const key = '" + KEY + "'\n");
        String told = check().json();
        // The bundle, the tree and the history have the same value; the last two are one result.
        assertEquals(2, told.split("\"served\": true", -1).length - 1, told);
        assertEquals(2, told.split("\"sinceCommit\": \"" + commit, -1).length - 1, told);
        assertEquals(2, told.split("in a bundle that is served\"", -1).length - 1, told);
    }

    private Run check() throws IOException, InterruptedException {
        return tree().run(new CheckCommand(), Map.of());
    }
}
