package dev.holdfast.git.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.history.Changes;
import dev.holdfast.core.history.ContentSink;
import dev.holdfast.core.history.HistoryScope;
import dev.holdfast.core.history.Survey;
import dev.holdfast.git.GitProgram;
import dev.holdfast.git.GitRepository;
import dev.holdfast.git.folder.GitVariables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private GitProgram git;

    @BeforeEach
    void deltas() throws IOException {
        git = GitProgram.init(folder);
        git.grow(25, new Random(41));
        git.run("repack", "-q", "-a", "-d", "-f", "--depth=30", "--window=30");
    }

    private Survey survey() throws IOException, InterruptedException {
        return GitRepository.open(folder, new GitVariables(folder, Map.of()))
                .history()
                .survey(HistoryScope.head(), 2);
    }

    /** Takes names and lengths, and holds every base to have come before on the same thread. */
    private static final class Taking implements ContentSink {
        private final Survey survey;
        private final Map<String, Integer> taken;
        private final Map<Integer, String> before = new TreeMap<>();

        Taking(Survey survey, Map<String, Integer> taken) {
            this.survey = survey;
            this.taken = taken;
        }

        @Override
        public void content(
                int number, byte[] bytes, int length, int base, @Nullable Changes changes) {
            taken.put(survey.name(number), length);
            String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
            before.put(number, text);
            assertEquals(base < 0, changes == null);
            if (changes != null) {
                String from = before.get(base);
                assertTrue(from != null, "the base did not come before");
                for (int i = 0; i <= changes.count(); i++) {
                    int start = i == 0 ? 0 : changes.end(i - 1);
                    int end = i == changes.count() ? length : changes.start(i);
                    assertTrue(from.contains(text.substring(start, end)), "is not of the base");
                }
            }
        }

        @Override
        public void large(int number, long length, InputStream content) throws IOException {
            taken.put(survey.name(number), content.readAllBytes().length);
        }

        @Override
        public void unreadable(int number, String why) {
            throw new AssertionError(why);
        }
    }

    private static Map<String, Integer> read(Survey survey, Set<String> known, int threads)
            throws InterruptedException {
        Map<String, Integer> taken = Collections.synchronizedMap(new TreeMap<>());
        survey.read(
                number -> !known.contains(survey.name(number)),
                threads,
                () -> new Taking(survey, taken));
        return taken;
    }

    @Test
    void everyStreamIsUnpackedOnce() throws IOException, InterruptedException {
        for (int threads = 1; threads <= 3; threads++) {
            Survey survey = survey();
            Map<String, Integer> taken = read(survey, Set.of(), threads);
            assertEquals(survey.size(), taken.size());
            assertEquals(survey.size(), survey.unpacked());
        }
    }

    @Test
    void whereNothingIsWantedNothingIsUnpacked() throws IOException, InterruptedException {
        Set<String> known = new TreeSet<>(read(survey(), Set.of(), 1).keySet());
        Survey second = survey();
        assertEquals(Map.of(), read(second, known, 2));
        assertEquals(0, second.unpacked());
    }

    @Test
    void aLaterRunUnpacksWhatIsNewAlone() throws IOException, InterruptedException {
        Set<String> known = new TreeSet<>(read(survey(), Set.of(), 1).keySet());
        git.write("src/part0/file0.txt", "all of it is new");
        git.commit("later");
        Survey second = survey();
        // The file and the commit.
        assertEquals(2, read(second, known, 2).size());
        assertEquals(2, second.unpacked());
    }

    @Test
    void aDeltaNeedsItsWayAndNoMore() throws IOException, InterruptedException {
        Survey survey = survey();
        Set<String> all = new TreeSet<>(read(survey, Set.of(), 1).keySet());
        Map<String, Integer> depths = new TreeMap<>();
        String listed = git.run("verify-pack", "-v", git.packs(".idx").getFirst().toString());
        for (String line : listed.lines().toList()) {
            String[] words = line.split(" +", -1);
            if (words.length > 1 && Set.of("blob", "commit").contains(words[1])) {
                depths.put(words[0], words.length > 5 ? Integer.parseInt(words[5]) : 0);
            }
        }
        long before = survey.unpacked();
        for (String each : all) {
            Set<String> others = new TreeSet<>(all);
            others.remove(each);
            assertEquals(Set.of(each), read(survey, others, 1).keySet());
            assertEquals(depths.get(each) + 1, survey.unpacked() - before, each);
            before = survey.unpacked();
        }
    }
}
