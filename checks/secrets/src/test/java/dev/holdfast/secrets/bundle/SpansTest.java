package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.secrets.engine.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpansTest {

    @Test
    void answersAsTheOneWhoAsksEach() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Span> all = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                int start = random.nextInt(30);
                all.add(new Span(start, start + 1 + random.nextInt(8)));
            }
            all.sort(Comparator.comparingInt(Span::start));
            Spans<Span> spans = Spans.of(all);
            for (int start = 0; start < 40; start++) {
                for (int end = start + 1; end < 42; end++) {
                    int from = start;
                    int to = end;
                    assertEquals(
                            all.stream().anyMatch(each -> each.start() <= from && to <= each.end()),
                            spans.holds(start, end),
                            "seed " + seed);
                    Optional<Span> first =
                            all.stream().filter(each -> each.overlaps(from, to)).findFirst();
                    assertEquals(first, spans.touching(start, end), "seed " + seed);
                }
            }
        }
    }
}
