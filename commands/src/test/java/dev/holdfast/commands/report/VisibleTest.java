package dev.holdfast.commands.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void leavesPlainTextAsItIs() {
        String text = "dist/index-BX3k9aQ1.js: Grüße, 名前, naïve";
        assertSame(text, Visible.line(text));
        String emoji = "emoji " + Character.toString(0x1F600);
        assertEquals(emoji, Visible.line(emoji));
        String accent = "e" + (char) 0x0301;
        assertEquals(accent, Visible.line(accent));
    }

    @Test
    void showsOrdersByTheirNumber() {
        assertEquals("\\u001B[2J", Visible.line((char) 0x1B + "[2J"));
        assertEquals("a\\u000D\\u000Ab", Visible.line("a\r\nb"));
        assertEquals("\\u202E\\u2066\\uFEFF", Visible.line("\u202E\u2066\uFEFF"));
        assertEquals("\\uD83D x", Visible.line((char) 0xD83D + " x"));
        assertEquals("\\u{E0041}x", Visible.line(Character.toString(0xE0041) + "x"));
    }

    @Test
    void cutsAPileOfMarks() {
        String pile = "e" + Character.toString(0x0301).repeat(6);
        assertEquals(
                "e" + Character.toString(0x0301).repeat(4) + "\\u0301\\u0301", Visible.line(pile));
    }

    @Test
    void neverLeavesAnOrder() {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < 500; i++) {
            String shown = Visible.line(Hostile.random(random));
            assertTrue(
                    shown.codePoints()
                            .noneMatch(point ->
                                    Character.isISOControl(point)
                                            || Character.getType(point) == Character.FORMAT
                                            || Character.getType(point) == Character.SURROGATE),
                    "round " + i + " of seed 20261122");
            assertEquals(shown, Visible.line(shown), "round " + i + " of seed 20261122");
        }
    }
}
