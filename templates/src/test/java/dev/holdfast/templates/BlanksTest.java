package dev.holdfast.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlanksTest {

    private static String fill(String template, Map<String, String> values) {
        return new Blanks("test/one", values).fill(template);
    }

    @Test
    void fillsABlankInsideALine() {
        assertEquals("a: one # two\n", fill("a: @{x} # @{y}\n", Map.of("x", "one", "y", "two")));
    }

    @Test
    void leavesATemplateWithoutBlanksAsItIs() {
        assertEquals("a\n\n  b", fill("a\n\n  b", Map.of()));
        assertEquals("", fill("", Map.of()));
    }

    @Test
    void indentsEachLineOfABlankThatStandsAlone() {
        assertEquals(
                "a:\n  - one\n\n  - two\nb\n",
                fill("a:\n  @{x}\nb\n", Map.of("x", "- one\n\n- two")));
    }

    @Test
    void takesTheLineAwayWhenTheValueIsEmpty() {
        assertEquals("a\nb\n", fill("a\n  @{x}\nb\n", Map.of("x", "")));
    }

    @Test
    void doesNotLookIntoAValue() {
        assertEquals("@{y} $1 \\ @{\n", fill("@{x} @{z}\n", Map.of("x", "@{y}", "z", "$1 \\ @{")));
        assertEquals("@{x}\n", fill("@{x}\n", Map.of("x", "@{x}")));
    }

    @Test
    void fillsTheSameBlankTwice() {
        assertEquals("1 1\n", fill("@{x} @{x}\n", Map.of("x", "1")));
    }

    @Test
    void leavesTheSyntaxOfOthersAlone() {
        String workflow = "${{ github.ref }} ${HOME} {x} a@b.c\n";
        assertEquals(workflow, fill(workflow, Map.of()));
    }

    @Test
    void refusesABlankWithoutAValue() {
        IllegalArgumentException bug =
                assertThrows(
                        IllegalArgumentException.class, () -> fill("a @{x} b\n", Map.of("y", "1")));
        assertTrue(bug.getMessage().contains("test/one needs a value for x"), bug.getMessage());
    }

    @Test
    void refusesAValueWithoutABlank() {
        IllegalArgumentException bug =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> fill("@{x}\n", Map.of("x", "1", "z", "2", "y", "3")));
        assertTrue(bug.getMessage().contains("has no blank for [y, z]"), bug.getMessage());
    }

    @Test
    void refusesLinesInsideALine() {
        assertThrows(IllegalArgumentException.class, () -> fill("a @{x}\n", Map.of("x", "1\n2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@{}\n", "a @{X}\n", "a @{x\n", "@{x y}\n", "a @{", "@{-x}"})
    void refusesABlankThatIsNoName(String template) {
        assertThrows(IllegalArgumentException.class, () -> fill(template, Map.of()));
    }
}
