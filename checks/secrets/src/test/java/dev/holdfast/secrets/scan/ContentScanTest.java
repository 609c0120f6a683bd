package dev.holdfast.secrets.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.FingerprintKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentScanTest {
    private static final TokenSearch SEARCH =
            TokenSearch.of(FingerprintKey.of("a key of the tests, long enough"), false);
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static String token(Random random) {
        StringBuilder token = new StringBuilder("apify" + "_api_");
        for (int i = 0; i < 36; i++) {
            token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return token.toString();
    }

    /** Text with tokens, plain and in base64, with lines of every length and ending. */
    private static byte[] text(Random random, int size) {
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            switch (random.nextInt(12)) {
                case 0 -> text.append(token(random)).append(' ');
                case 1 ->
                        text.append('"')
                                .append(
                                        Base64.getEncoder()
                                                .encodeToString(
                                                        ("the key is " + token(random))
                                                                .getBytes(StandardCharsets.UTF_8)))
                                .append('"');
                case 2 -> text.append('\n');
                case 3 -> text.append("\r\n");
                case 4 -> text.append("é😀");
                default -> text.append("x=1;".repeat(random.nextInt(2_000)));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> told(List<Found> found) {
        return found.stream()
                .map(each ->
                        each.rule().info().id()
                                + " "
                                + each.valueHash()
                                + " "
                                + each.offset()
                                + " "
                                + each.line()
                                + ":"
                                + each.column()
                                + "-"
                                + each.endLine()
                                + ":"
                                + each.endColumn()
                                + each.decodedFrom())
                .toList();
    }

    @Test
    void windowsTellWhatTheWholeTells() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            byte[] text = text(random, 1_500_000);
            ContentScan whole = new ContentScan(SEARCH.engine(), SEARCH.hashes(), 1 << 24);
            ContentScan windows = new ContentScan(SEARCH.engine(), SEARCH.hashes(), 1);
            List<String> all = told(whole.scan(text, text.length));
            assertTrue(all.size() > 20, "seed " + seed);
            assertEquals(
                    all,
                    told(windows.scan(new ByteArrayInputStream(text), 0).found()),
                    "seed " + seed);
        }
    }

    @Test
    void recodedContentsInMemoryAreTheirOwn() throws IOException {
        Random random = new Random(4);
        ContentScan scan = SEARCH.scan();
        byte[] other = text(random, 300_000);
        String token = token(random);
        byte[] wide = ("a = '" + token + "'\n").getBytes(StandardCharsets.UTF_16LE);
        byte[] nothing = "a = 'nothing in here'\n".getBytes(StandardCharsets.UTF_16LE);
        // What the scan of another content left behind is no part of these.
        assertTrue(scan.scan(new ByteArrayInputStream(other), 0).found().size() > 1);
        assertEquals(List.of(), scan.scan(nothing, nothing.length));
        List<Found> found = scan.scan(wide, wide.length);
        assertEquals(1, found.size());
        assertEquals(6, found.getFirst().column());
    }

    @Test
    void tokensOfOneEncodedRunStandWhereItDoes() throws IOException {
        Random random = new Random(5);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            many.append(token(random)).append(' ');
        }
        String run =
                Base64.getEncoder()
                        .encodeToString(many.toString().getBytes(StandardCharsets.UTF_8));
        byte[] text = ("a\nb = '" + run + "'; // end\n").getBytes(StandardCharsets.UTF_8);
        List<Found> found = SEARCH.scan().scan(text, text.length);
        assertTrue(found.size() >= 900, found.size() + " of them");
        for (Found each : found) {
            assertEquals(2, each.line());
            assertEquals(2, each.endLine());
            assertTrue(each.excerpt().lines().getFirst().startsWith("b = '"), each.toString());
        }
    }

    @Test
    void oneScanAfterAnotherKeepsNothing() throws IOException {
        Random random = new Random(3);
        ContentScan scan = SEARCH.scan();
        byte[] first = text(random, 300_000);
        List<String> told = told(scan.scan(new ByteArrayInputStream(first), 0).found());
        assertEquals(List.of(), scan.scan(new ByteArrayInputStream(new byte[10]), 10).found());
        assertEquals(told, told(scan.scan(new ByteArrayInputStream(first), first.length).found()));
    }
}
