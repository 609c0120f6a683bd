package dev.holdfast.commands.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.commands.secrets.WorkTree.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one run of {@code secrets history} leaves to the next, with a real repository. */
class HistoryMemoryTest {
    private static final String KEY = "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc".repeat(4);
    private static final String OTHER = "sk_" + "live_" + "9aB77KqLyjWDarjtT1zdp7Zx".repeat(4);
    private static final int COMMITS = 12;
    // A file each, the policy, and the text of each commit.
    private static final int ALL = 2 * COMMITS + 1;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temp;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void aHistory() throws IOException, InterruptedException {
        environment = Map.of("XDG_CACHE_HOME", temp.resolve("caches").toString());
        WorkTree.init(repository()).write("holdfast.yaml", "apiVersion: holdfast/v1\n# one\n");
        for (int i = 0; i < COMMITS; i++) {
            commit("text " + i + "\n" + "a line that stays the same\n".repeat(200));
        }
        git("repack", "-q", "-a", "-d", "-f");
    }

    private Path repository() {
        return temp.resolve("repository");
    }

    private WorkTree tree() {
        return new WorkTree(repository());
    }

    private void git(String... words) throws IOException, InterruptedException {
        tree().git(words);
    }

    private void commit(String text) throws IOException, InterruptedException {
        tree().write("a.txt", text);
        tree().commit();
    }

    private Run history(String... words) throws IOException, InterruptedException {
        return tree().run(new SecretsHistory(), environment, words);
    }

    private Path remembered() throws IOException {
        try (Stream<Path> all = Files.walk(temp.resolve("caches"))) {
            return all.filter(each -> each.toString().endsWith(".clean")).findFirst().orElseThrow();
        }
    }

    @Test
    void aSecondRunInflatesNothing() throws IOException, InterruptedException {
        Run first = history();
        assertEquals(ALL, first.fact("scanned"));
        assertEquals(ALL, first.fact("inflated"));
        Run second = history();
        assertEquals(0, second.code(), second.json());
        assertEquals(0, second.fact("inflated"));
        assertEquals(0, second.fact("scanned"));
        assertEquals(ALL, second.fact("knownClean"));
        assertEquals(ALL, second.fact("contents"));
    }

    @Test
    void afterACommitOnlyWhatIsNewIsInflated() throws IOException, InterruptedException {
        history();
        commit("text that is new");
        Run run = history();
        assertEquals(2, run.fact("scanned"));
        assertEquals(2, run.fact("inflated"));
        git("repack", "-q", "-a", "-d", "-f");
        assertEquals(0, history().fact("inflated"));
    }

    @Test
    void findsInASecondRunWhatAFreshOneFinds() throws IOException, InterruptedException {
        commit("key = '" + KEY + "'\n");
        commit("nothing any more");
        Run first = history();
        assertEquals(1, first.code(), first.json());
        commit("other = '" + OTHER + "'\n");
        Run second = history();
        Run fresh = history("--no-cache");
        assertEquals(1, second.code());
        assertEquals(fresh.findings(), second.findings());
        assertTrue(second.findings().size() > first.findings().size());
        assertEquals(3, second.fact("scanned"));
        assertEquals(ALL + 6, fresh.fact("scanned"));
        assertEquals(fresh.findings(), history().findings());
    }

    @Test
    void knowsInOneScopeWhatWasSeenInAnother() throws IOException, InterruptedException {
        git("checkout", "-q", "-b", "side");
        commit("only on the side");
        git("checkout", "-q", "main");
        assertEquals(ALL, history().fact("scanned"));
        assertEquals(2, history("--all").fact("scanned"));
        assertEquals(0, history().fact("scanned"));
        assertEquals(0, history("--all").fact("scanned"));
    }

    @Test
    void looksAtEverythingAgainWhenThePolicyChanges() throws IOException, InterruptedException {
        history();
        Files.writeString(
                repository().resolve("holdfast.yaml"), "apiVersion: holdfast/v1\n# two\n");
        assertEquals(ALL, history().fact("scanned"));
        assertEquals(0, history().fact("scanned"));
    }

    @Test
    void looksAtEverythingWhenWhatIsRememberedWasChanged()
            throws IOException, InterruptedException {
        history();
        byte[] planted = Files.readAllBytes(remembered());
        planted[planted.length - 1] ^= 1;
        Files.write(remembered(), planted);
        Run run = history();
        assertEquals(ALL, run.fact("scanned"));
        assertEquals(0, run.fact("knownClean"));
        assertTrue(run.json().contains("is not its own"), run.json());
        assertEquals(0, history().fact("scanned"));
    }

    @Test
    void neverTrustsAFolderInTheProject() throws IOException, InterruptedException {
        environment = Map.of("XDG_CACHE_HOME", repository().resolve("caches").toString());
        history();
        Run second = history();
        assertEquals(ALL, second.fact("scanned"));
        assertTrue(second.json().contains("lies in the project"), second.json());
        assertTrue(Files.notExists(repository().resolve("caches")));
    }

    @Test
    void looksAtEverythingWhereNothingCanBeKept() throws IOException, InterruptedException {
        environment = Map.of();
        history();
        assertEquals(ALL, history().fact("scanned"));
        Path file = Files.writeString(temp.resolve("file"), "");
        environment = Map.of("HOME", file.toString());
        history();
        Run run = history();
        assertEquals(0, run.code());
        assertEquals(ALL, run.fact("scanned"));
    }

    @Test
    void neverRemembersWhatLiesUnderAnotherName() throws IOException, InterruptedException {
        commit("key = '" + KEY + "'\n");
        String secret = tree().git("rev-parse", "HEAD:a.txt");
        commit("harmless");
        Path kept = object(secret);
        byte[] sound = Files.readAllBytes(kept);
        assertTrue(kept.toFile().setWritable(true));
        Files.write(kept, Files.readAllBytes(object(tree().git("rev-parse", "HEAD:a.txt"))));
        Run planted = history();
        assertEquals(3, planted.code(), planted.json());
        assertTrue(planted.json().contains("git fsck"), planted.json());
        assertTrue(planted.json().contains(secret), planted.json());
        Files.write(kept, sound);
        assertEquals(1, history().code());
    }

    private Path object(String name) {
        return repository()
                .resolve(".git/objects")
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2));
    }

    @Test
    void leavesTheRepositoryAsItIs() throws IOException, InterruptedException {
        List<String> before = files();
        history();
        history();
        assertEquals(before, files());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(repository())) {
            return all.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void runsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        try (ExecutorService runs = Executors.newFixedThreadPool(4)) {
            List<Callable<Run>> same = List.of(this::history, this::history, this::history);
            for (Future<Run> each : runs.invokeAll(same)) {
                Run run = each.get();
                assertEquals(0, run.code(), run.json());
                assertEquals(ALL, run.fact("contents"));
            }
        }
        assertEquals(0, history().fact("scanned"));
    }
}
