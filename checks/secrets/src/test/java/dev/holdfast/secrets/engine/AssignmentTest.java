package dev.holdfast.secrets.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static String value(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int at = Assignment.value(bytes, bytes.length, "token".length(), 8);
        return at == Assignment.NONE ? "none" : Latin1.text(bytes, at, at + 8);
    }

    @Test
    void findsWhatIsAssigned() {
        for (String text :
                List.of(
                        "token=12345678",
                        "token = '12345678'",
                        "token: \"12345678\"",
                        "token\":\"12345678\"",
                        "token\\\":\\\"12345678\\\"",
                        "token' => '12345678'",
                        "token := `12345678`",
                        "tokenValue_of-it.a=12345678",
                        "token\", \"12345678\"")) {
            assertEquals("12345678", value(text), text);
        }
    }

    @Test
    void findsNothingWhereNothingIsAssigned() {
        for (String text :
                List.of(
                        "token",
                        "token=",
                        "token(12345678)",
                        "token == 12345678",
                        "token=1234567",
                        "token=\"\"+\"12345678\"",
                        "token = 123 45678",
                        "token 12345678",
                        "token" + "x".repeat(50) + "=12345678",
                        "token" + " ".repeat(20) + "=12345678")) {
            assertEquals("none", value(text), text);
        }
    }
}
