package dev.holdfast.git.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.history.StagedFiles.StagedFile;
import dev.holdfast.git.GitProgram;
import dev.holdfast.git.GitRepository;
import dev.holdfast.git.folder.GitVariables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagedFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private GitProgram committed() throws IOException {
        GitProgram git = GitProgram.init(folder);
        git.write("a.txt", "as committed");
        git.write("b/c.txt", "below");
        git.commit("one");
        return git;
    }

    private static Map<String, String> staged(GitProgram git) throws IOException {
        GitVariables none = new GitVariables(git.folder(), Map.of());
        Map<String, String> staged = new TreeMap<>();
        for (StagedFile each : GitRepository.open(git.folder(), none).staged().list()) {
            byte[] bytes = each.open().readAllBytes();
            assertEquals(bytes.length, each.size());
            staged.put(each.path(), new String(bytes, StandardCharsets.UTF_8));
        }
        return staged;
    }

    @Test
    void nothingIsStagedAfterACommit() throws IOException {
        GitProgram git = committed();
        git.write("a.txt", "changed in the work tree alone");
        git.write("untracked.txt", "not added");
        assertEquals(Map.of(), staged(git));
    }

    @Test
    void readsTheIndexAndNotTheWorkTree() throws IOException {
        GitProgram git = committed();
        git.write("a.txt", "staged");
        git.write("new.txt", "added");
        git.run("add", "-A");
        git.write("a.txt", "changed again");
        Files.delete(folder.resolve("new.txt"));
        assertEquals(Map.of("a.txt", "staged", "new.txt", "added"), staged(git));
    }

    @Test
    void everythingIsStagedBeforeTheFirstCommit() throws IOException {
        GitProgram git = GitProgram.init(folder);
        assertEquals(Map.of(), staged(git));
        git.write("a.txt", "first");
        git.run("add", "-A");
        assertEquals(Map.of("a.txt", "first"), staged(git));
    }

    @Test
    void removedAndRenamedFilesAddNoOldContent() throws IOException {
        GitProgram git = committed();
        git.run("rm", "-q", "a.txt");
        assertEquals(Map.of(), staged(git));
        git.run("mv", "b/c.txt", "d.txt");
        assertEquals(Map.of("d.txt", "below"), staged(git));
    }

    @Test
    void intendedFilesHaveNoContentYet() throws IOException {
        GitProgram git = committed();
        git.write("later.txt", "not added yet");
        git.run("add", "-N", "later.txt");
        assertEquals(Map.of(), staged(git));
        git.run("add", "later.txt");
        assertEquals(Map.of("later.txt", "not added yet"), staged(git));
    }

    @Test
    void bothSidesOfAConflictAreStaged() throws IOException {
        GitProgram git = committed();
        git.run("checkout", "-q", "-b", "side");
        git.write("a.txt", "theirs");
        git.commit("two");
        git.run("checkout", "-q", "main");
        git.write("a.txt", "ours");
        git.commit("three");
        assertThrows(IOException.class, () -> git.run("merge", "-q", "side"));
        assertTrue(staged(git).containsValue("theirs"), staged(git).toString());
    }

    @Test
    void aHookOfCommitAllSeesWhatIsAboutToBeCommitted() throws IOException {
        GitProgram git = committed();
        Path hook = git.gitFolder().resolve("hooks/pre-commit");
        Files.createDirectories(hook.getParent());
        // The index of such a commit is gone when git ends, so it is kept aside.
        Files.writeString(
                hook,
                """
                #!/bin/sh
                printf '%s' "$GIT_INDEX_FILE" > said
                cp "$GIT_INDEX_FILE" kept
                exit 1
                """);
        assertTrue(hook.toFile().setExecutable(true));
        git.write("a.txt", "by commit -a");
        assertThrows(IOException.class, () -> git.run("commit", "-q", "-a", "-m", "two"));
        Path said = folder.resolve(Files.readString(folder.resolve("said")));
        assertFalse(said.endsWith("index"), said.toString());
        assertEquals(Map.of(), staged(git));
        assertFalse(Files.exists(said));
        Files.move(folder.resolve("kept"), said);
        GitVariables told =
                new GitVariables(
                        folder, Map.of("GIT_INDEX_FILE", Files.readString(folder.resolve("said"))));
        List<StagedFile> files = GitRepository.open(folder, told).staged().list();
        assertEquals(List.of("a.txt"), files.stream().map(StagedFile::path).toList());
        assertEquals(
                "by commit -a",
                new String(files.getFirst().open().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void submodulesAreNoFiles() throws IOException {
        GitProgram git = committed();
        String commit = git.line("rev-parse", "HEAD");
        git.run("update-index", "--add", "--cacheinfo", "160000," + commit + ",sub");
        assertEquals(Map.of(), staged(git));
    }

    @Test
    void linksAreStagedAsTheirTarget() throws IOException {
        GitProgram git = committed();
        Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
        git.run("add", "-A");
        assertEquals(Map.of("link", "target"), staged(git));
    }

    @Test
    void aMissingObjectIsAFailureAndNotNothing() throws IOException {
        GitProgram git = committed();
        git.write("a.txt", "staged");
        git.run("add", "-A");
        String name = git.line("rev-parse", ":a.txt");
        Files.delete(git.objects().resolve(name.substring(0, 2)).resolve(name.substring(2)));
        IOException missing = assertThrows(IOException.class, () -> staged(git));
        assertTrue(String.valueOf(missing.getMessage()).contains("is missing"));
    }

    @Test
    void anObjectWithOtherContentIsAFailure() throws IOException {
        GitProgram git = committed();
        git.write("a.txt", "staged");
        git.run("add", "-A");
        String name = git.line("rev-parse", ":a.txt");
        String other = git.blob("something else");
        Path file = git.objects().resolve(name.substring(0, 2)).resolve(name.substring(2));
        assertTrue(file.toFile().setWritable(true));
        Files.write(
                file,
                Files.readAllBytes(
                        git.objects().resolve(other.substring(0, 2)).resolve(other.substring(2))));
        assertThrows(IOException.class, () -> staged(git));
    }

    @Test
    void largeFilesAreReadAsStreamsAndHeldAgainstTheirNames() throws IOException {
        GitProgram git = committed();
        String large = "0123456789abcde\n".repeat(200_000);
        git.write("a.txt", large);
        git.run("add", "-A");
        assertEquals(Map.of("a.txt", large), staged(git));
        String name = git.line("rev-parse", ":a.txt");
        String other = git.blob(large.replace('7', '8'));
        Path file = git.objects().resolve(name.substring(0, 2)).resolve(name.substring(2));
        assertTrue(file.toFile().setWritable(true));
        Files.write(
                file,
                Files.readAllBytes(
                        git.objects().resolve(other.substring(0, 2)).resolve(other.substring(2))));
        assertThrows(IOException.class, () -> staged(git));
    }

    @Test
    void otherStoragesOfReferencesAreAFailure() throws IOException {
        GitProgram git = committed();
        git.run("config", "core.repositoryformatversion", "1");
        git.run("config", "extensions.refStorage", "reftable");
        IOException problem = assertThrows(IOException.class, () -> staged(git));
        assertTrue(String.valueOf(problem.getMessage()).contains("reftable"));
    }

    @Test
    void brokenIndexesAreAFailureAndNeverACrash() throws IOException {
        GitProgram git = committed();
        git.write("a.txt", "staged");
        git.run("add", "-A");
        Path index = git.gitFolder().resolve("index");
        byte[] sound = Files.readAllBytes(index);
        Random random = new Random(21);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = sound.clone();
            if (round % 2 == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            } else {
                // Without a checksum, so that what lies behind it is read.
                Arrays.fill(bytes, bytes.length - 20, bytes.length, (byte) 0);
                int at = random.nextInt(bytes.length - 20);
                bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(index, bytes);
            try {
                staged(git);
            } catch (IOException told) {
                assertTrue(told.getMessage() != null, "round " + round);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1 2", "sha1 3", "sha1 4", "sha256 4", "sha1 split", "sha1 packed"})
    void agreesWithGitOnRandomIndexes(String form) throws IOException {
        String[] words = form.split(" ", -1);
        GitProgram git = GitProgram.init(folder, words[0]);
        Random random = new Random(form.hashCode());
        if (words[1].equals("split")) {
            git.run("config", "core.splitIndex", "true");
            git.run("config", "splitIndex.maxPercentChange", "100");
        } else if (!words[1].equals("packed")) {
            git.run("config", "index.version", words[1]);
        }
        for (int round = 0; round < 12; round++) {
            for (int i = random.nextInt(6); i >= 0; i--) {
                String path = "d" + random.nextInt(3) + "/e" + random.nextInt(3) + "/f" + i;
                git.write(path, "text " + random.nextInt(1_000));
                if (random.nextInt(4) == 0) {
                    Files.delete(folder.resolve(path));
                }
            }
            git.run("add", "-A");
            if (words[1].equals("3")) {
                git.write("intended" + round, "text");
                git.run("add", "-N", "intended" + round);
            }
            assertEquals(expected(git, round == 0), staged(git), form + " round " + round);
            if (random.nextBoolean() || round == 0) {
                git.commit("commit " + round);
                if (words[1].equals("packed")) {
                    git.run("repack", "-q", "-a", "-d", "-f");
                }
            }
        }
    }

    private static Map<String, String> expected(GitProgram git, boolean first) throws IOException {
        String base = first ? git.feed("", "mktree").strip() : "HEAD";
        Map<String, String> expected = new TreeMap<>();
        List<String> changed =
                git.run(
                                "diff-index",
                                "--cached",
                                "--ita-invisible-in-index",
                                "--diff-filter=AMT",
                                "--no-renames",
                                base)
                        .lines()
                        .toList();
        for (String line : changed) {
            String path = line.substring(line.indexOf('\t') + 1);
            expected.put(path, git.run("show", ":" + path));
        }
        return expected;
    }
}
