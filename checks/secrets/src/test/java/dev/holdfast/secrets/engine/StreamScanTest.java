package dev.holdfast.secrets.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StreamScanTest {
    private static final int CONTEXT = 10;
    private static final List<String> PIECES =
            List.of("pre_", "pr", "xyz", "KeyWord", "keyword", "=", "\"", " ", "a", "Z9", "mid");
    private static final List<Recognizer> KINDS =
            List.of(
                    new Plain("pre_", false),
                    new Plain("xyz", false),
                    new Plain("keyword", true),
                    new Around("mid"));
    private static final Engine ENGINE = Engine.of(KINDS, List.of());
    // Four times what the engine's reach of 24 asks for on both sides.
    private static final int SMALLEST = 4 * 2 * (2 * 24 + CONTEXT);

    private static byte[] random(SplittableRandom random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.substring(0, length).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Gives at most a few bytes at once, and none above what is asked for. */
    private static InputStream slow(byte[] bytes, int most) {
        InputStream all = new ByteArrayInputStream(bytes);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return all.read(into, offset, Math.min(most, length));
            }
        };
    }

    private static List<String> stream(byte[] bytes, int size, long expected) throws IOException {
        List<String> told = new ArrayList<>();
        long[] next = {0};
        StreamScan.Read read =
                new StreamScan(ENGINE, size, CONTEXT)
                        .run(
                                slow(bytes, 37),
                                expected,
                                Long.MAX_VALUE,
                                window -> {
                                    assertEquals(next[0], window.base() + window.from());
                                    next[0] = window.base() + window.to();
                                    for (Match match : window.matches()) {
                                        assertHasContext(window, match, bytes.length);
                                        told.add(told(match, window.base()));
                                    }
                                });
        assertEquals(new StreamScan.Read(bytes.length, true), read);
        assertEquals(bytes.length, next[0]);
        return told;
    }

    private static void assertHasContext(StreamScan.Window window, Match match, int length) {
        assertTrue(match.start() >= Math.min(CONTEXT, window.base() + match.start()));
        long behind = Math.min(CONTEXT, length - window.base() - match.end());
        assertTrue(window.length() - match.end() >= behind);
    }

    private static String told(Match match, long base) {
        String kind = match instanceof TokenMatch token ? token.rule().info().title() : "";
        return kind + " " + (base + match.start()) + "-" + (base + match.end());
    }

    @Test
    void tellsWhatOneScanTells() throws IOException {
        for (long seed = 1; seed <= 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = random(random, 1 + random.nextInt(6 * SMALLEST));
            List<String> whole =
                    ENGINE.scan(bytes, bytes.length).stream().map(each -> told(each, 0)).toList();
            for (int size : new int[] {1, SMALLEST + 1, SMALLEST + 17, 3 * SMALLEST}) {
                for (long expected : new long[] {0, bytes.length, 10L * SMALLEST}) {
                    assertEquals(
                            whole, stream(bytes, size, expected), "seed " + seed + ", " + size);
                }
            }
        }
    }

    @Test
    void tellsOneTokenWholeAtEveryOffset() throws IOException {
        for (String token :
                List.of("pre_abcdefghijklmnop", "KEYWORDabcdefghijklm", "abcdmidabcd")) {
            byte[] placed = token.getBytes(StandardCharsets.ISO_8859_1);
            for (int at = 0; at < 3 * SMALLEST - placed.length; at++) {
                byte[] bytes = new byte[3 * SMALLEST];
                Arrays.fill(bytes, (byte) ' ');
                System.arraycopy(placed, 0, bytes, at, placed.length);
                List<String> told = stream(bytes, SMALLEST, bytes.length);
                assertEquals(1, told.size(), token + " at " + at);
                assertTrue(
                        told.getFirst().endsWith(" " + at + "-" + (at + placed.length)),
                        told.getFirst());
            }
        }
    }

    @Test
    void saysWhenItStoppedAtTheLimit() throws IOException {
        byte[] bytes = " ".repeat(5_000).getBytes(StandardCharsets.ISO_8859_1);
        StreamScan scan = new StreamScan(ENGINE, SMALLEST, CONTEXT);
        assertEquals(
                new StreamScan.Read(4_999, false),
                scan.run(new ByteArrayInputStream(bytes), 5_000, 4_999, window -> {}));
        assertEquals(
                new StreamScan.Read(5_000, true),
                scan.run(new ByteArrayInputStream(bytes), 5_000, 5_000, window -> {}));
        assertEquals(
                new StreamScan.Read(0, true),
                scan.run(new ByteArrayInputStream(new byte[0]), 0, 5_000, window -> {}));
    }
}
