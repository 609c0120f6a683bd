package dev.holdfast.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonTextEscapesTest {

    @Test
    void writesEveryKindOfValue() {
        assertEquals(
                """
                [
                  null,
                  "text",
                  true,
                  7,
                  7000000000,
                  0.5,
                  "Infinity",
                  {
                    "key": [
                      1,
                      2
                    ]
                  }
                ]
                """,
                JsonText.of(
                        Arrays.asList(
                                null,
                                "text",
                                true,
                                7,
                                7_000_000_000L,
                                0.5,
                                Double.POSITIVE_INFINITY,
                                Map.of("key", Stream.of(1, 2)))));
    }

    @Test
    void refusesWhatJsonCannotSay() {
        assertThrows(IllegalArgumentException.class, () -> JsonText.of(Instant.EPOCH));
    }

    @Test
    void writesOrdersAsEscapes() {
        assertEquals(
                "\"\\u001B\\u007F\\u009B\\u202E\\u2028\\u200B\"\n",
                JsonText.of("\u001B\u007F\u009B\u202E\u2028\u200B"));
        assertEquals("\"Grüße 名前\"\n", JsonText.of("Grüße 名前"));
    }

    @Test
    void replacesHalfACharacter() {
        String emoji = Character.toString(0x1F600);
        assertEquals("\"\uFFFDx\"\n", JsonText.of(emoji.charAt(0) + "x"));
        assertEquals("\"" + emoji + "\"\n", JsonText.of(emoji));
        assertEquals("{\n  \"\uFFFD\": 1\n}\n", JsonText.of(Map.of("" + emoji.charAt(1), 1)));
    }

    @Test
    void noncharactersAreEscaped() {
        String text = JsonText.of("a\uFFFEb\uFDD0c\uFFFFd");
        assertEquals("\"a\\uFFFEb\\uFDD0c\\uFFFFd\"\n", text);
    }

    @Test
    void writesTheSameToAStreamAndLeavesItOpen() throws IOException {
        List<Object> value = List.of("Grüße", Map.of("a", 1));
        boolean[] closed = {false};
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream() {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                };
        JsonText.write(bytes, value);
        assertEquals(JsonText.of(value), bytes.toString(StandardCharsets.UTF_8));
        assertFalse(closed[0]);
    }

    @Test
    void aFullDiskIsAnIoException() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int each) throws IOException {
                        throw new IOException("the disk is full");
                    }
                };
        IOException failed =
                assertThrows(
                        IOException.class,
                        () -> JsonText.write(full, IntStream.range(0, 100_000).boxed().toList()));
        assertEquals("the disk is full", failed.getMessage());
    }

    @Test
    void aBrokenDocumentIsNotEndedAsIfItWereWhole() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Object> value = List.of("x".repeat(100_000), Instant.EPOCH);
        assertThrows(IllegalArgumentException.class, () -> JsonText.write(bytes, value));
        assertFalse(bytes.toString(StandardCharsets.UTF_8).stripTrailing().endsWith("]"));
    }
}
