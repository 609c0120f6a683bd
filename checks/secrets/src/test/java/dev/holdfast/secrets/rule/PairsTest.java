package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Span;
import dev.holdfast.secrets.engine.TokenMatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys of two halves: AWS and Twilio. */
class PairsTest {
    private final TokenForge forge = new TokenForge(40);

    private String id() {
        return "AKIA" + "Q7" + forge.text(Alphabet.BASE32, 14);
    }

    private String secret() {
        // A slash and a plus sign, as half of all secrets have.
        return "k7/" + forge.text(Alphabet.BASE62, 20) + "+A" + forge.text(Alphabet.BASE62, 15);
    }

    private static TokenMatch only(String text) {
        List<TokenMatch> tokens = Scans.tokens(text);
        assertEquals(1, tokens.size(), text);
        return tokens.getFirst();
    }

    private static String part(String text, TokenMatch match) {
        assertEquals(1, match.parts().size(), text);
        Span span = match.parts().getFirst();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, span.start(), span.end() - span.start(), StandardCharsets.UTF_8);
    }

    @Test
    void anIdAloneIsMedium() {
        TokenMatch match = only("accessKeyId:\"" + id() + "\"");
        assertEquals(Severity.MEDIUM, match.assessment().severity());
        assertEquals(false, match.assessment().facts().get("pair"));
        assertTrue(match.parts().isEmpty());
    }

    @Test
    void aPairIsOneMatchAtTheId() {
        String id = id();
        String secret = secret();
        for (String text :
                List.of(
                        "{accessKeyId:\"" + id + "\",secretAccessKey:\"" + secret + "\"}",
                        "{secretAccessKey:`" + secret + "`,accessKeyId:`" + id + "`}",
                        "AWS_ACCESS_KEY_ID=" + id + "\nAWS_SECRET_ACCESS_KEY=" + secret + "\n",
                        "\\\"" + id + "\\\",\\\"" + secret + "\\\"",
                        "\"" + secret + "\"" + " ".repeat(350) + "\"" + id + "\"")) {
            TokenMatch match = only(text);
            assertEquals("aws-access-key", Scans.id(match));
            assertEquals(id, Scans.value(text.getBytes(StandardCharsets.UTF_8), match));
            assertEquals(secret, part(text, match));
            assertEquals(Severity.CRITICAL, match.assessment().severity());
            assertEquals(true, match.assessment().facts().get("pair"));
        }
    }

    @Test
    void aSecretMayHaveEscapedSlashes() {
        String secret = secret().replace("/", "\\/");
        String text = "{\"id\":\"" + id() + "\",\"secret\":\"" + secret + "\"}";
        assertEquals(secret, part(text, only(text)));
    }

    @Test
    void theNearestSecretCounts() {
        String near = secret();
        String text = "\"" + secret() + "\"" + " ".repeat(60) + "\"" + id() + "\",\"" + near + "\"";
        assertEquals(near, part(text, only(text)));
    }

    @Test
    void hashesAndOtherLengthsAreNoSecrets() {
        List<String> others =
                List.of(
                        forge.text(Alphabet.HEX, 40),
                        secret() + "Z",
                        secret().substring(1),
                        secret() + "/" + secret(),
                        "A".repeat(40),
                        "0123456789".repeat(4),
                        "k7MDENG" + "bPxRfiCY".repeat(2) + "k7k7k7k" + "EXAMPLE" + "KEY");
        for (String other : others) {
            String text = "\"" + id() + "\",\"" + other + "\"";
            assertEquals(Severity.MEDIUM, only(text).assessment().severity(), other);
        }
        String far = "\"" + id() + "\"" + " ".repeat(420) + "\"" + secret() + "\"";
        assertEquals(Severity.MEDIUM, only(far).assessment().severity());
    }

    @Test
    void aLongRunThatBeginsOutOfSightIsNoSecret() {
        // 400 bytes before the id are looked at: exactly 40 of the run's lie in there.
        String run = forge.text(Alphabet.BASE64, 90).replaceAll("^..", "k7");
        String text = run + " ".repeat(360) + id();
        assertEquals(Severity.MEDIUM, only(text).assessment().severity());
    }

    @Test
    void theIdTellsTheAccount() {
        TokenForge numbers = new TokenForge(12);
        for (int i = 0; i < 200; i++) {
            long account = numbers.number(1_000_000) * 1_000_000L + numbers.number(1_000_000);
            // The number, shifted by seven bits, in the first six bytes of the base32 body.
            long six = 1L << 47 | account << 7 | numbers.number(128);
            StringBuilder body = new StringBuilder();
            long bits = six << 2 | numbers.number(4);
            for (int digit = 9; digit >= 0; digit--) {
                body.append(Alphabet.BASE32.characters().charAt((int) (bits >>> 5 * digit & 31)));
            }
            String id = "AKIA" + body + numbers.text(Alphabet.BASE32, 6);
            assertEquals(
                    "%012d".formatted(account),
                    only(id).assessment().facts().get("accountId"),
                    "account " + account);
        }
    }

    @Test
    void twilioNeedsItsName() {
        String key = "SK" + forge.text(Alphabet.HEX, 32);
        assertEquals(List.of(), Scans.found("\"" + key + "\""));
        assertEquals(Severity.MEDIUM, only("twilio(\"" + key + "\")").assessment().severity());
        assertEquals(List.of(), Scans.found("twilio" + " ".repeat(410) + key));
    }

    @Test
    void twilioPairsAreCritical() {
        String account = "AC" + forge.text(Alphabet.HEX, 32);
        String token = forge.text(Alphabet.HEX, 32);
        String text = "new Twilio(\"" + account + "\",\"" + token + "\")";
        TokenMatch match = only(text);
        assertEquals(Severity.CRITICAL, match.assessment().severity());
        assertEquals(token, part(text, match));
        // An account's id is no secret.
        assertEquals(List.of(), Scans.found("new Twilio(\"" + account + "\")"));
    }
}
