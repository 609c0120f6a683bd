package dev.holdfast.core.ignore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we ignore is what git ignores. */
class GitAgreementTest {
    // More in a row: -Dfuzz.rounds=20000 -Dfuzz.seed=1
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 300);
    private static final long SEED = Long.getLong("fuzz.seed", 5);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Java cannot make every name under the plain C locale. */
    private static boolean canMakeAnyName() {
        return Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII"))
                .equals(StandardCharsets.UTF_8);
    }

    @Test
    void agreesOnRandomTrees() throws IOException {
        int ignored = 0;
        int looked = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path root = folder.resolve("tree" + round);
            GitProgram git = GitProgram.init(root);
            new RandomTree(new SplittableRandom(SEED * 1_000_003 + round), canMakeAnyName())
                    .write(root);
            Tree ours = Tree.of(root);
            Set<String> theirs = git.ignored(ours.paths());
            if (!theirs.equals(ours.ignored())) {
                assertEquals(
                        String.join("\n", theirs),
                        String.join("\n", ours.ignored()),
                        "-Dfuzz.seed=" + SEED + " round " + round + "\n" + ignoreFiles(root, ours));
            }
            ignored += theirs.size();
            looked += ours.paths().size();
        }
        // A test in which nothing or everything is ignored would say nothing.
        assertTrue(ignored > looked / 20 && ignored < looked * 19 / 20, ignored + " of " + looked);
    }

    private static String ignoreFiles(Path root, Tree tree) throws IOException {
        List<String> files = new ArrayList<>(List.of(".git/info/exclude"));
        tree.paths().stream().filter(path -> path.endsWith(".gitignore")).forEach(files::add);
        StringBuilder all = new StringBuilder();
        for (String each : files) {
            if (Files.isRegularFile(root.resolve(each))) {
                byte[] bytes = Files.readAllBytes(root.resolve(each));
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                all.append(each).append(": ");
                all.append(text.replace("\r", "\\r").replace("\0", "\\0").replace("\n", "\n    "));
                all.append('\n');
            }
        }
        return all.toString();
    }

    @Test
    void agreesOnEveryByteOfEveryNamedSet() throws IOException {
        GitProgram git = GitProgram.init(folder);
        List<String> sets =
                List.of(
                        "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print",
                        "punct", "space", "upper", "xdigit");
        StringBuilder lines = new StringBuilder();
        for (String set : sets) {
            lines.append("/").append(set).append("/x[[:").append(set).append(":]]\n");
            Files.createDirectory(folder.resolve(set));
            for (char each = 1; each < 0x80; each++) {
                if (each != '/') {
                    Files.createFile(folder.resolve(set).resolve("x" + each));
                }
            }
        }
        Files.writeString(folder.resolve(".gitignore"), lines);
        Tree ours = Tree.of(folder);
        assertEquals(new TreeSet<>(git.ignored(ours.paths())), ours.ignored());
    }
}
