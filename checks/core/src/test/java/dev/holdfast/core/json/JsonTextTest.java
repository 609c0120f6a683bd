package dev.holdfast.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class JsonTextTest {
    private static final String[] PIECES = {
        "a",
        "\"",
        "\\",
        "/",
        "\n",
        "\r",
        "\t",
        "\b",
        "\f",
        "\u0000",
        "\u001F",
        "\u007F",
        "\u0085",
        "\u2028",
        "\u2029",
        "ü",
        "\uD83D\uDD12",
        "</script>",
        "<!--",
        "'",
        "\uFEFF",
        "\uFFFF"
    };

    @Test
    void whatIsWrittenIsReadBack() {
        long seed = 20_261_104;
        SplittableRandom random = new SplittableRandom(seed);
        ObjectMapper mapper = new ObjectMapper();
        for (int round = 0; round < 5_000; round++) {
            Object value = value(random, 0);
            String text = JsonText.of(value == null ? List.of() : value);
            assertEquals(
                    value == null ? List.of() : value,
                    mapper.readValue(text, Object.class),
                    "seed " + seed + ", round " + round + ": " + text);
            assertTrue(text.endsWith("\n") && !text.contains("\r"), text);
        }
    }

    private static @Nullable Object value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> text(random);
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> random.nextLong(Integer.MAX_VALUE + 1L, Long.MAX_VALUE);
            case 4 -> null;
            case 5 -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth + 1));
                }
                yield list;
            }
            default -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(text(random), value(random, depth + 1));
                }
                yield map;
            }
        };
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    void indentsAndKeepsTheOrder() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", List.of("x", true));
        map.put("none", List.of());
        assertEquals(
                """
                {
                  "z": 1,
                  "a": [
                    "x",
                    true
                  ],
                  "none": [ ]
                }
                """,
                JsonText.of(map));
    }

    @Test
    void controlCharactersAreEscaped() {
        String text = JsonText.of(List.of("\u0000\u001B[2J\n\t\"\\"));
        assertFalse(text.contains("\u001B") || text.contains("\u0000"), text);
        assertTrue(text.contains("\\u0000\\u001B[2J\\n\\t\\\"\\\\"), text);
    }

    @Test
    void nullsStayInMapsAndLists() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("a", null);
        assertEquals("{\n  \"a\": null\n}\n", JsonText.of(map));
        assertEquals("[\n  null\n]\n", JsonText.of(Arrays.asList((Object) null)));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThrows(IllegalArgumentException.class, () -> JsonText.of(List.of(new Object())));
    }
}
