package dev.holdfast.git.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.git.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathSearchTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private GitProgram git;

    @BeforeEach
    void inAFolderThatIsLeftOut() throws IOException {
        git = GitProgram.init(folder);
        git.write("vendor/deep/key.txt", "a key");
        git.commit("one");
    }

    private static boolean isMeant(String path) {
        return !path.startsWith("vendor/");
    }

    private String key() throws IOException {
        return git.blob("a key");
    }

    private Optional<String> found(Surveyed surveyed) throws IOException, InterruptedException {
        return surveyed.origin(key(), PathSearchTest::isMeant)
                .map(origin -> origin.path() + " " + origin.commit());
    }

    @Test
    void whatLiesNowhereElseIsNotFound() throws IOException, InterruptedException {
        git.write("src/other.txt", "another text");
        git.commit("two");
        assertEquals(Optional.empty(), found(Surveyed.head(folder)));
    }

    @Test
    void whatWasCopiedOutLaterIsFoundWhereItFirstCameTo() throws IOException, InterruptedException {
        git.write("src/key.txt", "a key");
        String second = git.commit("two");
        git.write("again.txt", "a key");
        git.commit("three");
        assertEquals(Optional.of("src/key.txt " + second), found(Surveyed.head(folder)));
        assertEquals("vendor/deep/key.txt", Surveyed.head(folder).origin(key()).path());
    }

    @Test
    void whatMovedWithItsFolderIsFound() throws IOException, InterruptedException {
        git.run("mv", "vendor", "src");
        String second = git.commit("two");
        git.run("gc", "-q", "--prune=now");
        assertEquals(Optional.of("src/deep/key.txt " + second), found(Surveyed.head(folder)));
    }

    @Test
    void aReplacementIsFoundWhereWhatItReplacesLies() throws IOException, InterruptedException {
        git.write("src/other.txt", "another text");
        String second = git.commit("two");
        String other = git.line("rev-parse", "HEAD:src/other.txt");
        git.run("replace", other, key());
        assertEquals(Optional.of("src/other.txt " + second), found(Surveyed.head(folder)));
    }

    @Test
    void replacementsInACircleEnd() throws IOException, InterruptedException {
        git.write("src/other.txt", "another text");
        git.commit("two");
        String other = git.line("rev-parse", "HEAD:src");
        String vendor = git.line("rev-parse", "HEAD:vendor");
        git.run("replace", "-f", other, vendor);
        git.write(".git/refs/replace/" + vendor, other + "\n");
        String found = found(Surveyed.head(folder)).orElseThrow();
        assertTrue(found.startsWith("src/deep/key.txt "), found);
    }

    @Test
    void whatIsReachedOverAMissingObjectIsNeverLeftOut() throws IOException, InterruptedException {
        git.write("src/other.txt", "another text");
        git.commit("two");
        String other = git.line("rev-parse", "HEAD:src/other.txt");
        git.run("replace", other, key());
        Files.delete(git.objects().resolve(other.substring(0, 2)).resolve(other.substring(2)));
        assertTrue(found(Surveyed.head(folder)).isPresent());
    }

    @Test
    void morePathsThanCanBeLookedAtLeaveNothingOut() throws IOException, InterruptedException {
        String tree = git.line("rev-parse", "HEAD:vendor");
        for (int level = 0; level < 12; level++) {
            StringBuilder entries = new StringBuilder();
            for (int i = 10; i < 20; i++) {
                entries.append("040000 tree ").append(tree).append("\t").append(i).append("\n");
            }
            tree = git.feed(entries.toString(), "mktree").strip();
        }
        String root = git.feed("040000 tree " + tree + "\tvendor\n", "mktree").strip();
        String commit = git.line("commit-tree", "-m", "a bomb", root);
        git.run("reset", "-q", "--soft", commit);
        assertTrue(found(Surveyed.head(folder)).orElseThrow().startsWith("vendor/"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithGitOnRandomHistories(long seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> everything = new TreeMap<>();
        for (int commit = 0; commit < 25; commit++) {
            for (int i = 0; i < 3; i++) {
                git.write(
                        (random.nextBoolean() ? "vendor/" : "src/")
                                + (char) ('a' + random.nextInt(3))
                                + "/"
                                + random.nextInt(4),
                        "text " + random.nextInt(30));
            }
            String name = git.commit("more");
            for (String line : git.run("ls-tree", "-r", "HEAD").lines().toList()) {
                String[] words = line.split("[ \t]", -1);
                everything.put(words[2], words[3]);
                if (isMeant(words[3])) {
                    expected.putIfAbsent(words[2], words[3] + " " + name);
                }
            }
        }
        git.run("gc", "-q", "--prune=now");
        Surveyed surveyed = Surveyed.head(folder);
        assertTrue(expected.size() < everything.size() && !expected.isEmpty());
        for (String blob : everything.keySet()) {
            assertEquals(
                    Optional.ofNullable(expected.get(blob)),
                    surveyed.origin(blob, PathSearchTest::isMeant)
                            .map(origin -> origin.path() + " " + origin.commit()));
        }
    }
}
