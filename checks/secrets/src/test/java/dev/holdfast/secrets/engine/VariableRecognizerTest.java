package dev.holdfast.secrets.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariableRecognizerTest {
    private static final Engine ENGINE =
            Engine.of(
                    List.of(new VariableRecognizer(List.of("VITE_", "NEXT_PUBLIC_", "PUBLIC_"))),
                    List.of());

    private static List<String> found(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return ENGINE.scan(bytes, bytes.length).stream()
                .map(match ->
                        ((VariableMatch) match).name()
                                + "="
                                + Latin1.text(bytes, match.start(), match.end()))
                .toList();
    }

    @Test
    void readsWhatBundlersInline() {
        for (String text :
                List.of(
                        "{VITE_A:\"value\"}",
                        "{VITE_A:'value'}",
                        "{VITE_A:`value`}",
                        "{\"VITE_A\":\"value\"}",
                        "{ 'VITE_A' : 'value' }",
                        "{\\\"VITE_A\\\":\\\"value\\\"}",
                        "{\\\\\\\"VITE_A\\\\\\\":\\\\\\\"value\\\\\\\"}",
                        "a\\nVITE_A=\"value\"",
                        "env.VITE_A = `value`;")) {
            assertEquals(List.of("VITE_A=value"), found(text), text);
        }
    }

    @Test
    void endsAtTheQuoteThatCloses() {
        assertEquals(List.of("VITE_A=a\\\"b"), found("{VITE_A:\"a\\\"b\",c:\"d\"}"));
        assertEquals(List.of("VITE_A=a\\\\"), found("{VITE_A:\"a\\\\\",c:\"d\"}"));
        assertEquals(List.of("VITE_A=a'b`c"), found("{VITE_A:\"a'b`c\"}"));
        assertEquals(
                List.of("VITE_A=a\\\\\\\"b"),
                found("{\\\"VITE_A\\\":\\\"a\\\\\\\"b\\\",\\\"c\\\":1}"));
        assertEquals(
                List.of("VITE_A=a\\\\\\\\"),
                found("{\\\"VITE_A\\\":\\\"a\\\\\\\\\\\",\\\"c\\\":\\\"d\\\"}"));
        assertEquals(List.of("VITE_A=one\ntwo"), found("{VITE_A:`one\ntwo`}"));
    }

    @Test
    void takesTheWholeName() {
        assertEquals(List.of("NEXT_PUBLIC_A=v"), found("{NEXT_PUBLIC_A:\"v\"}"));
        assertEquals(List.of(), found("{MY_VITE_A:\"v\"}"));
        assertEquals(List.of(), found("{$VITE_A:\"v\"}"));
        assertEquals(List.of(), found("{xVITE_A:\"v\"}"));
        assertEquals(List.of("VITE_A=v", "VITE_B=w"), found("{VITE_A:\"v\",VITE_B:\"w\"}"));
    }

    @Test
    void leavesOutWhatHasNoLiteralValue() {
        for (String text :
                List.of(
                        "VITE_A",
                        "import.meta.env.VITE_A",
                        "{VITE_A:x}",
                        "{VITE_A:\"\"}",
                        "{VITE_A:\"never closed",
                        "{VITE_A:\"line\nend\"}",
                        "{VITE_A:1}",
                        "VITE_A==\"v\"",
                        "{\"VITE_A\",\"v\"}",
                        "{VITE_A:" + " ".repeat(20) + "\"v\"}")) {
            assertEquals(List.of(), found(text), text);
        }
    }
}
