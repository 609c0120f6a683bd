package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.core.yaml.YamlSequence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a user's rule may not say is told at its place. */
class UserWordsTest {
    private static final String CONTEXT =
            "- {id: own, name: own, severity: high, examples: [a], counterExamples: [b],"
                    + " context: {words: [%s], names: [key], values: [\"[0-9a-f]{40}\"]}}";
    private static final String URL =
            "- {id: own, name: own, severity: high, examples: [a], counterExamples: [b],"
                    + " url: {hosts: [%s], path: \"/[A-Z0-9]{8}\"}}";

    private static List<RuleEntry> read(String yaml) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        YamlSequence list = (YamlSequence) StrictYaml.read(bytes, "holdfast.yaml");
        return RuleReader.user(list.items(), "holdfast.yaml", Set.of());
    }

    private static void isRefused(String yaml, String why) {
        UserProblem problem = assertThrows(UserProblem.class, () -> read(yaml));
        String message = String.valueOf(problem.getMessage());
        assertTrue(message.startsWith("holdfast.yaml:1:") && message.contains(why), message);
    }

    @Test
    void wordsAreSmallLettersOfAscii() {
        assertEquals(1, read(CONTEXT.formatted("shop")).size());
        isRefused(CONTEXT.formatted("shop\uFEFF"), "small letters of ASCII");
        isRefused(CONTEXT.formatted("größe"), "small letters of ASCII");
        isRefused(CONTEXT.formatted("Shop"), "small letters of ASCII");
    }

    @Test
    void hostsAreLongEnoughToBeFound() {
        assertEquals(1, read(URL.formatted("hooks.shop.test")).size());
        isRefused(URL.formatted("ab"), "at least 3 characters");
    }
}
