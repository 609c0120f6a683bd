package dev.holdfast.probes.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void readsSecondsAndDates() {
        assertEquals(Optional.of(Duration.ZERO), RetryAfter.read("0", NOW));
        assertEquals(Optional.of(Duration.ofMinutes(2)), RetryAfter.read("120", NOW));
        assertEquals(
                Optional.of(Duration.ofSeconds(90)),
                RetryAfter.read("Sun, 29 Nov 2026 12:01:30 GMT", NOW));
        assertEquals(
                Optional.of(Duration.ZERO), RetryAfter.read("Sun, 29 Nov 2026 11:00:00 GMT", NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "+1",
                "1.5",
                "1s",
                "soon",
                "0x10",
                "Mon, 29 Nov 2026 12:01:30 GMT",
                "Sun, 29 Nov 2026 12:01:30 CET",
                "Sun, 29 Nov 2026 12:01:30",
                "2026-11-29T12:01:30Z"
            })
    void readsNothingElse(String value) {
        assertEquals(Optional.empty(), RetryAfter.read(value, NOW));
    }

    @Test
    void doesNotChooseBetweenTwoLines() {
        assertEquals(Optional.empty(), RetryAfter.read(List.of("1", "2"), NOW));
        assertEquals(Optional.of(Duration.ofSeconds(1)), RetryAfter.read(List.of("1"), NOW));
    }

    @Test
    void neverWaitsForLessThanNothing() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder noise = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                noise.append((char) (' ' + random.nextInt(95)));
            }
            Optional<Duration> read = RetryAfter.read(noise.toString(), NOW);
            assertEquals(Optional.empty(), read.filter(Duration::isNegative));
        }
    }
}
