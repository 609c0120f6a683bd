package dev.holdfast.secrets.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineCounterTest {

    /** The definition, byte by byte. */
    private static int[] counted(byte[] bytes, int to) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < to; i++) {
            byte each = bytes[i];
            if (each == '\n') {
                line++;
                column = 1;
            } else if ((each & 0xC0) != 0x80) {
                column += (each & 0xF8) == 0xF0 ? 2 : 1;
            }
        }
        return new int[] {line, column};
    }

    @Test
    void countsAsTheDefinitionSaysInPiecesOfAnyLength() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        byte[] alphabet = "ab\n\r\té€😀\u000b".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(90)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] =
                        random.nextInt(4) == 0
                                ? (byte) random.nextInt(256)
                                : alphabet[random.nextInt(alphabet.length)];
            }
            LineCounter counter = new LineCounter();
            int at = 0;
            while (at < bytes.length) {
                int to = at + 1 + random.nextInt(bytes.length - at);
                counter.pass(bytes, at, to);
                int[] expected = counted(bytes, to);
                assertEquals(expected[0], counter.line(), "line, seed " + seed);
                assertEquals(expected[1], counter.column(), "column, seed " + seed);
                at = to;
            }
        }
    }

    @Test
    void standsStillOnNothing() {
        LineCounter counter = new LineCounter();
        counter.pass(new byte[] {'\n'}, 1, 1);
        counter.pass(new byte[] {'\n'}, 1, 0);
        assertEquals(1, counter.line());
        assertEquals(1, counter.column());
    }
}
