package dev.holdfast.git.history;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.history.HistoryScope;
import dev.holdfast.core.history.Survey;
import dev.holdfast.git.GitProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameSearchTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private GitProgram git;

    @SuppressWarnings("NullAway.Init")
    private String first;

    @BeforeEach
    void aCommit() throws IOException {
        git = GitProgram.init(folder);
        git.write("src/a.txt", "a text");
        first = git.commit("one");
    }

    /** Paths with their commits and whether HEAD has them; references with their commits. */
    private static Map<String, String> told(Surveyed surveyed) throws InterruptedException {
        Map<String, String> told = new TreeMap<>();
        Survey.Names names = surveyed.allNames();
        for (Survey.Named each : names.wanted()) {
            String before =
                    told.put(
                            each.origin().path(),
                            each.origin().commit() + (each.isAtHead() ? " at head" : ""));
            assertEquals(null, before, "told twice: " + each.origin().path());
        }
        assertEquals(told.size(), names.files() + names.references());
        return told;
    }

    private static Set<String> paths(Map<String, String> told) {
        Set<String> paths = new TreeSet<>(told.keySet());
        paths.removeIf(each -> each.startsWith("ref "));
        return paths;
    }

    @Test
    void aPathIsToldAtItsOldestCommitWhateverLiesThere() throws IOException, InterruptedException {
        git.write("src/a.txt", "another text");
        git.commit("two");
        git.run("rm", "-q", "-r", "src");
        git.write("b.txt", "a text");
        String third = git.commit("three");
        Map<String, String> told = told(Surveyed.head(folder));
        assertEquals(first, told.get("src/a.txt"));
        assertEquals(third + " at head", told.get("b.txt"));
    }

    @Test
    void aFolderThatMovesAsItIsIsToldAtBothPlaces() throws IOException, InterruptedException {
        git.run("mv", "src", "lib");
        git.commit("two");
        assertEquals(Set.of("src/a.txt", "lib/a.txt"), paths(told(Surveyed.head(folder))));
    }

    @Test
    void theAuthorAndTheDateAreThoseOfTheCommit() throws IOException, InterruptedException {
        Survey.Origin origin =
                Surveyed.head(folder).allNames().wanted().stream()
                        .map(Survey.Named::origin)
                        .filter(each -> each.path().equals("src/a.txt"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Surveyed.head(folder).origin(git.blob("a text")), origin);
        assertFalse(origin.author().isEmpty() || origin.date().isEmpty());
    }

    @Test
    void onlyWhatIsAskedForIsTold() throws IOException, InterruptedException {
        Survey.Names names = Surveyed.head(folder).names("src/a.txt"::equals);
        assertEquals(1, names.wanted().size());
        assertEquals(1, names.files());
    }

    @Test
    void submodulesAndEmptyFoldersHaveNamesToo() throws IOException, InterruptedException {
        String empty = git.feed("", "mktree").strip();
        String root =
                git.feed(
                                "040000 tree %s\tempty\n160000 commit %s\tmodule\n"
                                        .formatted(empty, first),
                                "mktree")
                        .strip();
        git.run("reset", "-q", "--soft", git.line("commit-tree", "-m", "two", root));
        assertEquals(Set.of("empty", "module"), paths(told(Surveyed.head(folder))));
    }

    @Test
    void aFileWhereAFolderWasIsToldToo() throws IOException, InterruptedException {
        git.run("rm", "-q", "-r", "src");
        git.write("src", "a text");
        git.commit("two");
        assertEquals(Set.of("src", "src/a.txt"), paths(told(Surveyed.head(folder))));
    }

    @Test
    void bothSidesOfWhatIsReplacedHaveNames() throws IOException, InterruptedException {
        git.run("checkout", "-q", "--orphan", "other");
        git.run("mv", "src/a.txt", "src/b.txt");
        git.commit("two");
        String other = git.line("rev-parse", "HEAD:src");
        git.run("checkout", "-q", "main");
        String here = git.line("rev-parse", "HEAD:src");
        git.run("replace", here, other);
        // Git would not write it, but it can be written.
        git.write(".git/refs/replace/" + other, here + "\n");
        assertEquals(Set.of("src/a.txt", "src/b.txt"), paths(told(Surveyed.head(folder))));
    }

    @Test
    void referencesAreThoseOfTheScope() throws IOException, InterruptedException {
        git.run("branch", "side");
        git.run("tag", "light");
        git.run("tag", "-a", "-m", "a tag", "heavy");
        Map<String, String> head = told(Surveyed.head(folder));
        assertEquals(first, head.get("ref refs/heads/main"));
        assertFalse(head.containsKey("ref refs/heads/side"));
        for (String packed : List.of("", "packed")) {
            Map<String, String> all = told(Surveyed.all(folder));
            for (String name : List.of("heads/main", "heads/side", "tags/light", "tags/heavy")) {
                assertEquals(first, all.get("ref refs/" + name), packed);
            }
            git.run("pack-refs", "--all");
        }
    }

    @Test
    void aReferenceThatLeadsNowhereHasAName() throws IOException, InterruptedException {
        git.run("symbolic-ref", "refs/heads/alias", "refs/heads/gone");
        git.write(".git/refs/heads/broken", "no name\n");
        Map<String, String> all = told(Surveyed.all(folder));
        assertEquals("", all.get("ref refs/heads/gone"));
        assertEquals("", all.get("ref refs/heads/broken"));
        git.run("checkout", "-q", "--orphan", "unborn");
        assertEquals("", told(Surveyed.head(folder)).get("ref refs/heads/unborn"));
    }

    @Test
    void sinceARevisionOnlyNewPathsAreTold() throws IOException, InterruptedException {
        git.write("src/a.txt", "another text");
        git.write("src/b.txt", "a text");
        String second = git.commit("two");
        git.run("tag", "old", first);
        Map<String, String> told = told(Surveyed.since(folder, first));
        assertEquals(Set.of("src/b.txt"), paths(told));
        assertEquals(second + " at head", told.get("src/b.txt"));
        HistoryScope all = new HistoryScope(true, false, Optional.of(first));
        assertTrue(told(Surveyed.of(folder, all)).containsKey("ref refs/tags/old"));
    }

    @Test
    void aTreeThatOnlyATagNamesIsToldOfNoCommit() throws IOException, InterruptedException {
        git.write("lib/b.txt", "b");
        git.run("add", "-A");
        git.run("tag", "tree", git.line("write-tree"));
        git.run("reset", "-q", "--hard");
        assertEquals("", told(Surveyed.all(folder)).get("lib/b.txt"));
        assertEquals(Set.of("src/a.txt"), paths(told(Surveyed.head(folder))));
    }

    @Test
    void morePathsThanCanBeLookedAtAreAGap() throws IOException, InterruptedException {
        assertEquals(List.of(), Surveyed.head(folder).allNames().gaps());
        String tree = git.line("rev-parse", "HEAD:src");
        for (int level = 0; level < 12; level++) {
            StringBuilder entries = new StringBuilder();
            for (int i = 10; i < 20; i++) {
                entries.append("040000 tree ").append(tree).append("\t").append(i).append("\n");
            }
            tree = git.feed(entries.toString(), "mktree").strip();
        }
        git.run("reset", "-q", "--soft", git.line("commit-tree", "-m", "a bomb", tree));
        Survey.Names names = Surveyed.head(folder).names(path -> path.equals("src/a.txt"));
        assertEquals(1, names.gaps().size());
    }

    @Test
    void aNameThatIsNotUtf8IsTold() throws IOException, InterruptedException {
        byte[] line = ("100644 blob " + git.blob("a text") + "\tx~\n").getBytes(US_ASCII);
        line[line.length - 2] = (byte) 0xE9;
        String root = new String(git.bytes(line, "mktree"), US_ASCII).strip();
        git.run("reset", "-q", "--soft", git.line("commit-tree", "-m", "two", root));
        assertEquals(Set.of("x\uFFFD"), paths(told(Surveyed.head(folder))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithGitOnRandomHistories(long seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        Map<String, String> expected = new TreeMap<>();
        expected.put("src/a.txt", first);
        for (int commit = 0; commit < 25; commit++) {
            for (int i = 0; i < 6; i++) {
                git.write(
                        random.nextInt(4)
                                + "/"
                                + (char) ('a' + random.nextInt(3))
                                + "/"
                                + random.nextInt(40),
                        "text " + random.nextInt(30));
            }
            if (random.nextInt(3) == 0) {
                git.run("add", "-A");
                git.run(
                        "rm",
                        "-q",
                        "-f",
                        "-r",
                        "--ignore-unmatch",
                        String.valueOf(random.nextInt(4)));
            }
            String name = git.commit("more");
            for (String path : git.run("ls-tree", "-r", "--name-only", "HEAD").lines().toList()) {
                expected.putIfAbsent(path, name);
            }
        }
        for (String path : git.run("ls-tree", "-r", "--name-only", "HEAD").lines().toList()) {
            expected.merge(path, " at head", String::concat);
        }
        for (String way : List.of("loose", "packed")) {
            Map<String, String> told = told(Surveyed.head(folder));
            told.keySet().retainAll(paths(told));
            assertEquals(expected, told, way);
            git.run("gc", "-q", "--prune=now");
        }
    }
}
