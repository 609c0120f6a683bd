package dev.holdfast.core.ignore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WildcardTest {

    @ParameterizedTest
    @ValueSource(strings = {"*a", "**/", "[ab]*", "*?a*"})
    void noPatternTakesMoreStepsThanItsLengthTimesThatOfTheText(String piece) {
        // The set at the end keeps the text at the end from saying no at once.
        Wildcard wildcard = Wildcard.of(piece.repeat(60) + "[b]");
        assertNotNull(wildcard);
        String text = "a".repeat(5_000);
        WildcardStates states = wildcard.states();
        assertFalse(states.match(text, 0, text.length()));
        assertTrue(states.steps() > text.length() / 2, states.steps() + " steps");
        long most = (long) text.length() * (60L * piece.length() + 2);
        assertTrue(states.steps() <= most, states.steps() + " steps");
    }

    @Test
    void longPatternsFitWhatTheyMean() {
        Wildcard wildcard = Wildcard.of("*a".repeat(60) + "[b]");
        assertNotNull(wildcard);
        assertTrue(wildcard.matches("a".repeat(60) + "b"));
        assertTrue(wildcard.matches("xa".repeat(60) + "b"));
        assertFalse(wildcard.matches("xa".repeat(59) + "b"));
        assertFalse(wildcard.matches("xa".repeat(60) + "c"));
    }

    @Test
    void readsPatternsOfOneTextAsThatText() {
        assertEquals("a/b.c", Objects.requireNonNull(Wildcard.of("a/b.c")).literal());
        assertEquals("!a", Objects.requireNonNull(Wildcard.of("\\!a")).literal());
        assertEquals(null, Objects.requireNonNull(Wildcard.of("a*")).literal());
        assertEquals(null, Wildcard.of("a\\"));
    }

    @Test
    void agreesWithRegularExpressionsOnSimplePatterns() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 100_000; round++) {
            StringBuilder pattern = new StringBuilder("[ab]");
            StringBuilder regex = new StringBuilder("[ab]");
            for (int i = random.nextInt(90); i > 0; i--) {
                switch (random.nextInt(5)) {
                    case 0 -> {
                        pattern.append("*x");
                        regex.append("[^/]*x");
                    }
                    case 1 -> {
                        pattern.append('?');
                        regex.append("[^/]");
                    }
                    case 2 -> {
                        pattern.append("/**/");
                        regex.append("/(?:.*/)?");
                    }
                    default -> {
                        pattern.append('a');
                        regex.append('a');
                    }
                }
                if (pattern.length() > 80 || random.nextInt(6) == 0) {
                    break;
                }
            }
            String text = text(random);
            Wildcard wildcard = Wildcard.of(pattern.toString());
            assertNotNull(wildcard);
            assertEquals(
                    Pattern.matches(regex.toString(), text),
                    wildcard.matches(text),
                    "seed " + seed + ": " + pattern + " on " + text);
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder("a");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append("aax/".charAt(random.nextInt(4)));
        }
        return text.toString();
    }
}
