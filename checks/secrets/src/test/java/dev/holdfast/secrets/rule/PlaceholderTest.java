package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceholderTest {

    private static boolean is(String body) {
        byte[] bytes = ("k7" + body + "k7").getBytes(StandardCharsets.ISO_8859_1);
        return Placeholder.is(bytes, 2, bytes.length - 2);
    }

    @Test
    void knowsStandIns() {
        for (String body :
                List.of(
                        "x".repeat(24),
                        "X".repeat(36),
                        "0".repeat(40),
                        "*".repeat(16),
                        "-".repeat(16),
                        "abcabcabcabcabcabcabc",
                        "xxxx-xxxx-xxxx-xxxx",
                        "your-token-goes-here-please",
                        "YOUR_SECRET_KEY_GOES_HERE",
                        "IOSFODNN7" + "EXAMPLE",
                        "7hisIsAnExampleKey42",
                        "yourApiKey1234567890ab",
                        "REDACTED7k3jx92m4n5b6v")) {
            assertTrue(is(body), body);
        }
    }

    @Test
    void takesNoRandomBodyForOne() {
        TokenForge forge = new TokenForge(3);
        int wrong = 0;
        for (int i = 0; i < 400_000; i++) {
            int length = new int[] {16, 20, 22, 24, 32, 40}[i % 6];
            Alphabet alphabet =
                    length == 16
                            ? Alphabet.BASE32
                            : length == 32
                                    ? Alphabet.HEX
                                    : i % 4 == 0 ? Alphabet.BASE64URL : Alphabet.BASE62;
            wrong += is(forge.text(alphabet, length)) ? 1 : 0;
        }
        assertTrue(wrong <= 1, wrong + " of 400,000");
    }

    @Test
    void anEmptyBodyIsOneAndAnyPairOfCasesWithDigitsIsNot() {
        assertEquals(true, is("aaa"));
        assertFalse(is("aB3dE6gH9jK2"));
        assertFalse(is("kq7Zp0"));
    }

    @Test
    void whatALazyHandTypedIsNone() {
        for (String body :
                List.of(
                        "0123456789abcdef0123456789abcdef",
                        "abcdefghijklmnopqrstuvwx",
                        "ABCDEFGHIJKLMNOP",
                        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ",
                        "thequickbrownfoxjumpsover")) {
            assertFalse(is(body), body);
        }
    }
}
