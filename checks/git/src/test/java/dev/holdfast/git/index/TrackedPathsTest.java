package dev.holdfast.git.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.ignore.IgnoreRules;
import dev.holdfast.core.project.TrackedFiles;
import dev.holdfast.git.GitProgram;
import dev.holdfast.git.GitRepository;
import dev.holdfast.git.folder.GitVariables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackedPathsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static GitRepository open(Path in) throws IOException {
        return GitRepository.open(in, new GitVariables(in, Map.of()));
    }

    private TrackedFiles tracked() throws IOException {
        return open(folder).tracked();
    }

    private GitProgram committed() throws IOException {
        GitProgram git = GitProgram.init(folder);
        git.write("a.txt", "text");
        git.write("in/deep/b.txt", "text");
        git.commit("one");
        return git;
    }

    @Test
    void knowsFilesAndTheirFolders() throws IOException {
        committed().write("in/untracked.txt", "text");
        TrackedFiles tracked = tracked();
        assertTrue(tracked.isTracked("a.txt"));
        assertTrue(tracked.isTracked("in/deep/b.txt"));
        assertFalse(tracked.isTracked("in/untracked.txt"));
        assertFalse(tracked.isTracked("in"));
        assertFalse(tracked.isTracked("A.txt"));
        assertTrue(tracked.anyBelow(""));
        assertTrue(tracked.anyBelow("in"));
        assertTrue(tracked.anyBelow("in/deep"));
        assertFalse(tracked.anyBelow("i"));
        assertFalse(tracked.anyBelow("in/dee"));
        assertFalse(tracked.anyBelow("a.txt"));
        assertFalse(tracked.anyBelow("zzz"));
    }

    @Test
    void ignoredFilesMayBeTracked() throws IOException {
        GitProgram git = GitProgram.init(folder);
        git.write(".gitignore", "*.env\nout/\n");
        git.write("a.env", "text");
        git.write("b.env", "text");
        git.write("out/c.txt", "text");
        git.run("add", "-f", "a.env", "out/c.txt");
        TrackedFiles tracked = tracked();
        assertTrue(tracked.isTracked("a.env"));
        assertFalse(tracked.isTracked("b.env"));
        assertTrue(tracked.anyBelow("out"));
    }

    @Test
    void removedFilesAreNotTrackedAndIntendedOnesAre() throws IOException {
        GitProgram git = committed();
        git.run("rm", "-q", "--cached", "a.txt");
        git.write("later.txt", "text");
        git.run("add", "-N", "later.txt");
        TrackedFiles tracked = tracked();
        assertFalse(tracked.isTracked("a.txt"));
        assertTrue(tracked.isTracked("later.txt"));
    }

    @Test
    void submodulesAreNoFilesAndLinksAre() throws IOException {
        GitProgram git = committed();
        String commit = git.line("rev-parse", "HEAD");
        git.run("update-index", "--add", "--cacheinfo", "160000," + commit + ",vendor/sub");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("a.txt"));
        git.run("add", "link");
        TrackedFiles tracked = tracked();
        assertFalse(tracked.isTracked("vendor/sub"));
        assertFalse(tracked.isTracked("vendor/sub/file"));
        assertTrue(tracked.anyBelow("vendor"));
        assertTrue(tracked.anyBelow("vendor/sub"));
        assertFalse(tracked.anyBelow("vend"));
        assertFalse(tracked.anyBelow("vendor/sub/folder"));
        assertTrue(tracked.isRepository("vendor/sub"));
        assertFalse(tracked.isRepository("vendor"));
        assertTrue(tracked.isTracked("link"));
    }

    @Test
    void bothSidesOfAConflictAreTracked() throws IOException {
        GitProgram git = committed();
        git.run("checkout", "-q", "-b", "side");
        git.write("a.txt", "theirs");
        git.commit("two");
        git.run("checkout", "-q", "main");
        git.write("a.txt", "ours");
        git.commit("three");
        assertThrows(IOException.class, () -> git.run("merge", "-q", "side"));
        assertTrue(tracked().isTracked("a.txt"));
        assertTrue(tracked().isTracked("in/deep/b.txt"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sparseFoldersCountAsTracked(boolean sparseIndex) throws IOException {
        GitProgram git = committed();
        git.write("out/c.txt", "text");
        git.write("out/deep/d.txt", "text");
        git.commit("two");
        git.run("sparse-checkout", "init", "--cone");
        git.run("sparse-checkout", "set", "in");
        if (sparseIndex) {
            git.run("sparse-checkout", "reapply", "--sparse-index");
            assertTrue(git.run("ls-files", "--sparse").contains("out/\n"));
        }
        assertFalse(Files.exists(folder.resolve("out/c.txt")));
        TrackedFiles tracked = tracked();
        assertTrue(tracked.isTracked("out/c.txt"));
        assertTrue(tracked.isTracked("out/deep/d.txt"));
        assertTrue(tracked.anyBelow("out"));
        assertTrue(tracked.anyBelow("out/deep"));
        assertTrue(tracked.anyBelow(""));
        assertTrue(tracked.isTracked("in/deep/b.txt"));
        // Nothing but objects says what such a folder holds.
        assertEquals(sparseIndex, tracked.isTracked("out/other.txt"));
        assertFalse(tracked.isTracked("out"));
        assertFalse(tracked.anyBelow("outer"));
    }

    @Test
    void nothingIsTrackedInAFreshRepository() throws IOException {
        GitProgram.init(folder);
        assertFalse(Files.exists(folder.resolve(".git/index")));
        assertFalse(tracked().anyBelow(""));
        assertFalse(tracked().isTracked("a.txt"));
    }

    @Test
    void nothingIsTrackedInABareRepository() throws IOException {
        GitProgram git = committed();
        Path bare = folder.resolve("bare.git");
        git.run("clone", "-q", "--bare", ".", bare.toString());
        assertFalse(open(bare).tracked().anyBelow(""));
    }

    @Test
    void aMissingIndexIsAFailureWhereThereAreCommits() throws IOException {
        Files.delete(committed().gitFolder().resolve("index"));
        IOException problem = assertThrows(IOException.class, this::tracked);
        assertTrue(String.valueOf(problem.getMessage()).contains("git reset"));
    }

    @Test
    void aBrokenIndexIsAFailure() throws IOException {
        Path index = committed().gitFolder().resolve("index");
        byte[] bytes = Files.readAllBytes(index);
        bytes[bytes.length / 2] ^= 1;
        Files.write(index, bytes);
        assertThrows(IOException.class, this::tracked);
        Files.write(index, Arrays.copyOf(bytes, 20));
        assertThrows(IOException.class, this::tracked);
        Files.write(index, new byte[0]);
        assertThrows(IOException.class, this::tracked);
        Files.delete(index);
        Files.createDirectory(index);
        assertThrows(IOException.class, this::tracked);
    }

    @Test
    void anIndexThatEndsInsideAPathIsAFailure() throws IOException {
        Path index = committed().gitFolder().resolve("index");
        byte[] bytes = Files.readAllBytes(index);
        // One entry: its statistics, mode, numbers and name, then a path without its end. Zeros in
        // the place of the checksum let anything in.
        byte[] cut = Arrays.copyOf(bytes, 12 + 62 + 2 + 20);
        cut[11] = 1;
        Arrays.fill(cut, 12 + 62, 12 + 62 + 2, (byte) 'a');
        Arrays.fill(cut, cut.length - 20, cut.length, (byte) 0);
        Files.write(index, cut);
        IOException problem = assertThrows(IOException.class, this::tracked);
        assertTrue(String.valueOf(problem.getMessage()).contains("ends inside an entry"));
    }

    @Test
    void eachWorkTreeHasItsOwn() throws IOException {
        GitProgram git = committed();
        Path linked = folder.resolve("linked");
        git.run("worktree", "add", "-q", linked.toString());
        GitProgram other = GitProgram.in(linked);
        other.write("only-here.txt", "text");
        other.run("add", "only-here.txt");
        assertTrue(open(linked).tracked().isTracked("only-here.txt"));
        assertTrue(open(linked.resolve("in")).tracked().isTracked("in/deep/b.txt"));
        assertFalse(tracked().isTracked("only-here.txt"));
    }

    @Test
    void readsNoObject() throws IOException {
        GitProgram git = committed();
        for (String each : List.of("HEAD:a.txt", "HEAD^{tree}", "HEAD")) {
            String name = git.line("rev-parse", each);
            Files.delete(git.objects().resolve(name.substring(0, 2)).resolve(name.substring(2)));
        }
        assertTrue(tracked().isTracked("a.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1 2", "sha1 3", "sha1 4", "sha256 2", "sha256 4", "sha1 split"})
    void agreesWithGitOnRandomIndexes(String form) throws IOException {
        String[] words = form.split(" ", -1);
        GitProgram git = GitProgram.init(folder, words[0]);
        if (words[1].equals("split")) {
            git.run("config", "core.splitIndex", "true");
            git.run("config", "splitIndex.maxPercentChange", "100");
        } else {
            git.run("config", "index.version", words[1]);
        }
        Random random = new Random(form.hashCode());
        List<String> names = List.of("a", "a.b", "ab", "é", "日", "\uFF5E", "\uD83D\uDD12", "a-b");
        Set<String> all = new HashSet<>();
        for (int round = 0; round < 10; round++) {
            for (int i = random.nextInt(6); i >= 0; i--) {
                String path =
                        "d"
                                + names.get(random.nextInt(names.size()))
                                + "/"
                                + names.get(random.nextInt(names.size()));
                all.add(path);
                // By the index alone, so that the locale's file names do not matter.
                String entry = "100644 " + git.blob("text " + i) + "\t" + path + "\0";
                String none = "0 " + "0".repeat(words[0].equals("sha1") ? 40 : 64) + "\t" + path;
                git.feed(
                        random.nextInt(4) == 0 ? none + "\0" : entry,
                        "update-index",
                        "-z",
                        "--index-info");
            }
            if (words[1].equals("3")) {
                git.write("intended" + round, "text");
                git.run("add", "-N", "intended" + round);
                all.add("intended" + round);
            }
            Set<String> expected =
                    new HashSet<>(List.of(git.run("ls-files", "-z").split("\0", -1)));
            TrackedFiles tracked = tracked();
            for (String path : all) {
                String at = form + " round " + round + " " + path;
                assertEquals(expected.contains(path), tracked.isTracked(path), at);
                int slash = Math.max(0, path.indexOf('/'));
                String below = path.substring(0, slash);
                boolean any = expected.stream().anyMatch(each -> each.startsWith(below + "/"));
                if (slash > 0) {
                    assertEquals(any, tracked.anyBelow(below), at);
                }
            }
        }
    }

    @Test
    void givesTheExcludesOfTheRepository() throws IOException {
        GitProgram git = committed();
        Path file = git.gitFolder().resolve("info/exclude");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "*.tmp\n");
        byte[] text = "*.tmp\n".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(text, open(folder).excludes());
        Path linked = folder.resolve("linked");
        git.run("worktree", "add", "-q", linked.toString());
        assertArrayEquals(text, open(linked).excludes());
        Files.write(file, new byte[IgnoreRules.LARGEST_FILE + 100]);
        assertEquals(IgnoreRules.LARGEST_FILE + 1, open(folder).excludes().length);
        Files.delete(file);
        assertEquals(0, open(folder).excludes().length);
        Files.createDirectory(file);
        assertThrows(IOException.class, () -> open(folder).excludes());
    }

    @Test
    void theUsersOwnExcludesDoNotCount() throws IOException {
        GitProgram git = committed();
        Files.deleteIfExists(git.gitFolder().resolve("info/exclude"));
        git.write("mine", "*.txt\n");
        git.run("config", "core.excludesFile", folder.resolve("mine").toString());
        assertEquals(0, open(folder).excludes().length);
    }

    @Test
    void waitsForNoPipe() throws IOException, InterruptedException {
        GitProgram git = committed();
        for (String each : List.of("index", "info/exclude")) {
            Path at = git.gitFolder().resolve(each);
            Files.createDirectories(at.getParent());
            Files.deleteIfExists(at);
            assertEquals(0, new ProcessBuilder("mkfifo", at.toString()).start().waitFor());
        }
        assertThrows(IOException.class, this::tracked);
        assertThrows(IOException.class, () -> open(folder).excludes());
    }
}
