package dev.holdfast.core.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoreTypeTest {
    // YAML 1.2.2, section 10.3.2, and what YAML 1.1 took for more than a text.
    private static final Map<CoreType, List<String>> EXAMPLES =
            Map.of(
                    CoreType.NULL, List.of("", "~", "null", "Null", "NULL"),
                    CoreType.FLAG, List.of("true", "True", "TRUE", "false", "False", "FALSE"),
                    CoreType.INTEGER, List.of("0", "-0", "+12", "007", "0o17", "0xFf"),
                    CoreType.FLOAT,
                            List.of(
                                    "1.", ".5", "-.5", "1.5", "1e3", "1.5E-3", ".inf", "-.INF",
                                    "+.Inf", ".nan", ".NaN", ".NAN"),
                    CoreType.TEXT,
                            List.of(
                                    "yes",
                                    "no",
                                    "on",
                                    "off",
                                    "tRUE",
                                    "nULL",
                                    "-",
                                    "+",
                                    ".",
                                    "e3",
                                    "1e",
                                    "0x",
                                    "0o8",
                                    "-0x1",
                                    "+.nan",
                                    "1_000",
                                    "1:30",
                                    "nan",
                                    "2026-11-30",
                                    "٣",
                                    "0b1"));

    @Test
    void plainScalarsHaveTheTypesOfTheCoreSchema() {
        EXAMPLES.forEach((type, texts) ->
                texts.forEach(text -> assertEquals(type, CoreType.of(scalar(text, true)), text)));
    }

    @Test
    void quotedScalarsAreTexts() {
        EXAMPLES.values()
                .forEach(texts ->
                        texts.forEach(text ->
                                assertEquals(
                                        CoreType.TEXT, CoreType.of(scalar(text, false)), text)));
    }

    private static YamlScalar scalar(String text, boolean plain) {
        return new YamlScalar(text, plain, 1, 1);
    }
}
