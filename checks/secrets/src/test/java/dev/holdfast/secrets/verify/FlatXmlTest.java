package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FlatXmlTest {

    private static Optional<Map<String, String>> of(String text) {
        return FlatXml.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void namesTextsByTheirPath() {
        assertEquals(
                Map.of("a.b", "1", "a.c.d", "x & y"),
                of("<?xml version='1.0'?>\n<a xmlns='u:n'><b>1</b><c><d> x &amp; y </d></c></a>\n")
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<a>",
                "<a></b>",
                "<a/> {}",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
                "<!DOCTYPE a><a/>"
            })
    void takesNothingThatIsNoPlainDocument(String text) {
        assertEquals(Optional.empty(), of(text));
    }

    @Test
    void takesNothingThatIsTooDeep() {
        assertEquals(Optional.empty(), of("<a>".repeat(33) + "</a>".repeat(33)));
    }
}
