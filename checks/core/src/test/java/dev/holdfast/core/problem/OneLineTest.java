package dev.holdfast.core.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void ordinaryTextStaysAsItIs() {
        assertEquals("Grüße \uD83D\uDD12 'x'", OneLine.of("Grüße \uD83D\uDD12 'x'", 40));
    }

    @Test
    void whatIsNotSeenIsShown() {
        assertEquals(
                "a\\u000Ab\\u001B[31m\\u0085\\u202E\\u2028\\uD83D.",
                OneLine.of("a\nb\u001B[31m\u0085\u202E\u2028\uD83D.", 99));
        assertEquals("\\uE0001", OneLine.of("\uDB40\uDC01", 99));
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertEquals("abc", OneLine.of("abc", 3));
        assertEquals("abc…", OneLine.of("abcd", 3));
        assertEquals("ab…", OneLine.of("ab\uD83D\uDD12", 3));
        assertEquals("ab…", OneLine.of("ab\n", 7));
    }
}
