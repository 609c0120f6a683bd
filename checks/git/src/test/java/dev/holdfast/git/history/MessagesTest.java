package dev.holdfast.git.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.history.Survey;
import dev.holdfast.git.GitProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts of commits and annotated tags are contents of their own. */
class MessagesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private GitProgram git;

    private String first = "";
    private String second = "";
    private String tag = "";

    @BeforeEach
    void twoCommitsAndATag() throws IOException {
        git = GitProgram.init(folder);
        git.write("a.txt", "text");
        first = git.commit("the first message");
        git.run("tag", "-a", "v1", "-m", "the tag's message");
        tag = git.line("rev-parse", "v1");
        git.write("a.txt", "more text");
        second = git.commit("the second message");
    }

    @Test
    void commitsAreHandedOutWholeAndToldByTheirNames() throws IOException, InterruptedException {
        for (boolean packed : new boolean[] {false, true}) {
            if (packed) {
                git.run("gc", "-q", "--prune=now");
            }
            Surveyed surveyed = Surveyed.head(folder);
            assertEquals(Set.of(first, second), surveyed.messages().keySet());
            assertEquals(git.run("cat-file", "commit", first), surveyed.messages().get(first));
            Survey.Origin origin = surveyed.origin(first);
            assertEquals("commit " + first, origin.path());
            assertEquals(first, origin.commit());
            assertEquals("Test <test@example.com>", origin.author());
            assertFalse(origin.date().isEmpty());
            assertFalse(surveyed.isAtHead(second));
            assertTrue(surveyed.isAtHead(git.line("rev-parse", "HEAD:a.txt")));
        }
    }

    @Test
    void aTagIsToldWithTheCommitItNames() throws IOException, InterruptedException {
        Surveyed surveyed = Surveyed.all(folder);
        assertEquals(Set.of(first, second, tag), surveyed.messages().keySet());
        Survey.Origin origin = surveyed.origin(tag);
        assertEquals("tag " + tag, origin.path());
        assertEquals(first, origin.commit());
        assertEquals("Test <test@example.com>", origin.author());
    }

    @Test
    void onlyWhatWasAddedSinceIsLookedAt() throws IOException, InterruptedException {
        assertEquals(Set.of(second), Surveyed.since(folder, "v1").messages().keySet());
        assertEquals(Set.of(), Surveyed.since(folder, "HEAD").messages().keySet());
    }
}
