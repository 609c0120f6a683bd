package dev.holdfast.probes.csp.judge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

final class PredictableTest {
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);

    private String bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String hex() {
        return HexFormat.of().toHexDigits(random.nextLong())
                + HexFormat.of().toHexDigits(random.nextLong());
    }

    private String uuid() {
        return new UUID(
                        (random.nextLong() & ~0xF000L) | 0x4000L,
                        (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L)
                .toString();
    }

    /** Version 7 of one second: the time and 74 bits at random. */
    private String timed() {
        return new UUID(
                        0x19ACE0F5A0007000L
                                | random.nextLong(1 << 12)
                                | random.nextLong(1000) << 16,
                        (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L)
                .toString();
    }

    @Test
    void takesNothingMadeAtRandomForACounter() {
        for (int i = 0; i < 20_000; i++) {
            assertFalse(Predictable.alike(bytes(16), bytes(16)));
            assertFalse(Predictable.alike(bytes(9), bytes(9)));
            assertFalse(Predictable.alike(hex(), hex()));
            assertFalse(Predictable.alike(uuid(), uuid()));
            assertFalse(Predictable.alike(timed(), timed()));
            assertFalse(Predictable.alike("1764460800-" + bytes(16), "1764460800-" + bytes(16)));
        }
    }

    @Test
    void seesWhatCounts() {
        assertTrue(Predictable.alike("1", "2"));
        assertTrue(Predictable.alike("999999", "1000003"));
        assertTrue(Predictable.alike("1764460800123", "1764460800987"));
        assertTrue(Predictable.alike("AAAAAAAAAAAAAAAAAAAAAQ", "AAAAAAAAAAAAAAAAAAAAAg"));
        // One more, and every byte differs.
        assertTrue(Predictable.alike("AP________8", "AQAAAAAAAAA"));
        assertTrue(
                Predictable.alike(
                        "5f3c1a00-6f1e-11ee-b962-0242ac120002",
                        "61d0b77a-6f1e-11ee-b962-0242ac120002"));
    }
}
