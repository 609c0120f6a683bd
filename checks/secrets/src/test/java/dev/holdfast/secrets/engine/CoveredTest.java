package dev.holdfast.secrets.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoveredTest {
    private static TokenMatch token(Random random) {
        int start = random.nextInt(1_000);
        int part = random.nextInt(1_000);
        List<Span> parts = random.nextInt(3) == 0 ? List.of(new Span(part, part + 9)) : List.of();
        int end = start + 1 + random.nextInt(40);
        TokenMatch bare = Tokens.match("covered", start, end);
        return new TokenMatch(bare.rule(), bare.assessment(), start, end, parts);
    }

    @Test
    void answersAsIfEachTokenWereAsked() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Covered covered = new Covered();
            List<Span> all = new ArrayList<>();
            for (int i = random.nextInt(30); i > 0; i--) {
                TokenMatch token = token(random);
                covered.add(token);
                all.add(new Span(token.start(), token.end()));
                all.addAll(token.parts());
            }
            covered.settle();
            for (int start = 0; start < 1_050; start += 7) {
                int from = start;
                int to = start + 1 + random.nextInt(20);
                assertEquals(
                        all.stream().anyMatch(each -> each.overlaps(from, to)),
                        covered.overlaps(from, to));
            }
        }
    }
}
