package dev.holdfast.git.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.git.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScopeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private GitProgram git;

    @SuppressWarnings("NullAway.Init")
    private String first;

    @BeforeEach
    void twoCommits() throws IOException {
        git = GitProgram.init(folder.resolve("repository"));
        git.write("a.txt", "first");
        first = git.commit("one");
        git.write("a.txt", "second");
        git.commit("two");
    }

    private Path repository() {
        return git.folder();
    }

    private void reachesOnlyByAll(String text) throws IOException, InterruptedException {
        assertEquals(Set.of("first", "second"), Surveyed.head(repository()).texts());
        Surveyed all = Surveyed.all(repository());
        assertEquals(Set.of("first", "second", text), all.texts());
        assertEquals(List.of(), all.gaps());
    }

    @Test
    void headReachesItsHistoryAndNoOtherBranch() throws IOException, InterruptedException {
        git.run("checkout", "-q", "-b", "side");
        git.write("a.txt", "on a branch");
        git.commit("three");
        git.run("checkout", "-q", "main");
        reachesOnlyByAll("on a branch");
        assertEquals(2, Surveyed.head(repository()).commits());
        assertEquals(3, Surveyed.all(repository()).commits());
    }

    @Test
    void headMayBeDetached() throws IOException, InterruptedException {
        git.run("checkout", "-q", "--detach", first);
        assertEquals(Set.of("first"), Surveyed.head(repository()).texts());
    }

    @Test
    void allReachesPackedReferencesAndTags() throws IOException, InterruptedException {
        git.run("checkout", "-q", "--detach");
        git.write("b.txt", "tagged");
        git.commit("three");
        git.run("tag", "-a", "v1", "-m", "a tag");
        git.run("tag", "-a", "v2", "-m", "a tag of a tag", "v1");
        git.run("tag", "-d", "v1");
        git.run("checkout", "-q", "main");
        git.run("pack-refs", "--all");
        assertFalse(Files.exists(git.gitFolder().resolve("refs/tags/v2")));
        reachesOnlyByAll("tagged");
    }

    @Test
    void allReachesEveryEntryOfTheStash() throws IOException, InterruptedException {
        git.write("a.txt", "stashed first");
        git.run("stash");
        git.write("a.txt", "stashed later");
        git.run("stash");
        assertEquals(Set.of("first", "second"), Surveyed.head(repository()).texts());
        assertEquals(
                Set.of("first", "second", "stashed first", "stashed later"),
                Surveyed.all(repository()).texts());
    }

    @Test
    void allReachesNotes() throws IOException, InterruptedException {
        git.run("notes", "add", "-m", "noted", first);
        reachesOnlyByAll("noted\n");
    }

    @Test
    void allReachesWhatTagsNameThemselves() throws IOException, InterruptedException {
        String blob = git.blob("a blob");
        git.run("tag", "blob", blob);
        reachesOnlyByAll("a blob");
        assertEquals("", Surveyed.all(repository()).origin(blob).commit());
    }

    @Test
    void allReachesTheHeadsOfAllWorkTrees() throws IOException, InterruptedException {
        Path linked = folder.resolve("linked");
        git.run("worktree", "add", "-q", "--detach", linked.toString());
        GitProgram other = GitProgram.in(linked);
        other.write("a.txt", "in another work tree");
        other.commit("three");
        reachesOnlyByAll("in another work tree");
        assertEquals(
                Set.of("first", "second", "in another work tree"), Surveyed.head(linked).texts());
        git.write("a.txt", "third");
        git.run("checkout", "-q", "--detach");
        git.commit("three in the first one");
        assertTrue(Surveyed.all(linked).texts().contains("third"));
        assertFalse(Surveyed.head(linked).texts().contains("third"));
    }

    @Test
    void reflogsReachWhatNoReferenceNames() throws IOException, InterruptedException {
        git.write("a.txt", "taken back");
        git.commit("three");
        git.run("reset", "-q", "--hard", "HEAD~1");
        assertEquals(Set.of("first", "second"), Surveyed.all(repository()).texts());
        assertEquals(
                Set.of("first", "second", "taken back"),
                Surveyed.withReflogs(repository()).texts());
        git.run("reflog", "expire", "--expire=all", "--all");
        Files.delete(git.gitFolder().resolve("ORIG_HEAD"));
        assertEquals(Set.of("first", "second"), Surveyed.withReflogs(repository()).texts());
    }

    @Test
    void whatAReflogNamesAndGitHasForgottenIsNoGap() throws IOException, InterruptedException {
        git.write("a.txt", "taken back");
        String gone = git.commit("three");
        git.run("reset", "-q", "--hard", "HEAD~1");
        Files.delete(git.objects().resolve(gone.substring(0, 2)).resolve(gone.substring(2)));
        Surveyed surveyed = Surveyed.withReflogs(repository());
        assertEquals(Set.of("first", "second"), surveyed.texts());
        assertEquals(List.of(), surveyed.gaps());
    }

    @Test
    void sinceLeavesOutWhatTheRevisionReaches() throws IOException, InterruptedException {
        git.write("b.txt", "first");
        git.write("c.txt", "third");
        git.commit("three");
        for (String revision : List.of("HEAD~1", "main^", first + "~0", first.substring(0, 9))) {
            Surveyed surveyed = Surveyed.since(repository(), revision);
            Set<String> expected =
                    revision.startsWith(first.substring(0, 9))
                            ? Set.of("second", "third")
                            : Set.of("third");
            assertEquals(expected, surveyed.texts(), revision);
        }
        Surveyed nothing = Surveyed.since(repository(), "HEAD");
        assertEquals(0, nothing.commits());
        assertEquals(Set.of(), nothing.texts());
    }

    @Test
    void aRevisionThatIsNotThereIsAProblem() {
        for (String revision : List.of("mein", "0123456789", "HEAD~9", "HEAD^{tree}", "", "@{7}")) {
            UserProblem problem =
                    assertThrows(UserProblem.class, () -> Surveyed.since(repository(), revision));
            assertTrue(problem.what().contains("revision"), problem.what());
        }
        UserProblem near =
                assertThrows(UserProblem.class, () -> Surveyed.since(repository(), "mian"));
        assertTrue(String.valueOf(near.hint()).contains("main"), near.hint());
    }

    @Test
    void anEmptyRepositoryHasNoCommits() throws IOException, InterruptedException {
        GitProgram empty = GitProgram.init(folder.resolve("empty"));
        for (Surveyed each : List.of(Surveyed.head(empty.folder()), Surveyed.all(empty.folder()))) {
            assertEquals(0, each.commits());
            assertEquals(Set.of(), each.texts());
            assertEquals(List.of(), each.gaps());
        }
    }

    @Test
    void isAtHeadUnderWhateverPath() throws IOException, InterruptedException {
        String name = git.line("rev-parse", first + ":a.txt");
        assertFalse(Surveyed.head(repository()).isAtHead(name));
        assertTrue(Surveyed.head(repository()).isAtHead(git.line("rev-parse", "HEAD:a.txt")));
        git.write("deep/er/z.txt", "first");
        git.commit("back again");
        Surveyed surveyed = Surveyed.head(repository());
        assertTrue(surveyed.isAtHead(name));
        assertEquals(first, surveyed.origin(name).commit());
        assertEquals("a.txt", surveyed.origin(name).path());
    }
}
