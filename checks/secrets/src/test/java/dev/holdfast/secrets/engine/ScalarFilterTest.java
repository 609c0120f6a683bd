package dev.holdfast.secrets.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScalarFilterTest {
    private static final List<Anchor> ANCHORS =
            List.of(
                    Anchor.exact("eyJ"),
                    Anchor.exact("k_\u00e9"),
                    Anchor.exact("AKIA"),
                    Anchor.exact("sk_live_"),
                    Anchor.keyword("pwd"),
                    Anchor.keyword("api-"),
                    Anchor.keyword("token"),
                    Anchor.exact("-----BEGIN "));

    private static byte[] random(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(60);
        for (int i = 0; i < pieces; i++) {
            Anchor anchor = ANCHORS.get(random.nextInt(ANCHORS.size()));
            int length = random.nextInt(anchor.length() + 1);
            for (int j = 0; j < length; j++) {
                boolean capital = anchor.isFolded(j) && random.nextBoolean();
                text.append((char) ((anchor.at(j) & 0xFF) - (capital ? 32 : 0)));
            }
            text.append(random.nextInt(3) == 0 ? String.valueOf((char) random.nextInt(256)) : "");
        }
        return Latin1.bytes(text.toString());
    }

    @Test
    void namesEveryAnchorOnceInOrderInAnyWindow() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        ScalarFilter filter = new ScalarFilter(ANCHORS);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = random(random);
            int length = bytes.length - random.nextInt(Math.min(bytes.length, 5) + 1);
            int from = random.nextInt(length + 1);
            int to = from + random.nextInt(length - from + 1);
            List<Integer> named = new ArrayList<>();
            filter.scan(bytes, length, from, to, named::add);
            for (int i = 1; i < named.size(); i++) {
                assertTrue(named.get(i - 1) < named.get(i), "order, seed " + seed);
            }
            for (int at = from; at < to; at++) {
                int place = at;
                boolean stands =
                        ANCHORS.stream().anyMatch(each -> each.stands(bytes, length, place));
                assertTrue(
                        !stands || named.contains(at),
                        "seed " + seed + " round " + round + " at " + at);
            }
            assertTrue(named.stream().allMatch(each -> each >= from && each < to), "seed " + seed);
        }
    }

    @Test
    void namesLittleElse() {
        byte[] bytes =
                Latin1.bytes("function a(b,c){return b.map(d=>d+c).filter(Boolean)}".repeat(50));
        List<Integer> named = new ArrayList<>();
        new ScalarFilter(ANCHORS).scan(bytes, bytes.length, 0, bytes.length, named::add);
        assertEquals(List.of(), named);
    }
}
