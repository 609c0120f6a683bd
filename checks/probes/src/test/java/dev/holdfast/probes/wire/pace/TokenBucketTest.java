package dev.holdfast.probes.wire.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.probes.target.Limits;
import dev.holdfast.probes.wire.fixture.FakeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TokenBucketTest {
    private final FakeTime time = new FakeTime();
    private final Instant begin = time.instant();

    private TokenBucket bucket(int rate, int burst) {
        return new TokenBucket(new Limits(rate, burst), time, time::sleep);
    }

    private long millis() {
        return Duration.between(begin, time.instant()).toMillis();
    }

    @Test
    void letsFiveGoAtOnceAndThenTwoASecond() throws Exception {
        TokenBucket bucket = bucket(2, 5);
        List<Long> at = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            bucket.take();
            at.add(millis());
        }
        assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 500L, 1000L, 1500L, 2000L), at);
    }

    @Test
    void fillsInAPauseButNotAboveTheBurst() throws Exception {
        TokenBucket bucket = bucket(2, 5);
        for (int i = 0; i < 5; i++) {
            bucket.take();
        }
        time.sleep(Duration.ofHours(1));
        long pause = millis();
        for (int i = 0; i < 5; i++) {
            bucket.take();
        }
        assertEquals(pause, millis());
        bucket.take();
        assertEquals(pause + 500, millis());
    }

    @Test
    void holdsBackWhatComesAfterWhatDidNotWait() throws Exception {
        TokenBucket bucket = bucket(2, 5);
        for (int i = 0; i < 7; i++) {
            bucket.takeAhead();
        }
        assertEquals(0, millis());
        bucket.take();
        assertEquals(1500, millis());
        for (int i = 0; i < 1000; i++) {
            bucket.takeAhead();
        }
        bucket.take();
        assertEquals(1500 + 3000, millis());
    }

    @Test
    void letsNoMoreGoInAnyWindowThanItMay() throws Exception {
        Random random = new Random(11);
        TokenBucket bucket = bucket(3, 4);
        List<Long> at = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            time.sleep(Duration.ofMillis(random.nextInt(900)));
            bucket.take();
            at.add(millis());
        }
        for (int from = 0; from < at.size(); from++) {
            for (int to = from; to < at.size(); to++) {
                double allowed = 4 + 3 * (at.get(to) - at.get(from) + 1) / 1000.0;
                assertTrue(to - from + 1 <= allowed + 1e-6, from + " to " + to);
            }
        }
    }

    @Test
    void standsAClockThatIsPutBack() throws Exception {
        TokenBucket bucket = bucket(2, 1);
        bucket.take();
        time.sleep(Duration.ofHours(-1));
        Instant back = time.instant();
        bucket.take();
        assertEquals(500, Duration.between(back, time.instant()).toMillis());
    }

    @Test
    void wantsAPace() {
        assertThrows(IllegalArgumentException.class, () -> bucket(0, 1));
        assertThrows(IllegalArgumentException.class, () -> bucket(1, 0));
    }
}
