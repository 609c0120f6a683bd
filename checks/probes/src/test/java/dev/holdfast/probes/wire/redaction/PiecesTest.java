package dev.holdfast.probes.wire.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.OneLine;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PiecesTest {
    private static final String SECRET = "q+7Zp/w9=Xk2&Lm4\"Rt6vB8nC0dE1fG3h";

    private final Redaction redaction = new Redaction();

    private void assertGone(String what, String text) {
        String clean = redaction.text(text);
        assertTrue(clean.contains("[redacted sha256:"), what + ": " + clean);
        for (String piece : new String[] {"Xk2", "Rt6", "E1f"}) {
            assertFalse(clean.contains(piece), what + ": " + clean);
        }
        assertTrue(clean.startsWith("before "), what + ": " + clean);
    }

    private static String each(UnaryOperator<String> escape) {
        StringBuilder text = new StringBuilder();
        for (char letter : SECRET.toCharArray()) {
            boolean plain = Character.isLetterOrDigit(letter);
            text.append(plain ? String.valueOf(letter) : escape.apply(String.valueOf(letter)));
        }
        return text.toString();
    }

    private static String formatted(String format) {
        return each(letter -> format.formatted((int) letter.charAt(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&#%d;",
                "&#%03d;",
                "&#x%X;",
                "&#x%x;",
                "\\u%04X",
                "\\u%04x",
                "\\x%02x",
                "%%%02X",
                "%%%02x",
                "%%25%02X",
                "%%2525%02x",
                "&amp;#%d;",
                "%%26%%23%d%%3B",
                "\\\\u%04x",
                "%%5Cu%04x",
                "\\u{%x}",
                "\\u{%06x}",
                "\\\\u{%x}",
                "\\U%08x",
                "\\%03o",
                "\\%x ",
                "\\%1$c",
                "%%26%%23%d%%3b",
                "&amp;#x%x;"
            })
    void takesOutEveryEscape(String format) {
        redaction.learn("Bearer " + SECRET);
        assertGone(format, "before " + formatted(format) + " after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc+d/e", "p%41ss&w", "a&amp;b\\u"})
    void takesOutTheEscapesOfAShortSecret(String secret) {
        redaction.learn(secret);
        StringBuilder html = new StringBuilder();
        StringBuilder twice = new StringBuilder();
        for (char letter : secret.toCharArray()) {
            html.append("&#").append((int) letter).append(';');
            twice.append("%%25%02x".formatted((int) letter));
        }
        assertEquals(
                2,
                redaction.text("<b>" + html + "</b> " + twice).split("\\[redacted", -1).length - 1);
    }

    @Test
    void takesOutEveryEncodingOfTheWhole() {
        redaction.learn("Bearer " + SECRET);
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        for (String each : new String[] {hex, hex.toUpperCase(Locale.ROOT)}) {
            assertFalse(redaction.text("is " + each + ".").contains(each.substring(20, 40)), each);
        }
        for (String before : new String[] {"", "x", "xy", "xyz", "Bearer "}) {
            for (String behind : new String[] {"", "1", "22"}) {
                byte[] all = (before + SECRET + behind).getBytes(StandardCharsets.UTF_8);
                for (Base64.Encoder encoder :
                        new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
                    String text = encoder.encodeToString(all);
                    String clean = redaction.text("is " + text + "!");
                    assertFalse(clean.contains(text.substring(16, 28)), text + " gives " + clean);
                }
            }
        }
    }

    private static String bytes(String format, String between) {
        StringBuilder text = new StringBuilder();
        for (byte each : SECRET.getBytes(StandardCharsets.UTF_8)) {
            text.append(text.isEmpty() ? "" : between).append(format.formatted(each & 0xFF));
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "%02x,' '",
        "%02X,:",
        "%02x,-",
        "%02x,', '",
        "0x%02x,', '",
        "0x%02X,' '",
        "%d,', '",
        "%d,','",
        "%d,' '",
        "%3d,','",
        "\"0\":%d,','",
        "&#%d,''",
        "&#x%x,''"
    })
    void takesOutListsOfBytes(String format, String between) {
        redaction.learn("Bearer " + SECRET);
        String list = bytes(format, between);
        for (String around : new String[] {"<Buffer %s>", "[%s]", "before %s after %%41"}) {
            String clean = redaction.text(around.formatted(list));
            assertTrue(clean.length() < around.length() + 40, clean);
            assertTrue(clean.contains("[redacted sha256:"), clean);
        }
    }

    @Test
    void takesOutAListOfAShortSecret() {
        redaction.learn("hun:ter2");
        assertFalse(redaction.text("[104, 117, 110, 58, 116, 101, 114, 50]").contains("58"));
        assertFalse(redaction.text("<Buffer 68 75 6e 3a 74 65 72 32>").contains("3a"));
    }

    @Test
    void leavesOtherListsAlone() {
        redaction.learn("Bearer " + SECRET);
        redaction.learn("hunter22");
        for (String text :
                new String[] {
                    "[1, 2, 3, 113, 43, 55, 300, 90]",
                    "at 2025-11-30 01:46:04, 10.0.0.1:8080, 0x51, 0x32",
                    "de:ad:be:ef:00:11 and 01 02 03 04 05 06 07 08 09 10 11 12 13",
                    "hunter 2 2, \\. \\121 \\u{1} &#12 &# &#x \\ {} \\51 x"
                }) {
            assertEquals(text, redaction.text(text));
        }
    }

    @Test
    void takesOutBase64OfBase64AndBase64OnSeveralLines() {
        redaction.learn("Bearer " + SECRET);
        for (String before : new String[] {"", "x", "xy", "Bearer "}) {
            String once =
                    Base64.getEncoder()
                            .encodeToString((before + SECRET).getBytes(StandardCharsets.UTF_8));
            for (String more : new String[] {"", "1", "22"}) {
                String twice =
                        Base64.getEncoder()
                                .encodeToString((more + once).getBytes(StandardCharsets.UTF_8));
                String clean = redaction.text("is " + twice + "!");
                assertFalse(clean.contains(twice.substring(24, 36)), twice + " gives " + clean);
            }
            String lines = once.replaceAll("(.{8})", "$1\n");
            assertFalse(redaction.text("is " + lines).contains(lines.substring(18, 26)), lines);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&#%d;",
                "&#x%x;",
                "&amp;#%d;",
                "%%%02x",
                "%%25%02X",
                "\\u%04x",
                "\\x%02x",
                "\\u{%x}",
                "\\%03o"
            })
    void takesOutWhatWasCutWithinEscapes(String format) {
        redaction.learn("Bearer " + SECRET);
        String whole = bytes(format, "");
        int one = whole.length() / SECRET.length();
        for (String mark : new String[] {"…", "..."}) {
            for (int length = 7 * one + 8; length < whole.length(); length++) {
                String clean = redaction.text("it is " + whole.substring(0, length) + mark);
                assertTrue(clean.startsWith("it is [redacted"), clean);
                assertTrue(clean.length() < 50, clean);
            }
        }
    }

    @Test
    void takesOutTheBeginningOfAnEncodingAtACut() {
        redaction.learn("Bearer " + SECRET);
        String text = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
        for (int length = 6; length < text.length(); length++) {
            String clean = redaction.text("it is " + text.substring(0, length) + "…");
            assertTrue(clean.startsWith("it is [redacted"), clean);
        }
    }

    @Test
    void takesOutUtf16() {
        redaction.learn(SECRET);
        for (var charset :
                new java.nio.charset.Charset[] {
                    StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
                }) {
            String seen = new String(SECRET.getBytes(charset), StandardCharsets.ISO_8859_1);
            String clean = redaction.text("before " + seen);
            assertFalse(clean.replace("\0", "").contains("Xk2"), clean);
        }
    }

    @Test
    void takesOutWhatWasCut() {
        redaction.learn("Bearer " + SECRET);
        for (int longest = 10; longest < 60; longest++) {
            String cut = OneLine.of("Authorization " + SECRET + " was echoed", longest);
            String clean = redaction.text(cut);
            assertFalse(clean.contains(SECRET.substring(0, 6)), clean);
        }
        assertGone("end", "before " + SECRET.substring(0, 12));
        assertGone("middle", "before " + SECRET.substring(5, 20) + " after");
    }

    @Test
    void takesOutAnotherTokenThatBeginsAlike() {
        String head = "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.";
        redaction.learn("Bearer " + head + "eyJzdWIiOiJhIn0.c2lnbmF0dXJlLW9mLWEtdG9rZW4");
        String other = redaction.text(head + "eyJzdWIiOiJiIn0.YW5vdGhlci1zaWduYXR1cmUtb2Y");
        assertFalse(other.contains("YW5vdGhlci1"), other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the cookie __Host-session-of-shop has no Secure",
                "administrator was let in, Bearer was sent",
                "100%25 of 12 &amp; more \\u0041 is fine",
                "a cut text of sess… and Bearer…",
                "-----BEGIN PRIVATE KEY-----"
            })
    void leavesNamesAlone(String text) {
        redaction.learn("__Host-session-of-shop=" + SECRET.replace(';', '.') + "; theme=dark");
        redaction.learn(
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        "administrator:hunter22".getBytes(StandardCharsets.UTF_8)));
        redaction.learn("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----");
        assertEquals(text, redaction.text(text));
    }

    @Test
    void takesOutASecretThatEndsLikeAPair() {
        redaction.learn("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw==");
        assertTrue(redaction.text("it is MfKQ9r8GKYqrTw").startsWith("it is [redacted"));
    }

    @Test
    void staysTheSameTheSecondTime() {
        redaction.learn("Bearer " + SECRET);
        Random random = new Random(4);
        String alphabet = "%25&#;\\u00q+7Zp/w9=Xk…";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder made = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                int cut = random.nextInt(SECRET.length());
                made.append(
                        random.nextInt(12) == 0
                                ? SECRET.substring(0, cut)
                                : alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String clean = redaction.text(made.toString());
            assertFalse(clean.contains(SECRET.substring(0, 12)), clean);
            assertFalse(clean.contains(SECRET.substring(9, 21)), clean);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "&", "&#x", "\\u00", "\\\\", "q+7Zp/w9=Xk", "…", "%", ";", "a"})
    void comesToAnEndWithAStrangersText(String part) {
        redaction.learn("Bearer " + SECRET);
        redaction.learn("a".repeat(2_000));
        String text = part.repeat(128 * 1024 / part.length());
        assertFalse(redaction.text(text).contains(SECRET));
    }
}
