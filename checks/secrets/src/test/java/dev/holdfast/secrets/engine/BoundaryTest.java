package dev.holdfast.secrets.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundaryTest {

    private static boolean before(String text) {
        byte[] bytes = (text + "token").getBytes(StandardCharsets.ISO_8859_1);
        return Boundary.before(bytes, text.length());
    }

    private static boolean beforeWord(String text) {
        byte[] bytes = (text + "token").getBytes(StandardCharsets.ISO_8859_1);
        return Boundary.beforeWord(bytes, text.length());
    }

    @Test
    void beginsBehindAnythingThatIsNoLetterOrDigit() {
        assertTrue(before(""));
        for (int each = 0; each < 256; each++) {
            String text = String.valueOf((char) each);
            boolean word = each < 128 && Character.isLetterOrDigit(each);
            assertEquals(!word, before(text), "byte " + each);
            assertEquals(!word && each != '-' && each != '_', beforeWord(text), "byte " + each);
        }
    }

    @Test
    void beginsBehindAnEscape() {
        for (String escape :
                List.of(
                        "\\n",
                        "\\t",
                        "\\r",
                        "\\b",
                        "\\f",
                        "\\v",
                        "\\0",
                        "\\\\n",
                        "\\x22",
                        "\\xaF",
                        "\\u0022",
                        "\\u00e9",
                        "\\\\u003D",
                        "%3D",
                        "%2f",
                        "%0A")) {
            assertTrue(before(escape), escape);
            assertTrue(before("word" + escape), escape);
            assertTrue(beforeWord(escape), escape);
        }
    }

    @Test
    void beginsNotBehindWhatOnlyLooksLikeOne() {
        for (String word :
                List.of(
                        "n",
                        "\\a",
                        "\\nn",
                        "x22",
                        "\\x2",
                        "\\x2g",
                        "\\x222",
                        "u0022",
                        "\\u022",
                        "\\u00g2",
                        "\\u00222",
                        "3D",
                        "%D",
                        "%3G",
                        "%3DD",
                        "\\X22",
                        "\\U0022")) {
            assertFalse(before(word), word);
        }
    }

    @Test
    void endsBeforeAnythingThatIsNoLetterOrDigit() {
        byte[] bytes = "ab-c".getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(Boundary.after(bytes, 4, 4));
        assertTrue(Boundary.after(bytes, 4, 2));
        assertTrue(Boundary.after(bytes, 1, 1));
        assertFalse(Boundary.after(bytes, 4, 1));
        assertFalse(Boundary.after(bytes, 4, 3));
    }
}
