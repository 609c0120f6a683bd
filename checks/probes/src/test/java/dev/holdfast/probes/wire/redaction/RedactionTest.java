package dev.holdfast.probes.wire.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.json.JsonText;
import dev.holdfast.probes.exchange.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {
    private final Redaction redaction = new Redaction();

    private void assertGone(String secret, String text) {
        String clean = redaction.text(text);
        assertFalse(clean.contains(secret), clean);
        assertTrue(clean.contains("[redacted sha256:"), clean);
        assertEquals(clean, redaction.text(clean));
    }

    @Test
    void takesOutWhatItLearned() {
        redaction.learn("Bearer s3cr3t-C4n4ry/+x");
        assertGone("s3cr3t-C4n4ry", "you sent Bearer s3cr3t-C4n4ry/+x!");
        assertGone("s3cr3t-C4n4ry", "token s3cr3t-C4n4ry/+x came");
        assertGone("s3cr3t-C4n4ry", "?t=s3cr3t-C4n4ry%2F%2Bx");
        assertGone("s3cr3t-C4n4ry", "?t=s3cr3t-C4n4ry%2f%2bx");
        assertGone("s3cr3t-C4n4ry", "{\"t\":\"s3cr3t-C4n4ry\\/+x\"}");
        byte[] bytes = "s3cr3t-C4n4ry/+x".getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        assertGone(base64, "encoded " + base64);
        String url = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertGone(url, "encoded " + url);
    }

    @Test
    void takesOutWhatHasNameOfSecret() {
        redaction.learnMember("refresh");
        redaction.learnMember("access.v1");
        redaction.learnField("X-Hub-Digest");
        assertGone("op-4f5a6b7c", "{\"refresh\": \"op-4f5a6b7c\", \"a\": \"b\"}");
        assertGone("op-4f5a6b7c", "{\"access.v1\":\"op-4f5a\\\"op-4f5a6b7c\"}");
        assertGone("op-4f5a6b7c", "a=b&refresh=op-4f5a6b7c");
        assertEquals(
                "{\"refreshed\":\"yes it was\",\"access-v1\":\"x\"}",
                redaction.text("{\"refreshed\":\"yes it was\",\"access-v1\":\"x\"}"));
        Fields fields = Fields.NONE.with("x-hub-digest", "0a1b2c3d").with("X-Other", "0a1b2c3d");
        Fields clean = redaction.fields(fields);
        assertFalse(clean.first("x-hub-digest").orElseThrow().contains("0a1b2c3d"));
        assertEquals("0a1b2c3d", clean.first("X-Other").orElseThrow());
    }

    /** A token in a query: its signature goes first, and then the whole of it. */
    @Test
    void takesOutWhatHoldsWhatWasTakenOut() {
        String token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJlLW9mLTEyMw";
        String clean = redaction.text("/api/me?access_token=" + token + "&b=c");
        assertTrue(
                clean.matches("/api/me\\?access_token=\\[redacted sha256:[0-9a-f]{8}\\]&b=c"),
                clean);
    }

    @Test
    void takesOutEveryCookieOfACookieField() {
        redaction.learn("session=abcdef123; theme=dark; csrf=\"zyxwvu987\"");
        assertGone("abcdef123", "hello abcdef123");
        assertGone("zyxwvu987", "hello zyxwvu987");
        assertEquals("a dark theme", redaction.text("a dark theme"));
    }

    @Test
    void takesOutThePasswordOfBasicCredentials() {
        redaction.learn(
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString("bob:hunter22".getBytes(StandardCharsets.UTF_8)));
        assertGone("hunter22", "wrong password hunter22 of bob");
    }

    @Test
    void takesOutTheLinesOfAKey() {
        redaction.learn(
                "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END-----");
        assertGone("MIIEvQIBADANBg", "x MIIEvQIBADANBg y");
        assertGone("kqhkiG9w0BAQEF", "x kqhkiG9w0BAQEF y");
    }

    @Test
    void takesOutASecretWithEveryKindOfLetter() {
        Random random = new Random(9);
        for (int i = 0; i < 500; i++) {
            StringBuilder made = new StringBuilder();
            for (int length = 8 + random.nextInt(24); length > 0; length--) {
                made.append((char) (0x20 + random.nextInt(0x5F)));
            }
            String secret = made.toString();
            if (secret.contains("redacted") || secret.isBlank()) {
                continue;
            }
            Redaction one = new Redaction();
            one.learn(secret);
            for (String form :
                    List.of(
                            secret,
                            URLEncoder.encode(secret, StandardCharsets.UTF_8),
                            URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"),
                            Base64.getEncoder()
                                    .withoutPadding()
                                    .encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
                            secret.replace("\\", "\\\\").replace("\"", "\\\""))) {
                String clean = one.text("before<" + form + ">after");
                assertFalse(clean.contains(form), secret);
                assertTrue(clean.contains("[redacted sha256:"), clean);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
                "rk_test_4eC39HqLyjWDarjtT1zdp7dc",
            })
    void knowsSecretsByTheirLook(String secret) {
        assertGone(secret, "it said " + secret + ".");
    }

    @Test
    void leavesHeadAndClaimsOfATokenToBeRead() {
        String token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwcm9iZSJ9.c2lnbmF0dXJlLW9mLWl0";
        String clean = redaction.text("sent " + token + " twice");
        assertTrue(clean.startsWith("sent eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwcm9iZSJ9.[redacted"));
        assertTrue(clean.endsWith("] twice"), clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"refresh_token\": \"opaque-value-1\"}",
                "{\"accessToken\":\"opaque-value-1\"}",
                "grant=x&refresh_token=opaque-value-1&a=b",
                "/reset?token=opaque-value-1",
                "Authorization: Bearer opaque-value-1",
                "proxy-authorization: opaque-value-1",
            })
    void knowsSecretsByWhatTheyAreCalled(String text) {
        assertGone("opaque-value-1", text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization|Bearer opaque-value-1|Bearer [redacted",
                "Authorization|opaque-value-1|[redacted",
                "X-Api-Key|opaque-value-1|[redacted",
                "Stripe-Signature|t=1,v1=opaque-value-1|[redacted",
                "X-Hub-Signature-256|sha256=opaque-value-1|[redacted",
                "X-CSRF-Token|opaque-value-1|[redacted",
                "Cookie|a=opaque-value-1|a=[redacted",
                "Set-Cookie|a=opaque-value-1; Secure; Path=/|a=[redacted",
                "Set-Cookie|opaque-value-1|[redacted",
            })
    void emptiesFieldsThatCarrySecrets(String name, String value, String begin) {
        String clean = redaction.fields(Fields.NONE.with(name, value)).first(name).orElseThrow();
        assertFalse(clean.contains("opaque-value-1"), clean);
        assertTrue(clean.startsWith(begin), clean);
    }

    @Test
    void keepsWhatSaysSomethingOfACookie() {
        Fields clean =
                redaction.fields(
                        Fields.NONE
                                .with("Set-Cookie", "a=opaque-value-1; Secure; SameSite=Lax")
                                .with("Set-Cookie", "gone=; Max-Age=0")
                                .with("Content-Security-Policy", "script-src 'nonce-abcdef12345'"));
        assertTrue(clean.all("Set-Cookie").getFirst().endsWith("]; Secure; SameSite=Lax"));
        assertEquals("gone=; Max-Age=0", clean.all("Set-Cookie").getLast());
        assertEquals(
                "script-src 'nonce-abcdef12345'",
                clean.first("Content-Security-Policy").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin https://evil.test was echoed",
                "max-age=31536000; includeSubDomains",
                "the token was accepted after it had expired",
                "eyJ is how a token begins",
                ""
            })
    void leavesOtherTextAlone(String text) {
        redaction.learn("Bearer s3cr3t-C4n4ry");
        redaction.learn("a");
        assertEquals(text, redaction.text(text));
    }

    @Test
    void isSafeInJson() {
        redaction.learn("quote\"and\\slash");
        String written = JsonText.of("say quote\"and\\slash now");
        assertFalse(redaction.text(written).contains("slash"), written);
    }

    @Test
    void takesOutAWholeMemberWithQuotesInIt() {
        String clean = redaction.text("{\"id_token\":\"ab\\\"cdefgh\",\"b\":\"stays\"}");
        assertFalse(clean.contains("cdefgh"), clean);
        assertTrue(clean.endsWith(",\"b\":\"stays\"}"), clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJ",
                "eyJ-",
                "eyJaaaa.bb.",
                "token",
                "\"token",
                "\"token\":\"a\\\"",
                "\\n",
                ";token=",
                "authorization ",
                "whsec_",
                "a"
            })
    void comesToAnEndWithAStrangersText(String part) {
        for (String begin : List.of("x ", "\"token\":\"")) {
            String clean = redaction.text(begin + part.repeat(128 * 1024 / part.length()));
            assertEquals(clean, redaction.text(clean));
        }
    }
}
