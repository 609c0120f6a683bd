package dev.holdfast.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of nearly 1 MiB that are made to take long. Anything that grows with the square of the size
 * would not end while a build waits.
 */
class LargePolicyTest {
    private static final int SIZE = 1_000_000;

    @TempDir private Path folder;
    private Policies policies;

    @BeforeEach
    void start() {
        policies = new Policies(folder);
    }

    @Test
    void longListOnOneLineBehindAPadlock() {
        String items = filled(i -> i + ", ");
        assertProblem("\"\uD83D\uDD12\": [" + items + "x]\n", "2:1: unknown key '\uD83D\uDD12'");
        assertProblem(
                "paths: {exclude: [\"\uD83D\uDD12\", " + items + "x]}\n",
                "2:25: 'exclude' expects a text (put it in quotes), not 0");
    }

    @Test
    void longListOfTexts() {
        Policy policy =
                policies.read("paths: {exclude: [" + filled(i -> "'a" + i + "', ") + "]}\n");
        assertTrue(policy.excludes().size() > 80_000);
        assertEquals(1, Policies.explain(policy, "paths.exclude").size());
    }

    @Test
    void manyKeys() {
        assertProblem("sample:\n" + filled(i -> "  zzzzzzz" + i + ": 1\n"), "3:3: unknown key");
        assertProblem(filled(i -> "k" + i + ": 1\n"), "2:1: unknown key 'k0'");
        assertProblem("checks:\n" + filled(i -> "  a.b" + i + ": {}\n"), "3:3: there is no check");
        assertProblem(
                "environments:\n" + filled(i -> "  e" + (i + 1) + ": {inherits: e" + i + "}\n"),
                "3:3: ");
        assertProblem("lock:\n" + filled(i -> "- gate.x" + i + "\n"), "3:1: ");
    }

    @Test
    void longWords() {
        String word = "a".repeat(SIZE);
        assertProblem("? " + word + "\n: 1\n", "2:3: unknown key 'aaa");
        assertProblem("? \"" + word + "\"\n: 1\n", "2:3: unknown key 'aaa");
        assertProblem("gate: {unknown: " + word + "}\n", "2:17: 'aaa");
        assertProblem("lock: [" + word + "]\n", "2:8: there is no key 'aaa");
        assertProblem("checks:\n  ? " + "a-".repeat(SIZE / 2) + "a.b\n  : {}\n", "3:5: 'a-a-");
        assertProblem("gate: {requireChecks: [" + "a-".repeat(SIZE / 2) + "a.b]}\n", "2:24: 'a-a-");
        assertProblem("environments: {? " + word + " : {}}\n", "2:18: 'aaa");
        assertProblem("paths: {exclude: [" + "../".repeat(SIZE / 3) + "]}\n", "2:19: '../../");
        assertProblem("waivers: {maxDays: {low: " + "9".repeat(SIZE) + "}}\n", "2:26: 'low' is");
        assertProblem("waivers: {maxDays: {low: 1" + "e9".repeat(SIZE / 2) + "}}\n", "2:26: ");
        assertProblem("extends: [{file: " + word + ", sha256: 'x'}]\n", "2:");
    }

    @Test
    void brackets() {
        for (String bracket :
                List.of("[", "{", "- ", "? ", "{a: ", "[{", "\"", "'", "&a ", "!a ")) {
            assertProblem("a: " + bracket.repeat(SIZE / bracket.length()), "2:");
            assertProblem(bracket.repeat(SIZE / bracket.length()), "2:");
        }
    }

    @Test
    void nothingButSpaceAndComments() {
        policies.read(" ".repeat(SIZE));
        policies.read("\n".repeat(SIZE));
        policies.read(filled(i -> "# " + i + "\n"));
        policies.read(filled(i -> " \r\n"));
        assertProblem(filled(i -> " ".repeat(i % 40) + "a:\n"), "");
    }

    @Test
    void locksOfManyLayersOnManyEnvironments() {
        StringBuilder environments = new StringBuilder("environments:\n");
        StringBuilder locks = new StringBuilder("lock:\n");
        for (int i = 0; i < 50; i++) {
            environments.append("  e").append(i).append(": ");
            environments.append(i == 0 ? "{}\n" : "{inherits: e" + (i - 1) + "}\n");
            locks.append("- environments.e").append(i).append('\n');
            locks.append("- environments.e").append(i).append(".gate\n");
            locks.append("- environments.e").append(i).append(".gate.block\n");
        }
        policies.with("1.yaml", "" + environments + locks);
        for (int i = 2; i <= 6; i++) {
            String below = policies.pinned(i - 1 + ".yaml");
            policies.with(
                    i + ".yaml",
                    "extends: ["
                            + below
                            + (i == 2 ? "" : ", " + policies.pinned("1.yaml"))
                            + "]\n"
                            + locks);
        }
        Policy policy = policies.read("extends: [" + policies.pinned("6.yaml") + "]\n" + locks);
        assertEquals(50, policy.environments().size());
    }

    private void assertProblem(String text, String beginning) {
        String what = policies.problem(text).what();
        String first = what.lines().findFirst().orElseThrow();
        assertTrue(first.startsWith("holdfast.yaml:" + beginning), first);
        assertTrue(what.length() < 20_000, "the message is long: " + what.length());
    }

    private static String filled(IntFunction<String> part) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < SIZE; i++) {
            text.append(part.apply(i));
        }
        return text.toString();
    }
}
