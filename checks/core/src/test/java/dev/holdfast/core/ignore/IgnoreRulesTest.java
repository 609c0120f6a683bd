package dev.holdfast.core.ignore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {

    private static IgnoreRules rules(String... lines) {
        byte[] file = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return IgnoreRules.NONE.with("", file);
    }

    @ParameterizedTest
    @CsvSource({
        "*.log, a/b.log, true",
        "*.log, a/b.logs, false",
        "/a, a, true",
        "/a, b/a, false",
        "a/b, a/b, true",
        "a/b, c/a/b, false",
        "**/a, c/d/a, true",
        "**/a, a, true",
        "a/**, a/b/c, true",
        "a/**, a, false",
        "a/**/b, a/b, true",
        "a/**/b, a/x/y/b, true",
        "a/**/b, a/xb, false",
        "a*c, abc, true",
        "a/*c, a/b/c, false",
        "a?c, abc, true",
        "a?c, a/c, false",
        "[a-c]x, bx, true",
        "[!a-c]x, bx, false",
        "[!a-c]x, dx, true",
        "[]]x, ]x, true",
        "[[:digit:]]x, 7x, true",
        "[[:digit:]]x, ax, false",
        "[ab, '[ab', false",
        "\\#a, '#a', true",
        "#a, '#a', false",
        "\\!a, '!a', true",
        "'a\\ ', 'a ', true",
        "'a ', a, true",
        "a\\, a, false",
    })
    void readsPatternsAsGitDoes(String rule, String path, boolean ignored) {
        assertEquals(ignored, rules(rule).ignores(path, false), rule + " on " + path);
    }

    @Test
    void aSlashAtTheEndMeansFoldersOnly() {
        assertTrue(rules("build/").ignores("a/build", true));
        assertFalse(rules("build/").ignores("a/build", false));
    }

    @Test
    void theLastRuleOfTheNearestFileDecides() {
        IgnoreRules top = rules("*.env", "!keep.env", "/x");
        assertTrue(top.ignores("a.env", false));
        assertFalse(top.ignores("b/keep.env", false));
        IgnoreRules below = top.with("b", "keep.env\r\n".getBytes(StandardCharsets.UTF_8));
        assertTrue(below.ignores("b/keep.env", false));
        assertFalse(below.ignores("b/x", false));
    }

    @Test
    void starsTakeNoTimeThatGrowsWithTheirNumber() {
        String rule = "a*".repeat(60) + "b";
        assertFalse(rules(rule).ignores("a".repeat(5_000), false));
    }

    @Test
    void aFileOfManyMebibytesIgnoresNothing() {
        byte[] large = "*\n".repeat(600_000).getBytes(StandardCharsets.UTF_8);
        assertFalse(IgnoreRules.NONE.with("", large).ignores("a", false));
    }
}
