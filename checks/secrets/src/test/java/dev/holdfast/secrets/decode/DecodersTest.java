package dev.holdfast.secrets.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodersTest {
    private static final String TEXT = "the password of the shop is secret-0815!";

    private static List<String> decoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Decoders.in(bytes, bytes.length).stream()
                .map(each ->
                        each.encoding() + " " + new String(each.text(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void readsBase64OfBothAlphabetsPaddedWrappedOrNot() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        String expected = "base64 " + TEXT;
        assertEquals(List.of(expected), decoded(Base64.getEncoder().encodeToString(bytes)));
        assertEquals(
                List.of(expected),
                decoded(
                        "\""
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)
                                + "\""));
        String longer = TEXT.repeat(5);
        assertEquals(
                List.of("base64 " + longer),
                decoded(Base64.getMimeEncoder().encodeToString(longer.getBytes())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "abc", "abcd", "data-", "v1/"})
    void readsBase64BehindWhatLooksLikeIt(String before) {
        String text = TEXT.repeat(3);
        String run = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        assertTrue(
                decoded(before + run).stream().anyMatch(each -> each.endsWith(text)),
                () -> decoded(before + run).toString());
    }

    @Test
    void losesNothingWhereALongRunIsCut() {
        String token = "x-" + "0123456789".repeat(4);
        String wrapped =
                Base64.getMimeEncoder()
                        .encodeToString(("a text, ".repeat(9_000) + token).getBytes());
        assertTrue(decoded(wrapped).stream().anyMatch(each -> each.contains(token)));
        for (int letters = 1_320; letters < 1_370; letters += 3) {
            String escaped = "%61".repeat(letters) + "%7C" + token;
            assertTrue(
                    decoded(escaped).stream().anyMatch(each -> each.contains("|" + token)),
                    letters + " letters");
        }
    }

    @Test
    void readsHexadecimalAndEscapes() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("hex " + TEXT), decoded("a" + HexFormat.of().formatHex(bytes)));
        assertEquals(List.of("hex " + TEXT), decoded(HexFormat.of().formatHex(bytes)));
        assertTrue(
                decoded("q=" + URLEncoder.encode("a/b:c@d.example", StandardCharsets.UTF_8))
                        .contains("url q=a/b:c@d.example"));
        assertTrue(
                decoded("'a\\u0062\\x63d:\\/\\/e.example'").contains("escapes abcd://e.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const functionNameThatIsVeryLongIndeed = 1",
                "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "a 100% sure thing and a back\\slash",
            })
    void leavesAloneWhatSpellsNoText(String text) {
        assertEquals(List.of(), decoded(text));
    }

    @Test
    void randomBytesNeitherBreakItNorGrow() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "ab%\\ux0f{}A1+/=\n\r\"' ";
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = new byte[random.nextInt(400)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            for (Decoded each : Decoders.in(bytes, bytes.length)) {
                assertTrue(each.start() >= 0 && each.end() <= bytes.length, "seed " + seed);
                assertFalse(each.text().length > 2 * (each.end() - each.start()), "seed " + seed);
            }
        }
    }
}
