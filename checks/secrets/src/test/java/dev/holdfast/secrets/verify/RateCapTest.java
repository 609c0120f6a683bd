package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RateCapTest {
    private final ManualTime time = new ManualTime();
    private final RateCap cap = new RateCap(time, time, 200);

    @Test
    void keepsCallsToAHostAFifthOfASecondApart() throws InterruptedException {
        for (int call = 0; call < 6; call++) {
            assertTrue(cap.take("a.test").isEmpty());
        }
        assertEquals(Duration.ofSeconds(1), time.slept());
    }

    @Test
    void doesNotHoldOneHostForAnother() throws InterruptedException {
        cap.take("a.test");
        cap.take("b.test");
        assertEquals(Duration.ofMillis(20), time.slept());
    }

    @Test
    void stopsAfterTheMostOfARun() throws InterruptedException {
        for (int call = 0; call < 200; call++) {
            assertTrue(cap.take("host" + call).isEmpty());
        }
        assertTrue(cap.take("one.more").orElseThrow().contains("200"));
    }

    @Test
    void stopsWhenTheTimeOfARunIsOver() throws InterruptedException {
        assertTrue(cap.take("a.test").isEmpty());
        time.sleep(Duration.ofMinutes(10));
        assertTrue(cap.take("a.test").isEmpty());
        time.sleep(Duration.ofSeconds(1));
        assertTrue(cap.take("b.test").orElseThrow().contains("10 minutes"));
    }

    @Test
    void sendsNothingMoreToAHostThatAskedForAPause() throws InterruptedException {
        cap.stop("a.test");
        assertTrue(cap.take("a.test").isPresent());
        assertTrue(cap.take("b.test").isEmpty());
    }
}
