package dev.holdfast.probes.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AlteredTest {
    @Test
    void makesAnotherTokenOfTheSameLook() {
        RandomGenerator random = new SplittableRandom(7);
        String letters = "azAZ09bY5-_.~";
        for (int round = 0; round < 500; round++) {
            StringBuilder token = new StringBuilder();
            int length = 8 + random.nextInt(40);
            token.append("a1");
            while (token.length() < length) {
                token.append(letters.charAt(random.nextInt(letters.length())));
            }
            String altered = Altered.of(token.toString());
            assertNotEquals(token.toString(), altered);
            assertEquals(token.charAt(length - 1), altered.charAt(altered.length() - 1));
            assertEquals(token.length(), altered.length());
        }
        assertEquals("--------0", Altered.of("--------"));
    }
}
