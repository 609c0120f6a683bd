package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.secrets.engine.Assessment.Checksum;
import dev.holdfast.secrets.engine.TokenMatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksumsTest {
    private static final long SEED = 5_1;

    /** The digits of a format, and one token of runs of a letter with the digits that are known. */
    private record Vector(CheckDigits digits, String prefix, String body, String check) {

        String token() {
            return prefix + body + check;
        }
    }

    private static final List<Vector> VECTORS =
            List.of(
                    new Vector(CheckDigits.BASE62, "ghp_", "A".repeat(30), "0uC" + "Plr"),
                    new Vector(CheckDigits.BASE62, "npm_", "0".repeat(30), "2C8" + "GjS"),
                    // Padded with zeros on the left.
                    new Vector(CheckDigits.BASE62, "gho_", "0".repeat(27) + "405", "00a" + "zb7"),
                    new Vector(CheckDigits.HEX, "cfut_", "A".repeat(40), "2ae9" + "8c30"),
                    new Vector(
                            CheckDigits.LITTLE_ENDIAN_HEX,
                            "glsa_",
                            "A".repeat(32),
                            "_d8dc" + "8af3"),
                    new Vector(
                            CheckDigits.HEX_BEHIND_UNDERSCORE,
                            "zpka_",
                            "a".repeat(32),
                            "_cab1" + "1777"),
                    new Vector(CheckDigits.BASE64, "cflt", "A".repeat(54), "FZQ" + "bVQ"),
                    new Vector(CheckDigits.UPPER_HEX, "ATATT3", "A".repeat(100), "=06CC" + "37AF"));

    private static Checksum checksum(CheckDigits digits, String prefix, String token) {
        byte[] bytes = ("~~" + token + "~~").getBytes(StandardCharsets.US_ASCII);
        return digits.of(bytes, 2, 2 + prefix.length(), 2 + token.length());
    }

    @Test
    void knowsTheVectors() {
        for (Vector each : VECTORS) {
            assertEquals(
                    Checksum.VALID,
                    checksum(each.digits(), each.prefix(), each.token()),
                    each.token());
        }
    }

    @Test
    void crcOfTheTestsHasItsCheckValue() {
        assertEquals(0xCBF43926, Check.crc("1234" + "56789"));
    }

    @Test
    void seesEveryChangeOfOneCharacter() {
        TokenForge forge = new TokenForge(SEED);
        List<Vector> tokens = new ArrayList<>(VECTORS);
        for (Spec spec : Specs.all()) {
            if (spec.check() != Check.NONE) {
                String token = forge.token(spec);
                tokens.add(
                        new Vector(
                                digits(spec.check()),
                                spec.prefix(),
                                token.substring(spec.prefix().length()),
                                ""));
            }
        }
        int changes = 0;
        for (Vector each : tokens) {
            String token = each.token();
            for (int at = each.prefix().length(); at < token.length(); at++) {
                for (char other : "0123456789abcdefABCDEFzZ+/_-=".toCharArray()) {
                    if (token.charAt(at) == other || isSeparator(each.digits(), token, at)) {
                        continue;
                    }
                    String changed = token.substring(0, at) + other + token.substring(at + 1);
                    assertEquals(
                            Checksum.INVALID,
                            checksum(each.digits(), each.prefix(), changed),
                            changed);
                    changes++;
                }
            }
        }
        assertTrue(changes > 30_000, "only " + changes);
    }

    /** The underscore is not counted; by the form it cannot be anything else. */
    private static boolean isSeparator(CheckDigits digits, String token, int at) {
        return (digits == CheckDigits.HEX_BEHIND_UNDERSCORE
                        || digits == CheckDigits.LITTLE_ENDIAN_HEX)
                && at == token.length() - 9;
    }

    private static CheckDigits digits(Check check) {
        return switch (check) {
            case NONE -> CheckDigits.NONE;
            case BASE62 -> CheckDigits.BASE62;
            case HEX -> CheckDigits.HEX;
            case HEX_BEHIND -> CheckDigits.HEX_BEHIND_UNDERSCORE;
            case LITTLE_ENDIAN -> CheckDigits.LITTLE_ENDIAN_HEX;
            case BASE64 -> CheckDigits.BASE64;
            case UPPER_HEX -> CheckDigits.UPPER_HEX;
        };
    }

    @Test
    void neverDropsATokenForItsCheckDigits() {
        TokenForge forge = new TokenForge(SEED);
        int seen = 0;
        for (Spec spec : Specs.all()) {
            if (spec.check() == Check.NONE) {
                continue;
            }
            String valid = forge.token(spec);
            assertEquals(Checksum.VALID, only(valid).assessment().checksum(), valid);
            for (int at = valid.length() - spec.check().digits(); at < valid.length(); at++) {
                for (char other : "09azAZ".toCharArray()) {
                    if (valid.charAt(at) != other) {
                        String changed = valid.substring(0, at) + other + valid.substring(at + 1);
                        TokenMatch match = only(changed);
                        assertEquals(Checksum.INVALID, match.assessment().checksum(), changed);
                        assertEquals(
                                only(valid).assessment().severity(),
                                match.assessment().severity(),
                                changed);
                        seen++;
                    }
                }
            }
        }
        assertTrue(seen > 300, "only " + seen);
    }

    @Test
    void claimsNoChecksumForFormatsWithoutOne() {
        TokenForge forge = new TokenForge(SEED);
        List<String> without =
                List.of("github-fine-grained-token", "supabase-secret-key", "gitlab-token");
        for (Spec spec : Specs.all()) {
            if (without.contains(spec.rule())) {
                String token = forge.token(spec);
                assertEquals(Checksum.NONE, only(token).assessment().checksum(), token);
            }
        }
        // The form of GitHub App tokens since 2026 carries a JWT.
        String app = "ghs_" + "123456_" + forge.jwt("{\"iss\":\"github\"}");
        assertEquals(Checksum.NONE, only(app).assessment().checksum());
        assertEquals(app.length(), only(app).end());
    }

    private static TokenMatch only(String token) {
        List<TokenMatch> tokens = Scans.tokens('"' + token + '"');
        assertEquals(1, tokens.size(), token);
        TokenMatch match = tokens.getFirst();
        return new TokenMatch(
                match.rule(), match.assessment(), 0, match.end() - match.start(), match.parts());
    }
}
