package dev.holdfast.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
    @Test
    void readsEveryKindOfValue() {
        Map<String, ?> members =
                JsonReader.object(
                                """
                                {"text": "é\\n", "whole": -5, "large": 12345678901234567890,
                                 "part": 1.5, "yes": true, "no": false, "none": null,
                                 "list": [1, [], {"a": "b"}]}
                                """)
                        .orElseThrow();
        assertEquals("é\n", members.get("text"));
        assertEquals(-5L, members.get("whole"));
        assertEquals(12345678901234567890d, members.get("large"));
        assertEquals(1.5, members.get("part"));
        assertEquals(true, members.get("yes"));
        assertEquals(false, members.get("no"));
        assertTrue(members.containsKey("none"));
        assertNull(members.get("none"));
        assertEquals(List.of(1L, List.of(), Map.of("a", "b")), members.get("list"));
    }

    @Test
    void refusesWhatIsNotOneObject() {
        for (String text :
                List.of(
                        "",
                        " ",
                        "[]",
                        "5",
                        "\"x\"",
                        "null",
                        "{",
                        "{}{}",
                        "{} x",
                        "{\"a\":}",
                        "{\"a\":1,}",
                        "{'a':1}",
                        "{\"a\":[1}",
                        "{\"a\":tru}",
                        "{\"a\":01}")) {
            assertEquals(Optional.empty(), JsonReader.object(text), text);
        }
    }

    @Test
    void refusesANameThatStandsTwice() {
        assertEquals(Optional.empty(), JsonReader.object("{\"a\":1,\"a\":2}"));
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        String deep = "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";
        assertEquals(Optional.empty(), JsonReader.object(deep));
        String endless = "{\"a\":" + "[".repeat(2_000_000);
        assertEquals(Optional.empty(), JsonReader.object(endless));
        String fine = "{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}";
        assertTrue(JsonReader.object(fine).isPresent());
    }

    @Test
    void doesNotThrowWhateverItIsGiven() {
        SplittableRandom random = new SplittableRandom(6);
        String alphabet = "{}[]:,\"\\ue0x19.-+ntf \u0000\ud800é";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("{\"");
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            JsonReader.object(text.toString());
        }
    }
}
