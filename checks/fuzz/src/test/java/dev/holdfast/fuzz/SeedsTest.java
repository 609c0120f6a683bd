package dev.holdfast.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every seed, and a few thousand that were made from seeds without looking at coverage. */
class SeedsTest {
    private static final int CHANGED = 1_500;
    private static final long MOST_NANOS = 800_000_000L;

    static Stream<String> names() {
        return Targets.all().stream().map(Target::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void holdsForSeedsAndWhatIsMadeOfThem(String name) throws Exception {
        Target target = Targets.named(name);
        List<byte[]> seeds = target.seeds();
        assertFalse(seeds.isEmpty());
        for (byte[] seed : seeds) {
            run(target, seed);
        }
        Random random = new Random(name.hashCode());
        long start = System.nanoTime();
        // Slow targets get fewer; the seeds above are run whatever they take.
        for (int i = 0; i < CHANGED && System.nanoTime() - start < MOST_NANOS; i++) {
            byte[] changed = seeds.get(random.nextInt(seeds.size())).clone();
            for (int change = random.nextInt(5); change >= 0; change--) {
                changed = Changes.changed(changed, seeds, random);
            }
            run(target, changed);
        }
    }

    private static void run(Target target, byte[] input) throws Exception {
        byte[] kept = input.clone();
        try {
            target.run(input);
        } catch (Exception | AssertionError | StackOverflowError finding) {
            throw new AssertionError(
                    target.name() + ": " + java.util.HexFormat.of().formatHex(kept), finding);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasOneName(String name) {
        assertEquals(1, names().filter(name::equals).count());
    }
}
