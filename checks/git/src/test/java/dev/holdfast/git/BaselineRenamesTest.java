package dev.holdfast.git;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineRenamesTest {
    private static final String BASELINE = ".holdfast/baseline.json";
    private static final String TEXT =
            IntStream.range(0, 60)
                    .mapToObj("export const line%d = 1;\n"::formatted)
                    .collect(joining());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void first() throws IOException {
        write("dist/a.js", TEXT);
        write("dist/other.js", "something else\n".repeat(30));
        write(BASELINE, "{}");
        FirstCommit.of(root, "Test", "first", Instant.parse("2026-11-01T00:00:00Z"));
    }

    private void commit(String message) throws IOException, GitAPIException {
        try (Git git = Git.open(root.toFile())) {
            git.add().addFilepattern(".").call();
            git.add().addFilepattern(".").setUpdate(true).call();
            git.commit()
                    .setMessage(message)
                    .setAuthor("Test", "t@example.com")
                    .setCommitter("Test", "t@example.com")
                    .setSign(false)
                    .call();
        }
    }

    private Map<String, String> renames() throws IOException {
        return new BaselineRenames(root, BASELINE).sinceBaseline();
    }

    private void move(String from, String to) throws IOException {
        Files.createDirectories(root.resolve(to).getParent());
        Files.move(root.resolve(from), root.resolve(to));
    }

    @Test
    void followsAFileThatWasCommittedUnderAnotherName() throws IOException, GitAPIException {
        first();
        move("dist/a.js", "dist/b.js");
        commit("rename");
        assertEquals(Map.of("dist/a.js", "dist/b.js"), renames());
    }

    @Test
    void followsAFileThatWasOnlyMovedOnDisk() throws IOException {
        first();
        move("dist/a.js", "lib/deep/a.js");
        assertEquals(Map.of("dist/a.js", "lib/deep/a.js"), renames());
    }

    @Test
    void followsAFileThatChangedALittleToo() throws IOException {
        first();
        Files.delete(root.resolve("dist/a.js"));
        write("dist/b.js", TEXT + "one more line\n");
        assertEquals(Map.of("dist/a.js", "dist/b.js"), renames());
    }

    @Test
    void followsOverALaterChangeOfTheBaseline() throws IOException, GitAPIException {
        first();
        move("dist/a.js", "dist/b.js");
        write(BASELINE, "{\"changed\": true}");
        commit("rename, and a change of the baseline");
        assertEquals(Map.of("dist/a.js", "dist/b.js"), renames());
    }

    @Test
    void looksIntoNothingThatIsIgnored() throws IOException {
        write(".gitignore", "node_modules\n");
        first();
        move("dist/a.js", "node_modules/a/b.js");
        assertEquals(Map.of(), renames());
    }

    @Test
    void aCopyIsNoRename() throws IOException {
        first();
        write("dist/b.js", TEXT);
        assertEquals(Map.of(), renames());
    }

    @Test
    void anotherFileInItsPlaceIsNoRename() throws IOException {
        first();
        Files.delete(root.resolve("dist/a.js"));
        write("dist/b.js", "nothing of the kind\n".repeat(40));
        assertEquals(Map.of(), renames());
    }

    @Test
    void aRepositoryWithoutACommitHasNone() throws IOException, GitAPIException {
        Git.init().setDirectory(root.toFile()).call().close();
        assertEquals(Map.of(), renames());
    }

    @Test
    void aFolderWithoutARepositoryIsSaid() {
        assertThrows(IOException.class, this::renames);
    }

    @Test
    void runsNoFilterThatTheRepositoryBrings() throws IOException {
        write("dist/a.js", TEXT);
        write(".gitattributes", "*.js filter=evil\n");
        write(BASELINE, "{}");
        FirstCommit.of(root, "Test", "first", Instant.parse("2026-11-01T00:00:00Z"));
        Path proof = root.resolve("proof");
        Files.writeString(
                root.resolve(".git/config"),
                "[filter \"evil\"]\n\tclean = \"touch '%s'; cat\"\n\trequired = true\n"
                        .formatted(proof));
        move("dist/a.js", "dist/b.js");
        assertEquals(Map.of("dist/a.js", "dist/b.js"), renames());
        assertFalse(Files.exists(proof), "a program of the repository was run");
    }
}
