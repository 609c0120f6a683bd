package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.StreamScan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** With all rules, windows tell what one scan tells. */
class WindowsTest {
    private static final Engine ENGINE = Engine.of(RuleSet.firstClass().recognizers(), List.of());
    private static final List<String> JOINS = List.of("\"", "\n", "\\n", " ", "-", "a", "=");

    private static byte[] text(long seed, int length) {
        List<String> tokens = new ArrayList<>();
        RuleExamples.byRule(seed).values().stream()
                .flatMap(List::stream)
                .forEach(each -> {
                    tokens.addAll(each.positives());
                    tokens.addAll(each.negatives());
                });
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(tokens.get(random.nextInt(tokens.size())));
            text.append(JOINS.get(random.nextInt(JOINS.size())));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void windowsSideBySideTellEachMatchOnce() {
        for (long seed = 1; seed <= 4; seed++) {
            byte[] bytes = text(seed, 60_000);
            List<Match> whole = ENGINE.scan(bytes, bytes.length);
            assertTrue(whole.size() > 100, "seed " + seed + ": " + whole.size());
            for (int size : new int[] {7, 64, 1_000, 20_000}) {
                List<Match> told = new ArrayList<>();
                for (int from = 0; from < bytes.length; from += size) {
                    int to = Math.min(bytes.length, from + size);
                    told.addAll(ENGINE.scanWindow(bytes, bytes.length, from, to));
                }
                assertEquals(whole, told, "seed " + seed + ", size " + size);
            }
        }
    }

    @Test
    void streamsTellWhatOneScanTells() throws IOException {
        for (long seed = 5; seed <= 6; seed++) {
            byte[] bytes = text(seed, 2_000_000);
            List<String> told = new ArrayList<>();
            new StreamScan(ENGINE, 1, 400)
                    .run(
                            new ByteArrayInputStream(bytes),
                            bytes.length,
                            Long.MAX_VALUE,
                            window ->
                                    window.matches()
                                            .forEach(each -> told.add(told(each, window.base()))));
            List<String> whole =
                    ENGINE.scan(bytes, bytes.length).stream().map(each -> told(each, 0)).toList();
            assertEquals(whole, told, "seed " + seed);
        }
    }

    private static String told(Match match, long base) {
        return (base + match.start()) + "-" + (base + match.end());
    }
}
