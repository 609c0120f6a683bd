package dev.holdfast.secrets.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RunFinderTest {

    private static boolean isNoticed(byte[] bytes, int start, int end) {
        int at = RunFinder.next(bytes, 0, bytes.length);
        while (at < bytes.length) {
            if (at >= start && at < end) {
                return true;
            }
            at = RunFinder.next(bytes, at + 16, bytes.length);
        }
        return false;
    }

    @Test
    void noticesEveryAsciiOf18BytesWhereverItStands() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] text = new byte[18 + random.nextInt(40)];
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) random.nextInt(128);
            }
            String run =
                    switch (random.nextInt(3)) {
                        case 0 -> Base64.getEncoder().encodeToString(text);
                        case 1 -> Base64.getUrlEncoder().withoutPadding().encodeToString(text);
                        // Of hexadecimal, 40 digits at least.
                        default -> HexFormat.of().formatHex(text) + "00112233";
                    };
            String before = "(\u00e9 ".repeat(random.nextInt(12)) + " ".repeat(random.nextInt(17));
            String behind = random.nextBoolean() ? "" : ")".repeat(random.nextInt(20));
            byte[] bytes = (before + run + behind).getBytes(StandardCharsets.ISO_8859_1);
            assertTrue(
                    isNoticed(bytes, before.length(), before.length() + run.length()),
                    "seed " + seed + " round " + round);
        }
    }

    @Test
    void passesOverNamesWordsAndOtherBytes() {
        String text =
                "some.ordinary.words(in,a,script){return thatIsNotLong}"
                        + "\u00e9".repeat(64)
                        + "pleaseNoticeThisNotIsntText";
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(bytes.length, RunFinder.next(bytes, 0, bytes.length));
        assertEquals(0, RunFinder.next(new byte[0], 0, 0));
    }
}
