package dev.holdfast.git.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.history.HistoryScope;
import dev.holdfast.core.history.Survey;
import dev.holdfast.git.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void namesCommitAuthorDateAndPath() throws IOException, InterruptedException {
        GitProgram git = GitProgram.init(folder);
        git.write("of/some one.txt", "text");
        git.run("add", "-A");
        git.run(
                "commit",
                "-q",
                "-m",
                "one",
                "--author=Zoë Ünïcode <zoe@example.com>",
                "--date=2021-03-04T05:06:07+0530");
        String commit = git.line("rev-parse", "HEAD");
        git.run("mv", "of", "elsewhere");
        git.commit("moved");
        Survey.Origin origin =
                Surveyed.head(folder).origin(git.line("rev-parse", "HEAD:elsewhere/some one.txt"));
        assertEquals(
                new Survey.Origin(
                        commit,
                        "Zoë Ünïcode <zoe@example.com>",
                        "2021-03-04T05:06:07+05:30",
                        "of/some one.txt"),
                origin);
    }

    @Test
    void parentsComeBeforeChildrenWhateverTheirClocksSay()
            throws IOException, InterruptedException {
        GitProgram git = GitProgram.init(folder);
        git.write("a.txt", "text");
        String first = git.commit("one");
        git.write("b.txt", "text");
        String tree = git.line("rev-parse", "HEAD^{tree}");
        String early =
                git.feed(
                                "tree "
                                        + tree
                                        + "\nparent "
                                        + first
                                        + "\nauthor A <a@example.com> 5 +0000\n"
                                        + "committer A <a@example.com> 5 +0000\n\nearly\n",
                                "hash-object",
                                "-w",
                                "-t",
                                "commit",
                                "--stdin")
                        .strip();
        git.run("reset", "-q", "--hard", early);
        assertEquals(
                first, Surveyed.head(folder).origin(git.line("rev-parse", "HEAD:a.txt")).commit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256"})
    void agreesWithGitOnRandomHistories(String format) throws IOException, InterruptedException {
        for (long seed = 1; seed <= 4; seed++) {
            Path repository = folder.resolve("random" + seed);
            GitProgram git = GitProgram.init(repository, format);
            branch(git, new Random(seed));
            switch ((int) seed) {
                case 1 -> git.run("repack", "-q", "-a", "-d", "-f");
                case 2 -> git.run("repack", "-q", "-d");
                case 3 -> git.run("gc", "-q", "--aggressive", "--prune=now");
                default -> {}
            }
            compare(git, true, "seed " + seed);
            compare(git, false, "seed " + seed);
        }
    }

    /** Commits on several branches that change, copy, move and remove files, and merge. */
    private static void branch(GitProgram git, Random random) throws IOException {
        git.write("start.txt", "start");
        git.commit("start");
        for (int i = 0; i < 25; i++) {
            if (random.nextInt(6) == 0) {
                git.run("checkout", "-q", "-b", "branch" + i);
            } else if (random.nextInt(5) == 0) {
                List<String> branches =
                        git.run("branch", "--format=%(refname:short)").lines().toList();
                git.run("checkout", "-q", branches.get(random.nextInt(branches.size())));
            } else if (random.nextInt(8) == 0) {
                git.run("merge", "-q", "-X", "ours", "-m", "merged", "main");
            }
            for (int j = random.nextInt(3); j >= 0; j--) {
                String path = "d" + random.nextInt(3) + "/e" + random.nextInt(3) + "/" + i % 7;
                // Few contents, so that many come again elsewhere.
                String text = "text " + random.nextInt(40) + "\n" + "line\n".repeat(50);
                git.write(path, text);
                if (random.nextInt(5) == 0) {
                    Files.delete(git.folder().resolve(path));
                }
            }
            git.commit("commit " + i);
        }
    }

    private static void compare(GitProgram git, boolean all, String what)
            throws IOException, InterruptedException {
        Surveyed surveyed =
                Surveyed.of(git.folder(), new HistoryScope(all, false, Optional.empty()));
        String from = all ? "--all" : "HEAD";
        Set<String> blobs = new TreeSet<>();
        String objects = git.run("rev-list", "--objects", "--no-object-names", from);
        git.feed(objects, "cat-file", "--batch-check=%(objectname) %(objecttype)")
                .lines()
                .filter(line -> line.endsWith(" blob"))
                .forEach(line -> blobs.add(line.substring(0, line.indexOf(' '))));
        assertEquals(blobs, surveyed.names(), what);
        assertEquals(List.of(), surveyed.gaps(), what);
        assertEquals(
                Integer.parseInt(git.line("rev-list", "--count", from)), surveyed.commits(), what);
        Set<String> atHead = new TreeSet<>(atCommit(git, "HEAD").keySet());
        Map<String, String> first = new HashMap<>();
        Map<String, Map<String, Set<String>>> trees = new HashMap<>();
        // Oldest first, parents before children; no two commits here share a second.
        for (String commit :
                git.run("rev-list", "--reverse", "--date-order", from).lines().toList()) {
            Map<String, Set<String>> tree = atCommit(git, commit);
            trees.put(commit, tree);
            tree.keySet().forEach(blob -> first.putIfAbsent(blob, commit));
        }
        for (String blob : blobs) {
            Survey.Origin origin = surveyed.origin(blob);
            assertEquals(first.get(blob), origin.commit(), what + " " + blob);
            Set<String> paths = trees.get(origin.commit()).get(blob);
            assertTrue(paths.contains(origin.path()), what + " " + origin);
            assertEquals(atHead.contains(blob), surveyed.isAtHead(blob), what + " " + blob);
        }
    }

    /** The blobs of a commit, with their paths. */
    private static Map<String, Set<String>> atCommit(GitProgram git, String commit)
            throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        git.run("ls-tree", "-r", "--format=%(objectname) %(path)", commit)
                .lines()
                .forEach(line -> {
                    int space = line.indexOf(' ');
                    found.computeIfAbsent(line.substring(0, space), none -> new TreeSet<>())
                            .add(line.substring(space + 1));
                });
        return found;
    }
}
