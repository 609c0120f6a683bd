package dev.holdfast.cli;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The JDK's secure randomness, not started before somebody asks: most commands never do. */
final class LateRandom implements RandomGenerator {
    private @Nullable SecureRandom made;

    @Override
    public synchronized long nextLong() {
        if (made == null) {
            made = new SecureRandom();
        }
        return made.nextLong();
    }
}
