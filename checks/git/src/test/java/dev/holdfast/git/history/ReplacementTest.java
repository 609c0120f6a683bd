package dev.holdfast.git.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.git.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private GitProgram git;

    @BeforeEach
    void twoCommits() throws IOException {
        git = GitProgram.init(folder);
        git.write("a.txt", "first");
        git.commit("one");
        git.write("a.txt", "second");
        git.commit("two");
    }

    @Test
    void bothSidesOfAReplacedBlobAreReached() throws IOException, InterruptedException {
        String replaced = git.line("rev-parse", "HEAD~1:a.txt");
        String other = git.blob("in its place");
        assertFalse(Surveyed.head(folder).texts().contains("in its place"));
        git.run("replace", replaced, other);
        Surveyed surveyed = Surveyed.head(folder);
        assertEquals(Set.of("first", "second", "in its place"), surveyed.texts());
        assertEquals(surveyed.origin(replaced), surveyed.origin(other));
        assertEquals("a.txt", surveyed.origin(other).path());
        assertEquals(List.of(), surveyed.gaps());
    }

    @Test
    void bothSidesOfAReplacedCommitAreReached() throws IOException, InterruptedException {
        String replaced = git.line("rev-parse", "HEAD");
        git.run("checkout", "-q", "--orphan", "other");
        git.write("a.txt", "in its place");
        git.commit("another one");
        git.run("replace", replaced, "HEAD");
        git.run("checkout", "-q", "main");
        git.run("branch", "-q", "-D", "other");
        Surveyed surveyed = Surveyed.head(folder);
        assertEquals(Set.of("first", "second", "in its place"), surveyed.texts());
        assertTrue(surveyed.isAtHead(git.line("hash-object", "a.txt")));
    }

    @Test
    void aReplacedMissingObjectIsSaidAndItsReplacementReached()
            throws IOException, InterruptedException {
        String replaced = git.line("rev-parse", "HEAD~1:a.txt");
        git.run("replace", replaced, git.blob("in its place"));
        Files.delete(
                git.objects().resolve(replaced.substring(0, 2)).resolve(replaced.substring(2)));
        Surveyed surveyed = Surveyed.head(folder);
        assertEquals(Set.of("second", "in its place"), surveyed.texts());
        assertEquals(List.of(replaced + " is missing from the repository"), surveyed.gaps());
    }

    @Test
    void aBrokenReplacementIsSaid() throws IOException, InterruptedException {
        String replaced = git.line("rev-parse", "HEAD~1:a.txt");
        Path file = git.gitFolder().resolve("refs/replace").resolve(replaced);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "nothing\n");
        assertEquals(
                List.of("refs/replace/" + replaced + " is broken: it names no object"),
                Surveyed.head(folder).gaps());
    }

    /** By hand, since git refuses to make them. */
    private void replace(String replaced, String by) throws IOException {
        Path file = git.gitFolder().resolve("refs/replace").resolve(replaced);
        Files.createDirectories(file.getParent());
        Files.writeString(file, by + "\n");
    }

    @Test
    void replacementsInACircleEnd() throws IOException, InterruptedException {
        String one = git.line("rev-parse", "HEAD~1:a.txt");
        String two = git.line("rev-parse", "HEAD:a.txt");
        replace(one, two);
        replace(two, one);
        String missing = "1".repeat(40);
        replace(missing, "2".repeat(40));
        replace("2".repeat(40), missing);
        replace(git.line("rev-parse", "HEAD"), missing);
        replace(git.line("rev-parse", "HEAD~1"), git.line("rev-parse", "HEAD~1"));
        for (Surveyed each : List.of(Surveyed.head(folder), Surveyed.all(folder))) {
            assertEquals(Set.of("first", "second"), each.texts());
            assertEquals(2, each.gaps().size(), each.gaps().toString());
        }
    }

    @Test
    void graftsAddParentsAndTakeNoneAway() throws IOException, InterruptedException {
        git.run("checkout", "-q", "--orphan", "other");
        git.write("a.txt", "grafted");
        String other = git.commit("another one");
        git.run("checkout", "-q", "main");
        git.run("branch", "-q", "-D", "other");
        Path grafts = git.gitFolder().resolve("info/grafts");
        Files.createDirectories(grafts.getParent());
        Files.writeString(grafts, git.line("rev-parse", "HEAD") + " " + other + "\n");
        Surveyed surveyed = Surveyed.head(folder);
        assertEquals(Set.of("first", "second", "grafted"), surveyed.texts());
        assertEquals(List.of(), surveyed.gaps());
        Files.writeString(grafts, "no line of git\n");
        Surveyed broken = Surveyed.head(folder);
        assertEquals(Set.of("first", "second"), broken.texts());
        assertEquals(1, broken.gaps().size());
    }

    @Test
    void graftsInACircleEnd() throws IOException, InterruptedException {
        Path grafts = git.gitFolder().resolve("info/grafts");
        Files.createDirectories(grafts.getParent());
        String head = git.line("rev-parse", "HEAD");
        Files.writeString(grafts, git.line("rev-parse", "HEAD~1") + " " + head + "\n");
        assertEquals(Set.of("first", "second"), Surveyed.head(folder).texts());
    }
}
