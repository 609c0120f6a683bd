package dev.holdfast.secrets.engine.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Needle;
import dev.holdfast.secrets.engine.NeedleMatch;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vector path finds what the scalar path finds. */
class VectorFilterTest {
    private static final FilterPolicy POLICY = FilterPolicy.ofThisJvm(0);
    private static final Needle NEEDLE = new Needle("A", "plain", Latin1.bytes("word"));

    private final List<Recognizer> recognizers = new ArrayList<>();
    private final List<String> pieces = new ArrayList<>();

    /** Tells each of its anchors. */
    private record Teller(List<String> anchors, List<String> keywords) implements Recognizer {

        @Override
        public @Nullable Match at(byte[] bytes, int length, int anchor) {
            return new NeedleMatch(NEEDLE, anchor, Math.min(length, anchor + 3));
        }

        @Override
        public int reach() {
            return 3;
        }

        @Override
        public boolean startsAtAnchor() {
            return true;
        }
    }

    @BeforeEach
    void hasTheModule() {
        assumeTrue(
                POLICY.choosesVectors(1),
                "the module jdk.incubator.vector is not there, or vectors have 8 bytes");
        List<String> anchors =
                RuleSet.firstClass().recognizers().stream()
                        .flatMap(each -> each.anchors().stream())
                        .distinct()
                        .toList();
        List<String> keywords =
                List.of("token", "secret", "passw", "api_key", "auth", "pwd", "netlify", "auth0");
        recognizers.add(new Teller(anchors, keywords));
        pieces.addAll(anchors);
        pieces.addAll(keywords);
        keywords.forEach(each -> pieces.add(each.toUpperCase(java.util.Locale.ROOT)));
    }

    private byte[] random(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String piece = pieces.get(random.nextInt(pieces.size()));
            switch (random.nextInt(4)) {
                case 0 -> text.append(piece);
                case 1 -> text.append(piece, 0, random.nextInt(piece.length() + 1));
                case 2 -> text.append((char) random.nextInt(256));
                default -> text.append("=\"a0_ \n".charAt(random.nextInt(7)));
            }
        }
        return Latin1.bytes(text.toString());
    }

    @Test
    void findsWhatTheScalarPathFinds() {
        Engine scalar = Engine.of(recognizers, List.of());
        Engine vector = Engine.of(recognizers, List.of(), POLICY.filters(1));
        int told = 0;
        for (long seed = 1; seed <= 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = random(random, random.nextInt(200));
            int length = bytes.length - random.nextInt(Math.min(4, bytes.length + 1));
            List<Match> expected = scalar.scan(bytes, length);
            assertEquals(expected, vector.scan(bytes, length), "seed " + seed);
            told += expected.size();
            int from = random.nextInt(length + 1);
            int to = from + random.nextInt(length - from + 1);
            assertEquals(
                    scalar.scanWindow(bytes, length, from, to),
                    vector.scanWindow(bytes, length, from, to),
                    "seed " + seed + ", " + from + "-" + to);
        }
        assertTrue(told > 10_000, "only " + told);
    }

    @Test
    void findsEachAnchorAtEachOffset() {
        Engine vector = Engine.of(recognizers, List.of(), POLICY.filters(1));
        for (String piece : pieces) {
            for (int at = 0; at <= 140; at++) {
                byte[] bytes = Latin1.bytes("~".repeat(at) + piece + "~".repeat(at % 3));
                int offset = at;
                assertTrue(
                        vector.scan(bytes, bytes.length).stream()
                                .anyMatch(each -> each.start() == offset),
                        piece + " at " + at);
            }
        }
    }

    @Test
    void findsNothingWhereNoAnchorStands() {
        Engine vector = Engine.of(recognizers, List.of(), POLICY.filters(1));
        for (int each = 0; each < 256; each++) {
            byte[] bytes = Latin1.bytes(String.valueOf((char) each).repeat(300));
            assertEquals(List.of(), vector.scan(bytes, bytes.length), "byte " + each);
        }
    }

    @Test
    void vectorsAreForLongScansOnly() {
        FilterPolicy policy = new FilterPolicy(true, 1_000);
        assertTrue(policy.choosesVectors(1_000));
        assertFalse(policy.choosesVectors(999));
        assertFalse(new FilterPolicy(false, 0).choosesVectors(Long.MAX_VALUE));
        assertFalse(FilterPolicy.scalar().choosesVectors(Long.MAX_VALUE));
    }
}
