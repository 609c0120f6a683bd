package dev.holdfast.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    private static final Shape.Text TEXT =
            new Shape.Text("t", List.of(), null, null, Tightening.SAME);
    private static final Shape.ListOf LIST = new Shape.ListOf("l", TEXT, null, Tightening.SAME);

    @Test
    void whatIsShownIsYamlOfTheSameValue() {
        long seed = 20_261_102;
        SplittableRandom random = new SplittableRandom(seed);
        String[] pieces = {
            "a",
            "5",
            "true",
            "null",
            "~",
            "-",
            ".",
            "*",
            "&",
            "!",
            ":",
            " ",
            "#",
            "'",
            "\"",
            "\\",
            "\n",
            "\t",
            "\u0000",
            "\u001B",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "ü",
            "\uD83D\uDD12",
            "[",
            ",",
            "{",
            "/",
            "@",
            "%",
            "\uDB40\uDC01",
            "\uFFFE",
            "0x",
            "e",
            "+",
            "…"
        };
        for (int round = 0; round < 20_000; round++) {
            List<String> texts = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                StringBuilder text = new StringBuilder();
                for (int j = random.nextInt(5); j > 0; j--) {
                    text.append(pieces[random.nextInt(pieces.length)]);
                }
                texts.add(text.toString());
            }
            String where = "seed " + seed + ", round " + round;
            assertEquals(texts, Values.of(parsed(Values.shown(texts)), LIST, _ -> ""), where);
            String first = texts.getFirst();
            assertEquals(first, Values.of(parsed(Values.shown(first)), TEXT, _ -> ""), where);
        }
    }

    private static YamlNode parsed(String shown) {
        byte[] bytes = Policies.bytes("key: " + shown + "\n");
        YamlMapping root = (YamlMapping) StrictYaml.read(bytes, "f.yaml");
        return root.entry("key").orElseThrow().value();
    }

    @Test
    void ordinaryWordsAreShownPlain() {
        assertEquals(
                "[critical, secrets.bundle, a/b.yaml]",
                shown("critical", "secrets.bundle", "a/b.yaml"));
        assertEquals(
                "[\"**/dist/**\", \"5\", \"true\", \"a b\", \"\"]",
                shown("**/dist/**", "5", "true", "a b", ""));
        assertEquals("30", Values.shown(30));
        assertEquals("true", Values.shown(true));
    }

    private static String shown(String... values) {
        return Values.shown(List.of(values));
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "+10, 10", "0010, 10", "0x0a, 10", "0o12, 10", "-0, 0"})
    void wholeNumbersAreReadAsTheCoreSchemaSays(String written, int number) {
        Shape.WholeNumber shape = new Shape.WholeNumber("n", 0, 99, 1, Tightening.LOWER);
        assertEquals(number, Values.of(parsed(written), shape, _ -> ""));
    }
}
