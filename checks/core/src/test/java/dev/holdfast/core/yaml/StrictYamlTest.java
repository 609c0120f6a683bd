package dev.holdfast.core.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrictYamlTest {

    /** A text that is refused, with the whole message. */
    record Refusal(String text, String message) {}

    static List<Refusal> refusals() {
        return List.of(
                new Refusal("a: 1\nb: 2\na: 3\n", "3:1: the key 'a' stands twice, first in line 1"),
                new Refusal(
                        "gate:\n  unknown: warn\n  'unknown': block\n",
                        "3:3: the key 'unknown' stands twice, first in line 2"),
                new Refusal("{a: 1, a: 2}", "1:8: the key 'a' stands twice, first in line 1"),
                new Refusal("a: &x 1\n", "1:4: anchors are not allowed ('&x')"),
                new Refusal("&x a: 1\n", "1:1: anchors are not allowed ('&x')"),
                new Refusal("a:\n  - &x {b: 1}\n", "2:5: anchors are not allowed ('&x')"),
                new Refusal("a: 1\nb: *x\n", "2:4: aliases are not allowed ('*x')"),
                new Refusal("a: 1\n*x : 2\n", "2:1: aliases are not allowed ('*x')"),
                new Refusal(
                        "paths:\n  exclude: [**/dist/**]\n", "2:13: aliases are not allowed ('*')"),
                new Refusal("a: !!str 1\n", "1:4: tags are not allowed ('!!str')"),
                new Refusal("a: !own {b: 1}\n", "1:4: tags are not allowed ('!own')"),
                new Refusal("a: ! b\n", "1:4: tags are not allowed ('!')"),
                new Refusal("!!map\na: 1\n", "1:1: tags are not allowed ('!!map')"),
                new Refusal("a: 1\n<<: {b: 1}\n", "2:1: merge keys ('<<') are not allowed"),
                new Refusal("? [a, b]\n: 1\n", "1:3: a key is a single word"),
                new Refusal("a: 1\n---\nb: 2\n", "2:1: a second document starts here"),
                new Refusal("a: 1\n...\n---\n", "3:1: a second document starts here"),
                new Refusal(
                        "gate:\n\tunknown: warn\n",
                        "2:1: not valid YAML: a tab in the indentation"),
                new Refusal(
                        "gate:\n  \tunknown: warn\n",
                        "2:3: not valid YAML: a tab in the indentation"),
                new Refusal(
                        "a: b: c\n", "1:5: not valid YAML: mapping values are not allowed here"),
                new Refusal(
                        "a: @b\n",
                        "1:4: not valid YAML: found character '@' that cannot start any token."),
                new Refusal("a: 'b\n", "2:1: not valid YAML: found unexpected end of stream"),
                new Refusal(
                        "a: \"\\q\"\n",
                        "1:6: not valid YAML: found unknown escape character q(113)"),
                new Refusal(
                        "a: \"\\UFFFFFFFF\"\n",
                        "1:7: not valid YAML: an escape that is no character"),
                new Refusal("a: \"\\x", "1:7: not valid YAML: an escape that is no character"),
                new Refusal(
                        "%YAML 2.0\n---\na: 1\n",
                        "1:1: not valid YAML: only YAML 1.2 is understood"),
                new Refusal("a: 1\nb: \u0007\n", "2:4: a control character (U+0007)"),
                new Refusal("a: \u0000\n", "1:4: a control character (U+0000)"),
                new Refusal("a: \uFFFE\n", "1:4: a control character (U+FFFE)"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesAtTheRightPlace(Refusal refusal) {
        assertEquals("f.yaml:" + refusal.message(), refused(bytes(refusal.text())).what());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void placeDoesNotDependOnTheKindOfLineBreak(Refusal refusal) {
        for (String lineBreak : List.of("\r\n", "\r")) {
            assertEquals(
                    "f.yaml:" + refusal.message(),
                    refused(bytes(refusal.text().replace("\n", lineBreak))).what());
        }
    }

    @Test
    void whatIsRefusedSaysWhatToDo() {
        assertEquals(
                "write the value out; a text that starts with '*' needs quotes",
                refused(bytes("exclude: [**/dist/**]\n")).hint());
        assertEquals("keep one of them", refused(bytes("a: 1\na: 2\n")).hint());
        assertEquals("use spaces", refused(bytes("a:\n\tb: 1\n")).hint());
        assertEquals("put the text in quotes", refused(bytes("owner: @ann\n")).hint());
        assertNull(refused(bytes("a: b: c\n")).hint());
    }

    @Test
    void columnsCountUtf16UnitsBehindCharactersOfManyBytes() {
        // 'ü' has two bytes and one unit, the padlock four bytes and two units.
        assertEquals(
                "f.yaml:1:13: aliases are not allowed ('*x')",
                refused(bytes("[\"ü\uD83D\uDD12\", \uD83D\uDD12, *x]")).what());
        assertEquals(
                "f.yaml:2:15: the key 'c' stands twice, first in line 2",
                refused(bytes("# \uD83D\uDD12\n{\uD83D\uDD12: ü, c: 1, c: 2}")).what());
    }

    @Test
    void padlockMayStandAnywhere() {
        for (int before = 1_000; before < 1_050; before++) {
            for (int size : List.of(before, before + 1_025)) {
                String text = "# " + "x".repeat(size) + "\uD83D\uDD12\na: 1\n";
                assertEquals(2, ((YamlMapping) read(text)).line());
            }
        }
    }

    @Test
    void byteOrderMarkTakesNoColumn() {
        assertEquals(
                "f.yaml:1:4: aliases are not allowed ('*x')", refused(bytes("\uFEFFa: *x")).what());
        assertEquals(new YamlScalar("a", true, 1, 1), read("\uFEFFa"));
    }

    @Test
    void refusesBytesThatAreNotUtf8AtTheirPlace() {
        byte[] latin = "a: 1\r\nb: \u00FC\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("f.yaml:2:4: not UTF-8", refused(latin).what());
        byte[] cut = {'a', ':', ' ', (byte) 0xF0, (byte) 0x9F, (byte) 0x94};
        assertEquals("f.yaml:1:4: not UTF-8", refused(cut).what());
        byte[] surrogate = {'a', ':', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80};
        assertEquals("f.yaml:1:4: not UTF-8", refused(surrogate).what());
        byte[] utf16 = "a: 1\n".getBytes(StandardCharsets.UTF_16);
        assertEquals("f.yaml:1:1: not UTF-8", refused(utf16).what());
        byte[] behindPadlock = bytes("\uD83D\uDD12: \uD83D\uDD12 ?");
        behindPadlock[behindPadlock.length - 1] = (byte) 0xFF;
        assertEquals("f.yaml:1:8: not UTF-8", refused(behindPadlock).what());
    }

    @Test
    void refusesDeepNestingAndTakesWhatIsJustNotTooDeep() {
        String deepest = "[".repeat(50) + "]".repeat(50);
        assertTrue(read(deepest) instanceof YamlSequence);
        assertEquals(
                "f.yaml:1:51: nested deeper than 50 levels",
                refused(bytes("[" + deepest + "]")).what());
        StringBuilder block = new StringBuilder();
        for (int i = 0; i <= 50; i++) {
            block.append(" ".repeat(i)).append("a:\n");
        }
        block.append(" ".repeat(51)).append("a: 1\n");
        assertEquals(
                "f.yaml:51:51: nested deeper than 50 levels",
                refused(bytes(block.toString())).what());
        assertEquals(
                "f.yaml:1:51: nested deeper than 50 levels",
                refused(bytes("[".repeat(500_000))).what());
    }

    @Test
    void refusesWhatIsLargerThanOneMebibyte() {
        byte[] large = new byte[StrictYaml.MAX_BYTES + 1];
        Arrays.fill(large, (byte) '#');
        assertEquals("f.yaml:1:1: the file is larger than 1 MiB", refused(large).what());
        byte[] largest = Arrays.copyOf(large, StrictYaml.MAX_BYTES);
        assertEquals(new YamlScalar("", true, 1, 1), StrictYaml.read(largest, "f.yaml"));
    }

    @Test
    void messageIsOneLineThatGivesNoOrdersToTheTerminal() {
        UserProblem escape =
                refused(bytes("a: 1\n\"\\e[31m\\nb\\u202E\": 1\n\"\\e[31m\\nb\\u202E\": 1"));
        assertEquals(
                "f.yaml:3:1: the key '\\u001B[31m\\u000Ab\\u202E' stands twice, first in line 2",
                escape.what());
        String longKey = "k".repeat(100_000);
        String what = refused(bytes("\"" + longKey + "\": 1\n\"" + longKey + "\": 1")).what();
        assertTrue(what.length() < 300, what);
    }

    @Test
    void emptyDocumentIsNothing() {
        YamlScalar nothing = new YamlScalar("", true, 1, 1);
        assertEquals(nothing, read(""));
        assertEquals(nothing, read("# only a comment\n"));
        assertTrue(((YamlScalar) read("---\n")).isNull());
    }

    @Test
    void directiveAndEndMarkAreTaken() {
        assertEquals(
                "1",
                scalar(
                        ((YamlMapping) read("%YAML 1.2\n---\na: 1\n...\n# end\n"))
                                .entry("a")
                                .orElseThrow()
                                .value()));
    }

    @Test
    void everyNodeKnowsItsPlace() {
        YamlMapping root =
                (YamlMapping)
                        read("# c\nä: 1\nlist:\n- x\n-   [y, \"z\"]\nempty:\ntext: |\n  a\n  b\n");
        assertEquals(2, root.line());
        YamlEntry list = root.entry("list").orElseThrow();
        assertEquals("3:1", list.keyLine() + ":" + list.keyColumn());
        YamlSequence items = (YamlSequence) list.value();
        assertEquals("4:1", place(items));
        assertEquals("4:3", place(items.items().getFirst()));
        YamlSequence inner = (YamlSequence) items.items().getLast();
        assertEquals("5:5", place(inner));
        assertEquals("5:9", place(inner.items().getLast()));
        assertEquals("6:7", place(root.entry("empty").orElseThrow().value()));
        YamlScalar text = (YamlScalar) root.entry("text").orElseThrow().value();
        assertEquals("7:7", place(text));
        assertEquals("a\nb\n", text.text());
    }

    private static String place(YamlNode node) {
        return node.line() + ":" + node.column();
    }

    private static String scalar(YamlNode node) {
        return ((YamlScalar) node).text();
    }

    private static YamlNode read(String text) {
        return StrictYaml.read(bytes(text), "f.yaml");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static UserProblem refused(byte[] bytes) {
        return assertThrows(UserProblem.class, () -> StrictYaml.read(bytes, "f.yaml"));
    }
}
