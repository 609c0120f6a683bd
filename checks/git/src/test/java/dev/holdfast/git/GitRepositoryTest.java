package dev.holdfast.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.history.HistoryScope;
import dev.holdfast.core.history.Survey;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.git.folder.GitVariables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private GitProgram repository(String name, String text) throws IOException {
        GitProgram git = GitProgram.init(folder.resolve(name));
        git.write("in/a.txt", text);
        git.commit("one");
        return git;
    }

    private GitRepository open(Path start, Map<String, String> variables) throws IOException {
        return GitRepository.open(start, new GitVariables(folder, variables));
    }

    private static Survey survey(GitRepository repository)
            throws IOException, InterruptedException {
        return repository.history().survey(new HistoryScope(true, true, Optional.empty()), 1);
    }

    @Test
    void findsTheRepositoryAroundAFolder() throws IOException, InterruptedException {
        GitProgram git = repository("one", "text");
        GitRepository opened = open(git.folder().resolve("in"), Map.of());
        assertEquals(git.folder().toRealPath(), opened.root());
        assertEquals(2, survey(opened).size());
    }

    @Test
    void saysThatThereIsNone() {
        assertThrows(NoSuchFileException.class, () -> open(folder, Map.of()));
    }

    @Test
    void readsBareRepositories() throws IOException, InterruptedException {
        GitProgram git = repository("one", "text");
        Path bare = folder.resolve("bare.git");
        git.run("clone", "-q", "--bare", git.folder().toString(), bare.toString());
        assertEquals(2, survey(open(bare, Map.of())).size());
        assertEquals(0, open(bare, Map.of()).staged().list().size());
    }

    @Test
    void followsTheLinkOfAWorkTree() throws IOException, InterruptedException {
        GitProgram git = repository("one", "text");
        Path linked = folder.resolve("linked");
        git.run("worktree", "add", "-q", linked.toString());
        GitRepository opened = open(linked.resolve("in"), Map.of());
        assertEquals(linked.toRealPath(), opened.root());
        assertEquals(2, survey(opened).size());
        Files.writeString(linked.resolve(".git"), "gitdir: " + folder.resolve("nowhere") + "\n");
        assertThrows(IOException.class, () -> open(linked, Map.of()));
        Files.writeString(linked.resolve(".git"), "no link\n");
        assertThrows(IOException.class, () -> open(linked, Map.of()));
    }

    @Test
    void gitMayNameTheRepositoryThatIsFound() throws IOException {
        GitProgram git = repository("one", "text");
        GitRepository opened = open(git.folder(), Map.of("GIT_DIR", "one/.git"));
        assertEquals(git.folder().toRealPath(), opened.root());
    }

    @Test
    void refusesToLookAtAnotherRepositoryThanGitSpeaksOf() throws IOException {
        GitProgram one = repository("one", "text");
        repository("two", "text");
        for (Map<String, String> variables :
                List.of(
                        Map.of("GIT_DIR", "two/.git"),
                        Map.of("GIT_DIR", "nowhere"),
                        Map.of("GIT_COMMON_DIR", "two/.git"))) {
            UserProblem problem =
                    assertThrows(UserProblem.class, () -> open(one.folder(), variables));
            assertTrue(problem.what().contains("names another repository"), problem.what());
        }
    }

    @Test
    void gitMayNameARepositoryThatLiesElsewhere() throws IOException, InterruptedException {
        GitProgram git = repository("one", "text");
        Path away = folder.resolve("away");
        Files.move(git.gitFolder(), away);
        Map<String, String> variables =
                Map.of("GIT_DIR", away.toString(), "GIT_WORK_TREE", git.folder().toString());
        GitRepository opened = open(git.folder(), variables);
        assertEquals(git.folder(), opened.root());
        assertEquals(2, survey(opened).size());
    }

    @Test
    void readsTheIndexThatGitNames() throws IOException {
        GitProgram git = repository("one", "text");
        assertEquals(0, open(git.folder(), Map.of()).staged().list().size());
        git.write("b.txt", "only there");
        Path other = folder.resolve("other-index");
        Files.move(git.gitFolder().resolve("index"), other);
        git.run("add", "b.txt");
        Files.move(git.gitFolder().resolve("index"), folder.resolve("with-b"));
        Files.move(other, git.gitFolder().resolve("index"));
        Map<String, String> variables = Map.of("GIT_INDEX_FILE", "with-b");
        assertEquals(0, open(git.folder(), Map.of()).staged().list().size());
        assertEquals(1, open(git.folder(), variables).staged().list().size());
        UserProblem problem =
                assertThrows(
                        UserProblem.class,
                        () -> open(git.folder(), Map.of("GIT_INDEX_FILE", "nowhere")));
        assertTrue(problem.what().contains("GIT_INDEX_FILE"), problem.what());
    }

    @Test
    void readsTheObjectsOfAPushThatIsNotYetAccepted() throws IOException, InterruptedException {
        GitProgram git = repository("one", "text");
        Path away = folder.resolve("away");
        git.write("b.txt", "pushed");
        git.commit("two");
        Files.move(git.objects(), away);
        Files.createDirectories(git.objects());
        Map<String, String> further =
                Map.of("GIT_ALTERNATE_OBJECT_DIRECTORIES", folder.resolve("away").toString());
        assertEquals(1, survey(open(git.folder(), Map.of())).gaps().size());
        assertEquals(4, survey(open(git.folder(), further)).size());
        Map<String, String> instead = Map.of("GIT_OBJECT_DIRECTORY", "away");
        assertEquals(4, survey(open(git.folder(), instead)).size());
    }
}
