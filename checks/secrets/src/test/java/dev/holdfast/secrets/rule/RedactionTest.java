package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final Pattern FORM = Pattern.compile("(.*)… \\((\\d+) characters\\)");

    private static String redacted(String value) {
        byte[] bytes = ("ab" + value + "cd").getBytes(StandardCharsets.UTF_8);
        return Redaction.of(bytes, 2, bytes.length - 2);
    }

    @Test
    void showsTheLiteralOfEveryTokenAndNothingElse() {
        TokenForge forge = new TokenForge(8);
        for (int round = 0; round < 50; round++) {
            for (Spec spec : Specs.all()) {
                String token = forge.token(spec);
                assertEquals(
                        spec.prefix() + "… (" + token.length() + " characters)",
                        redacted(token),
                        spec.rule());
            }
        }
    }

    @Test
    void neverShowsAnythingRandom() {
        TokenForge forge = new TokenForge(9);
        List<String> secrets = new ArrayList<>();
        RuleExamples.byRule(9)
                .values()
                .forEach(all -> all.forEach(each -> secrets.addAll(each.positives())));
        for (int i = 0; i < 20_000; i++) {
            secrets.add(forge.text(Alphabet.values()[i % Alphabet.values().length], 8 + i % 60));
        }
        for (String secret : secrets) {
            Matcher form = FORM.matcher(redacted(secret));
            assertTrue(form.matches(), secret);
            String shown = form.group(1);
            assertTrue(secret.startsWith(shown), secret);
            assertEquals(
                    secret.codePointCount(0, secret.length()), Integer.parseInt(form.group(2)));
            boolean literal =
                    shown.isEmpty()
                            || Specs.all().stream().anyMatch(spec -> spec.prefix().equals(shown))
                            || List.of(
                                            "eyJ",
                                            "AKIA",
                                            "ASIA",
                                            "ABIA",
                                            "ACCA",
                                            "-----BEGIN ",
                                            "hooks.slack.com",
                                            "discord.com",
                                            "discordapp.com",
                                            "postgres://",
                                            "mysql://",
                                            "redis://",
                                            "mongodb+srv://")
                                    .contains(shown);
            assertTrue(literal, "shows " + shown);
        }
    }

    @Test
    void showsNothingOfPasswords() {
        for (String password :
                List.of(
                        "Winter2026!",
                        "key-to-the-city",
                        "sk_live_short",
                        "abc123://rest-of-it",
                        "correct-horse-battery-staple",
                        "SG.Hallo123",
                        "eyJhbGciOi")) {
            assertEquals("… (" + password.length() + " characters)", redacted(password));
        }
    }

    @Test
    void showsTheSchemeOfAnAddressAndNotItsPassword() {
        String password = new TokenForge(1).text(Alphabet.BASE62, 9);
        for (String scheme : List.of("postgres://", "smtp://", "https://", "mongodb+srv://")) {
            String shown = redacted(scheme + "u:" + password + "@h");
            assertTrue(shown.startsWith(scheme + "…"), shown);
            assertFalse(shown.contains(password), shown);
        }
    }

    @Test
    void countsCharactersAndNotBytes() {
        assertEquals("… (8 characters)", redacted("Paßwört🏮"));
    }
}
