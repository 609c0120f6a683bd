package dev.holdfast.core.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlacesTest {

    @Test
    void everyOffsetHasThePlaceThatCountingGives() {
        long seed = 20_261_101;
        SplittableRandom random = new SplittableRandom(seed);
        String[] pieces = {"a", "ü", "\uD83D\uDD12", "\n", "\r\n", "\r", "\u2028", "\t"};
        for (int round = 0; round < 2_000; round++) {
            StringBuilder built = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                built.append(pieces[random.nextInt(pieces.length)]);
            }
            String text = built.toString();
            Places places = new Places(text);
            int points = text.codePointCount(0, text.length());
            for (int point = 0; point <= points; point++) {
                int unit = text.offsetByCodePoints(0, point);
                assertEquals(
                        counted(text, unit),
                        places.ofCodePoint(point),
                        "seed " + seed + ", round " + round);
                assertEquals(places.ofCodePoint(point), places.ofUnit(unit));
            }
        }
    }

    @Test
    void offsetsOutsideTheTextAreItsEnds() {
        Places places = new Places("ab\nc");
        assertEquals(new Places.Place(2, 2), places.ofCodePoint(99));
        assertEquals(new Places.Place(1, 1), places.ofCodePoint(-1));
        assertEquals(new Places.Place(1, 3), new Places("\uD83D\uDD12").ofCodePoint(99));
    }

    private static Places.Place counted(String text, int unit) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < unit; i++) {
            boolean crLf =
                    text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !crLf)) {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new Places.Place(line, column);
    }
}
