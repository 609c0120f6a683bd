package dev.holdfast.git.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeltaTest {
    private static final int MOST = 5_000;

    /** A delta, what it makes, and which of its bytes it copies from where. */
    private static final class Made {
        private final ByteArrayOutputStream operations = new ByteArrayOutputStream();
        private final ByteArrayOutputStream result = new ByteArrayOutputStream();

        void copy(byte[] base, int offset, int count) {
            operations.write(0x80 | 0x0F | 0x70);
            for (int shift = 0; shift < 32; shift += 8) {
                operations.write(offset >>> shift);
            }
            for (int shift = 0; shift < 24; shift += 8) {
                operations.write(count >>> shift);
            }
            result.write(base, offset, count);
        }

        void insert(byte[] text) {
            operations.write(text.length);
            operations.writeBytes(text);
            result.writeBytes(text);
        }

        byte[] delta(int baseSize) {
            ByteArrayOutputStream delta = new ByteArrayOutputStream();
            size(delta, baseSize);
            size(delta, result.size());
            delta.writeBytes(operations.toByteArray());
            return delta.toByteArray();
        }

        private static void size(ByteArrayOutputStream into, int size) {
            int left = size;
            for (; left >= 0x80; left >>>= 7) {
                into.write(0x80 | (left & 0x7F));
            }
            into.write(left);
        }
    }

    private static byte[] random(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Made made(Random random, byte[] base) {
        Made made = new Made();
        int next = 0;
        for (int i = random.nextInt(8); i >= 0; i--) {
            if (random.nextInt(3) == 0) {
                made.insert(random(random, 1 + random.nextInt(127)));
            } else if (base.length > 0) {
                boolean goesOn = random.nextInt(3) == 0 && next < base.length;
                int offset = goesOn ? next : random.nextInt(base.length);
                int count = 1 + random.nextInt(base.length - offset);
                made.copy(base, offset, count);
                next = offset + count;
            }
        }
        return made;
    }

    @Test
    void whatLiesBetweenChangesIsABaseTextInOnePiece() throws BrokenObjects {
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            byte[] base = random(random, random.nextInt(400));
            Made made = made(random, base);
            byte[] expected = made.result.toByteArray();
            byte[] bytes = made.delta(base.length);
            Delta delta = new Delta(bytes, bytes.length);
            byte[] result = new byte[expected.length + Inflation.SPARE];
            ChangedRanges changes = new ChangedRanges();
            delta.apply(base, base.length, result, changes);
            assertArrayEquals(expected, Arrays.copyOf(result, expected.length), "seed " + seed);
            int from = 0;
            for (int i = 0; i <= changes.count(); i++) {
                boolean isLast = i == changes.count();
                int to = isLast ? expected.length : changes.start(i);
                assertTrue(to >= from, "seed " + seed);
                assertTrue(isIn(base, expected, from, to, i == 0, isLast), "seed " + seed);
                from = isLast ? to : changes.end(i);
            }
        }
    }

    /** Whether the base has these bytes, at its beginning or at its end where that is asked for. */
    private static boolean isIn(
            byte[] base, byte[] text, int from, int to, boolean starts, boolean ends) {
        int length = to - from;
        if (length == 0) {
            return true;
        }
        for (int at = 0; at + length <= base.length; at++) {
            if (Arrays.equals(base, at, at + length, text, from, to)
                    && (!starts || at == 0)
                    && (!ends || at + length == base.length)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void neverReadsOrWritesOutsideOfWhatItIsGiven() {
        byte[] base = new byte[300];
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = made(random, base).delta(base.length);
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            int length = random.nextInt(bytes.length + 1);
            ChangedRanges changes = new ChangedRanges();
            try {
                Delta delta = new Delta(bytes, length);
                if (delta.resultSize() <= MOST) {
                    byte[] result = new byte[(int) delta.resultSize() + Inflation.SPARE];
                    delta.apply(base, base.length, result, changes);
                }
            } catch (BrokenObjects told) {
                assertTrue(told.getMessage() != null, "seed " + seed);
            }
        }
    }

    @Test
    void refusesADeltaForAnotherBase() throws BrokenObjects {
        Made made = new Made();
        made.insert(new byte[] {1});
        byte[] bytes = made.delta(7);
        Delta delta = new Delta(bytes, bytes.length);
        byte[] result = new byte[1 + Inflation.SPARE];
        assertThrows(
                BrokenObjects.class, () -> delta.apply(new byte[8], 8, result, Delta.Changes.NONE));
        assertEquals(7, delta.baseSize());
    }
}
