package dev.holdfast.core.ignore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {
    private static IgnoreRules root(String text) {
        return IgnoreRules.NONE.with("", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # rule        | path           | ignored
                    *.log         | a.log          | true
                    *.log         | in/a.log       | true
                    *.log         | a.log.txt      | false
                    *.log         | a.LOG          | false
                    dist          | in/dist        | true
                    dist          | in/dist2       | false
                    /dist         | dist           | true
                    /dist         | in/dist        | false
                    in/dist       | in/dist        | true
                    in/dist       | x/in/dist      | false
                    dist/         | dist           | false
                    dist/         | dist/          | true
                    in/*.js       | in/a.js        | true
                    in/*.js       | in/b/a.js      | false
                    **/a.js       | a.js           | true
                    **/a.js       | in/b/a.js      | true
                    **/a.js       | in/ba.js       | false
                    in/**         | in/b/a.js      | true
                    in/**         | in             | false
                    a/**/b        | a/b            | true
                    a/**/b        | a/x/y/b        | true
                    a/**/b        | a/xb           | false
                    a**b          | axxb           | true
                    x/a**b        | x/a/b          | false
                    a**/b         | axy/z/b        | true
                    a?c           | abc            | true
                    a?c           | a/c            | false
                    [a-c]x        | bx             | true
                    [a-c]x        | dx             | false
                    [!a-c]x       | dx             | true
                    [^a-c]x       | bx             | false
                    [[:digit:]]x  | 7x             | true
                    [[:digit:]]x  | ax             | false
                    [[:other:]]x  | ox             | false
                    []x]          | ]              | true
                    [x            | [x             | false
                    a[/]b         | a/b            | false
                    a[!x]b        | a/b            | false
                    \\*           | *              | true
                    \\*           | a              | false
                    \\#a          | #a             | true
                    #a            | #a             | false
                    \\!a          | !a             | true
                    !a            | !a             | false
                    a\\           | a\\            | false
                    ü?            | üa             | true
                    ?             | ü              | false
                    ??            | ü              | true
                    """)
    void decidesAsGitDoes(String rule, String path, boolean ignored) {
        boolean isFolder = path.endsWith("/");
        String name = isFolder ? path.substring(0, path.length() - 1) : path;
        assertEquals(ignored, root(rule.replace("\\\\", "\\")).ignores(name, isFolder));
    }

    @Test
    void theLastRuleOfAFileDecides() {
        assertFalse(root("*.env\n!a.env\n").ignores("a.env", false));
        assertTrue(root("!a.env\n*.env\n").ignores("a.env", false));
        assertTrue(root("*.env\n!a.env\na.env\n").ignores("a.env", false));
        assertFalse(root("a.env\n!*.env\n").ignores("a.env", false));
        assertTrue(root("build\n!build/\n").ignores("build", false));
        assertFalse(root("build\n!build/\n").ignores("build", true));
    }

    @Test
    void theNearestFileDecides() {
        IgnoreRules above = root("*.env\n!b.env\n");
        IgnoreRules in = above.with("in", bytes("!a.env\nb.env\n"));
        assertFalse(in.ignores("in/a.env", false));
        assertTrue(in.ignores("in/b.env", false));
        assertTrue(in.ignores("in/c.env", false));
        // What holds in one folder holds in no other.
        assertTrue(above.ignores("a.env", false));
        assertFalse(above.ignores("b.env", false));
        assertTrue(in.ignores("inner/a.env", false));
    }

    @Test
    void anchorsToTheFoldersOwnFile() {
        IgnoreRules rules = IgnoreRules.NONE.with("in/ü", bytes("/a\nb/c\n"));
        assertTrue(rules.ignores("in/ü/a", false));
        assertTrue(rules.ignores("in/ü/b/c", false));
        assertFalse(rules.ignores("in/ü/x/a", false));
        assertFalse(rules.ignores("a", false));
    }

    @Test
    void laterFilesOfTheRootComeFirst() {
        IgnoreRules rules = root("a\nb\n").with("", bytes("!a\n"));
        assertFalse(rules.ignores("a", false));
        assertTrue(rules.ignores("b", false));
    }

    @Test
    void endsOfLinesAndBlanksAreNoPartOfARule() {
        assertTrue(root("a\r\nb\r\n").ignores("a", false));
        assertTrue(root("a\r").ignores("a", false));
        assertTrue(root("\uFEFFa\n").ignores("a", false));
        assertFalse(root("b\n\uFEFFa\n").ignores("a", false));
        assertTrue(root("a  \n").ignores("a", false));
        assertTrue(root("a\\ \n").ignores("a ", false));
        assertTrue(root("a\\  \n").ignores("a ", false));
        assertFalse(root("a\t\n").ignores("a", false));
        assertTrue(root("a\t\n").ignores("a\t", false));
        assertFalse(root("\n\r\n/\n!\n//\n").ignores("a", true));
    }

    @Test
    void bytesThatAreNoTextBreakNothing() {
        IgnoreRules rules = IgnoreRules.NONE.with("", bytes("\u00FF\u00FE*\n*.log\n[\u00FF\n"));
        assertTrue(rules.ignores("a.log", false));
        assertFalse(rules.ignores("a", false));
    }

    @Test
    void pathsWithUnknownBytesAreLookedAt() {
        assertTrue(root("*").ignores("a", false));
        assertFalse(root("*").ignores("a\uFFFD", false));
        assertFalse(root("*").ignores("a\uD800", false));
        assertFalse(root("*").with("in\uFFFD", bytes("*")).ignores("in\uFFFD/a", false));
    }

    @Test
    void tooLongRulesIgnoreNothing() {
        String longest = "*".repeat(4_096);
        assertTrue(root(longest + "\n").ignores("a", false));
        assertFalse(root(longest + "*\n").ignores("a", false));
        assertTrue(root("a\n" + longest + "*\n").ignores("a", false));
    }

    @Test
    void tooLongRulesMayTakeBackWhatStandsBeforeThem() {
        String tooLong = "!" + "x".repeat(4_096) + "\n";
        assertFalse(root("*.env\n" + tooLong).ignores("a.env", false));
        assertTrue(root(tooLong + "*.env\n").ignores("a.env", false));
        assertTrue(root("*.env\n#" + tooLong).ignores("a.env", false));
    }

    @Test
    void tooLongFilesIgnoreNothingAndMayTakeBackWhatStandsAbove() {
        byte[] longest =
                "a\n".repeat(IgnoreRules.LARGEST_FILE / 2).getBytes(StandardCharsets.UTF_8);
        byte[] tooLong = new byte[longest.length + 1];
        System.arraycopy(longest, 0, tooLong, 0, longest.length);
        assertTrue(IgnoreRules.NONE.with("", longest).ignores("a", false));
        assertFalse(IgnoreRules.NONE.with("", tooLong).ignores("a", false));
        IgnoreRules in = root("a\n").with("in", tooLong);
        assertFalse(in.ignores("in/a", false));
        assertTrue(in.ignores("a", false));
        assertTrue(in.with("in/b", bytes("a")).ignores("in/b/a", false));
    }

    @Test
    void noneIgnoresNothing() {
        assertFalse(IgnoreRules.NONE.ignores("a", false));
        assertFalse(IgnoreRules.NONE.ignores("node_modules", true));
        assertFalse(root("*").ignores("", true));
        assertFalse(root("*").ignores("a/", true));
    }
}
