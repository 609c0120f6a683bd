package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Needle;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.VariableRecognizer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No input makes a recogniser fail, or tell of bytes that are not there. */
class FuzzTest {
    private static final int INPUTS = 300_000;

    private final List<Recognizer> recognizers = new ArrayList<>();
    private final List<byte[]> seeds = new ArrayList<>();
    private final List<byte[]> anchors = new ArrayList<>();
    private final Engine engine;

    FuzzTest() {
        recognizers.addAll(RuleSet.firstClass().recognizers());
        recognizers.add(new VariableRecognizer(VariableNames.PUBLIC_PREFIXES));
        engine = Engine.of(recognizers, List.of(new Needle("A", "plain", latin1("Winter2026!"))));
        RuleExamples.byRule(11)
                .values()
                .forEach(all ->
                        all.forEach(each -> {
                            each.positives().forEach(it -> seeds.add(latin1(it)));
                            each.negatives().forEach(it -> seeds.add(latin1(it)));
                        }));
        seeds.add(latin1("{VITE_A:\"x\",'NEXT_PUBLIC_B':`y`,\\\"PUBLIC_C\\\":\\\"z\\\"}"));
        recognizers.forEach(each -> each.anchors().forEach(it -> anchors.add(latin1(it))));
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void survivesMutatedTokens() {
        Random random = new Random(300);
        int found = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
            int changes = random.nextInt(4);
            for (int change = 0; change < changes && bytes.length > 0; change++) {
                bytes = changed(bytes, random);
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
            found += check(bytes, length, "input " + i);
        }
        assertTrue(found > INPUTS / 20, "only " + found);
    }

    @Test
    void survivesAnchorsInRandomBytes() {
        Random random = new Random(301);
        for (int i = 0; i < INPUTS; i++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                for (int at = 0; at < bytes.length; at++) {
                    bytes[at] = (byte) (' ' + (bytes[at] & 0x7F) % 95);
                }
            }
            byte[] anchor = anchors.get(random.nextInt(anchors.size()));
            int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            System.arraycopy(anchor, 0, bytes, at, Math.min(anchor.length, bytes.length - at));
            check(bytes, bytes.length, "input " + i);
        }
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        byte[] other = bytes.clone();
        switch (random.nextInt(5)) {
            case 0 -> other[at] = (byte) random.nextInt(256);
            case 1 -> other[at] = (byte) "\\\"'`%=.:/@-_+\n\0{}<>&".charAt(random.nextInt(20));
            case 2 -> other = java.util.Arrays.copyOf(bytes, at);
            case 3 -> other = java.util.Arrays.copyOfRange(bytes, at, bytes.length);
            default -> {
                other = new byte[bytes.length + 1];
                System.arraycopy(bytes, 0, other, 0, at);
                other[at] = (byte) random.nextInt(128);
                System.arraycopy(bytes, at, other, at + 1, bytes.length - at);
            }
        }
        return other;
    }

    /** How many tokens there are; they and their parts lie inside the input, in order. */
    private int check(byte[] bytes, int length, String input) {
        List<Match> matches = engine.scan(bytes, length);
        int tokens = 0;
        int last = 0;
        for (Match match : matches) {
            assertTrue(match.start() >= last && match.start() < match.end(), input);
            assertTrue(match.end() <= length, input);
            last = match.start();
            if (match instanceof TokenMatch token) {
                tokens++;
                token.parts()
                        .forEach(part ->
                                assertTrue(0 <= part.start() && part.end() <= length, input));
                assertTrue(Redaction.of(bytes, match.start(), match.end()).endsWith("characters)"));
            }
        }
        assertEquals(matches, engine.scan(bytes, length), input);
        return tokens;
    }
}
