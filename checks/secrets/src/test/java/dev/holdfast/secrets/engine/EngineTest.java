package dev.holdfast.secrets.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final List<String> PIECES =
            List.of(
                    "pre_", "pr", "e_", "xyz", "XYZ", "key", "Key", "KEY", "keyword", "KEYWORD",
                    "kéy", "=", "\"", " ", "a", "Z", "9", "\n", "\u00ff", "mid", "pwd", "PwD");

    private static final List<Recognizer> KINDS =
            List.of(
                    new Plain("pre_", false),
                    new Plain("xyz", false),
                    new Plain("keyword", true),
                    new Plain("pwd", true),
                    new Around("mid"));

    private static final Engine ENGINE = Engine.of(KINDS, List.of());

    private static byte[] random(SplittableRandom random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void findsWhatAskingEverywhereFinds() {
        int told = 0;
        for (long seed = 1; seed <= 3_000; seed++) {
            byte[] bytes = random(new SplittableRandom(seed), 40);
            int length = bytes.length - (int) (seed % 3);
            List<Match> expected = Naive.scan(KINDS, bytes, length);
            assertEquals(expected, ENGINE.scan(bytes, length), "seed " + seed);
            told += expected.size();
        }
        assertTrue(told > 3_000, "only " + told);
    }

    @Test
    void aWindowTellsWhatStartsInIt() {
        for (long seed = 1; seed <= 1_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = random(random, 40);
            int from = random.nextInt(bytes.length);
            int to = from + random.nextInt(bytes.length - from + 1);
            List<Match> expected =
                    ENGINE.scan(bytes, bytes.length).stream()
                            .filter(each -> each.start() >= from && each.start() < to)
                            .toList();
            assertEquals(
                    expected, ENGINE.scanWindow(bytes, bytes.length, from, to), "seed " + seed);
        }
    }

    @Test
    void windowsSideBySideTellEachMatchOnce() {
        for (long seed = 1; seed <= 300; seed++) {
            byte[] bytes = random(new SplittableRandom(seed), 60);
            for (int size = 1; size < 50; size += 7) {
                List<Match> told = new ArrayList<>();
                for (int from = 0; from < bytes.length; from += size) {
                    told.addAll(
                            ENGINE.scanWindow(
                                    bytes,
                                    bytes.length,
                                    from,
                                    Math.min(bytes.length, from + size)));
                }
                assertEquals(
                        ENGINE.scan(bytes, bytes.length), told, "seed " + seed + ", size " + size);
            }
        }
    }

    @Test
    void keywordsCountInAnyCaseAndAnchorsDoNot() {
        assertEquals(1, found("a kEyWoRd a").size());
        assertEquals(0, found("a keywor d").size());
        assertEquals(1, found("a xyz").size());
        assertEquals(0, found("a xYz").size());
    }

    @Test
    void refusesWhatIsNoAnchor() {
        for (Plain each :
                List.of(new Plain("ab", false), new Plain("ab", true), new Plain("Word", true))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Engine.of(List.of(each), List.of()),
                    each.toString());
        }
    }

    private static List<Match> found(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return ENGINE.scan(bytes, bytes.length);
    }
}
