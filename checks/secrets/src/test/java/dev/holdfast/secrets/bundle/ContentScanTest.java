package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.secrets.fixture.FakeTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContentScanTest {
    private static final List<String> KINDS =
            List.of(
                    "stripe-secret-key",
                    "supabase-service-role-key",
                    "github-token",
                    "supabase-secret-key");

    private static ContentScan scan(byte[] content, int window) throws IOException {
        ContentScan scan = new ContentScan(Scanners.engine(), Scanners.interpreter(), window);
        scan.run(new ByteArrayInputStream(content), content.length, Long.MAX_VALUE);
        return scan;
    }

    private static List<String> hits(ContentScan scan) {
        return scan.hits().stream()
                .map(hit ->
                        hit.info().id()
                                + " "
                                + hit.valueHash()
                                + " "
                                + hit.offset()
                                + " "
                                + hit.line()
                                + ":"
                                + hit.column()
                                + "-"
                                + hit.endLine()
                                + ":"
                                + hit.endColumn())
                .toList();
    }

    /** Text of lines, wide letters and tokens, the tokens close to the borders of windows. */
    private static byte[] content(SplittableRandom random, int window) {
        FakeTokens tokens = new FakeTokens(random.nextLong());
        StringBuilder text = new StringBuilder();
        List<String> filler =
                List.of("let x = 1;\n", "灯 🏮 ", "var é='';", "\n\n", "aaaaaaaaaaaaaaaa");
        while (text.length() < 4 * window) {
            text.append(filler.get(random.nextInt(filler.size())));
            if (random.nextInt(200) == 0) {
                String kind = KINDS.get(random.nextInt(KINDS.size()));
                int length = kind.equals("stripe-secret-key") ? 107 : 41;
                text.append('"').append(tokens.make(kind, length)).append('"');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void findsInWindowsWhatItFindsInOneBuffer() throws IOException {
        int window = 8 * Scanners.engine().reach();
        for (long seed = 1; seed <= 6; seed++) {
            byte[] content = content(new SplittableRandom(seed), window);
            List<String> whole = hits(scan(content, content.length + 1));
            assertTrue(whole.size() > 100, "seed " + seed);
            assertEquals(whole, hits(scan(content, window)), "seed " + seed);
            assertEquals(whole, hits(scan(content, window + 4_321)), "seed " + seed);
        }
    }

    @Test
    void findsATokenAtEveryOffsetAroundABorder() throws IOException {
        int reach = Scanners.engine().reach();
        int window = 8 * reach;
        byte[] token =
                ("'" + new FakeTokens(3).make("stripe-secret-key", 107) + "'")
                        .getBytes(StandardCharsets.US_ASCII);
        // The first window ends there, and decides about all that starts a reach before its end.
        for (int border : List.of(window, window - reach, window - 2 * reach)) {
            for (int start = border - 120; start <= border + 12; start++) {
                byte[] content = new byte[window + 3 * reach];
                java.util.Arrays.fill(content, (byte) ' ');
                System.arraycopy(token, 0, content, start, token.length);
                List<Hit> hits = scan(content, window).hits();
                assertEquals(1, hits.size(), "start " + start);
                assertEquals(start + 1, hits.getFirst().offset());
                assertEquals(start + 2, hits.getFirst().column());
            }
        }
    }

    @Test
    void stopsAtTheLimitAndSaysSo() throws IOException {
        byte[] content = new byte[100_000];
        ContentScan cut = new ContentScan(Scanners.engine(), Scanners.interpreter(), 1 << 20);
        cut.run(new ByteArrayInputStream(content), content.length, 99_999);
        ContentScan exact = new ContentScan(Scanners.engine(), Scanners.interpreter(), 1 << 20);
        exact.run(new ByteArrayInputStream(content), content.length, 100_000);

        assertEquals(List.of(false, 99_999L), List.of(cut.isComplete(), cut.bytes()));
        assertEquals(List.of(true, 100_000L), List.of(exact.isComplete(), exact.bytes()));
    }

    @Test
    void readsAFileThatGrewSinceItsSizeWasAsked() throws IOException {
        byte[] content =
                ("x".repeat(50_000) + " '" + new FakeTokens(3).make("github-token", 40) + "'")
                        .getBytes(StandardCharsets.US_ASCII);
        ContentScan scan = new ContentScan(Scanners.engine(), Scanners.interpreter(), 1 << 20);
        scan.run(new ByteArrayInputStream(content), 10, Long.MAX_VALUE);

        assertEquals(1, scan.hits().size());
        assertEquals(content.length, scan.whole().length);
    }

    @Test
    void knowsUtf8() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(6)];
            random.nextBytes(bytes);
            boolean expected =
                    java.util.Arrays.equals(
                            bytes,
                            new String(bytes, StandardCharsets.UTF_8)
                                    .getBytes(StandardCharsets.UTF_8));
            Utf8Check check = new Utf8Check();
            int cut = random.nextInt(bytes.length + 1);
            check.pass(bytes, 0, cut);
            check.pass(bytes, cut, bytes.length);
            assertEquals(expected, check.isValid(), java.util.Arrays.toString(bytes));
        }
        assertTrue(scan("🏮灯é".getBytes(StandardCharsets.UTF_8), 10).isUtf8());
    }
}
