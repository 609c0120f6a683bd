package dev.holdfast.core.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
    private static final List<String> WORDS =
            List.of(
                    "block",
                    "unknown",
                    "requireChecks",
                    "environments",
                    "production",
                    "gate",
                    "id");

    @ParameterizedTest
    @CsvSource({
        "blok, block",
        "blcok, block",
        "blocks, block",
        "BLOCK, block",
        "Unknwon, unknown",
        "require-checks, requireChecks",
        "enviroments, environments",
        "gaet, gate",
        "ID, id",
        "it, id",
        "prod, production",
        "env, environments"
    })
    void findsWhatWasMeant(String typed, String meant) {
        assertEquals(Optional.of(meant), Nearest.of(typed, WORDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "zz", "severity", "blanket", "getaway", "pr", "checks"})
    void farWordHasNoSuggestion(String typed) {
        assertEquals(Optional.empty(), Nearest.of(typed, WORDS));
    }

    @Test
    void nearestOfSeveralWinsAndTheFirstOfEquals() {
        assertEquals(Optional.of("gates"), Nearest.of("gatess", List.of("gate", "gates")));
        assertEquals(Optional.of("cat"), Nearest.of("bat", List.of("cat", "rat")));
        assertEquals(Optional.of("rat"), Nearest.of("bat", List.of("rat", "cat")));
        // Capitals are no edit, and a swap of neighbours is one.
        assertEquals(Optional.of("abcd"), Nearest.of("ABCD", List.of("abdc", "abcd")));
    }

    @Test
    void beginningOfSeveralWordsIsNoSuggestion() {
        assertEquals(Optional.empty(), Nearest.of("pro", List.of("production", "profile")));
    }

    @Test
    void veryLongWordIsNotCompared() {
        String typed = "a".repeat(1_000_000);
        assertEquals(Optional.empty(), Nearest.of(typed, List.of(typed + "b")));
        assertEquals(Optional.empty(), Nearest.ofKey(typed, List.of(typed + "b")));
    }

    @Test
    void nothingToChooseFrom() {
        assertEquals(Optional.empty(), Nearest.of("gate", List.of()));
        assertEquals(Optional.empty(), Nearest.ofKey("gate", List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "gates, gate",
        "gate.blok, gate.block",
        "gates.blok, gate.block",
        "environments.prod, environments.production",
        "environments.prod.gate.blok, environments.production.gate.block",
        "checks.secrets.bundel, checks.secrets.bundle"
    })
    void findsKeysWordByWord(String typed, String meant) {
        assertEquals(
                Optional.of(meant),
                Nearest.ofKey(
                        typed,
                        List.of(
                                "gate",
                                "gate.block",
                                "environments",
                                "environments.production",
                                "environments.production.gate.block",
                                "checks.secrets",
                                "checks.secrets.bundle")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gate.zzzzzz", "zzzzzz.block", "gate.block.more", "", ".", "gate..block"})
    void keyWithAFarWordHasNoSuggestion(String typed) {
        assertEquals(
                Optional.empty(), Nearest.ofKey(typed, List.of("gate", "gate.block", "waivers")));
    }
}
