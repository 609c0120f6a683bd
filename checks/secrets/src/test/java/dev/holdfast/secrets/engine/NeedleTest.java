package dev.holdfast.secrets.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.secrets.engine.Needle.Edges;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedleTest {

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> found(String text, Edges edges) {
        Needle needle = new Needle("A", "plain", latin1("needle"), edges);
        byte[] bytes = latin1(text);
        return Engine.of(List.of(), List.of(needle)).scan(bytes, bytes.length).stream()
                .map(match -> Latin1.text(bytes, match.start(), match.end()))
                .toList();
    }

    @Test
    void countsWhereverItStands() {
        for (String text : List.of("needle", "xneedlex", "needle needl", "nneedle", "\0needle\0")) {
            assertEquals(List.of("needle"), found(text, Edges.ANY), text);
        }
        assertEquals(List.of("needle", "needle"), found("needleneedle", Edges.ANY));
        assertEquals(List.of(), found("needl", Edges.ANY));
        assertEquals(List.of(), found("needlE", Edges.ANY));
    }

    @Test
    void aWholeWordDoesNotCountInsideALongerOne() {
        for (String text :
                List.of("needle", "\"needle\"", "\\nneedle", "-needle_", "%20needle%20")) {
            assertEquals(List.of("needle"), found(text, Edges.WHOLE_WORD), text);
        }
        for (String text : List.of("xneedle", "needlex", "needles", "1needle")) {
            assertEquals(List.of(), found(text, Edges.WHOLE_WORD), text);
        }
    }

    @Test
    void takesTheCharactersThatCarryItsBits() {
        assertEquals(List.of("xneedle"), found("yxneedlez", Edges.BITS_BEFORE));
        assertEquals(List.of("needlez"), found("yxneedlezw", Edges.BITS_BEHIND));
        assertEquals(List.of("xneedlez"), found("yxneedlezw", Edges.BITS_AROUND));
        assertEquals(List.of("needle"), found("needle", Edges.BITS_AROUND));
        assertEquals(List.of("needle"), found("\"needle\"", Edges.BITS_AROUND));
    }

    @Test
    void manyNeedlesAreAllFound() {
        Random random = new Random(5);
        List<Needle> needles = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            // Few different letters, so that many begin alike.
            StringBuilder value = new StringBuilder();
            for (int each = 0; each < 12; each++) {
                value.append("abc".charAt(random.nextInt(3)));
            }
            needles.add(new Needle("V" + i, "plain", latin1(value.toString())));
            text.append(value).append('|');
            expected.add(value.toString());
        }
        byte[] bytes = latin1(text.toString());
        Engine engine = Engine.of(List.of(), needles);
        List<String> all =
                engine.scan(bytes, bytes.length).stream()
                        .map(match -> Latin1.text(bytes, match.start(), match.end()))
                        .toList();
        assertEquals(true, all.containsAll(expected));
    }

    @Test
    void needlesThatBeginAlikeAreFoundAsOneByOne() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<Needle> needles = new ArrayList<>();
            for (int i = random.nextInt(30); i >= 0; i--) {
                needles.add(new Needle("V" + i, "plain", latin1("same" + letters(random, 5))));
            }
            byte[] text = latin1(("same" + letters(random, 5) + letters(random, 9)).repeat(3));
            List<String> expected = new ArrayList<>();
            for (Needle needle : needles) {
                Engine alone = Engine.of(List.of(), List.of(needle));
                alone.scan(text, text.length).forEach(each -> expected.add(each.toString()));
            }
            expected.sort(null);

            assertEquals(
                    expected,
                    Engine.of(List.of(), needles).scan(text, text.length).stream()
                            .map(Match::toString)
                            .sorted()
                            .toList(),
                    "seed " + seed);
        }
    }

    private static String letters(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append("ab\u00E9".charAt(random.nextInt(3)));
        }
        return text.toString();
    }

    @Test
    void neverShowsItsText() {
        Needle needle = new Needle("DB_PASSWORD", "json", latin1("Winter2026!"));
        assertFalse(needle.toString().contains("Winter"));
        assertFalse(new NeedleMatch(needle, 0, 11).toString().contains("Winter"));
    }

    @Test
    void isNotTooShort() {
        assertThrows(IllegalArgumentException.class, () -> new Needle("A", "plain", latin1("abc")));
    }
}
