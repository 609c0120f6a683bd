package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.Assessment.Verdict;
import dev.holdfast.secrets.engine.TokenMatch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JwtRuleTest {
    private static final String SERVICE = "supabase-service-role-key";
    private static final String ANON = "supabase-anon-key";
    private static final String OTHER = "jwt";

    private final TokenForge forge = new TokenForge(7519);

    private static List<List<String>> permutations(List<String> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (String first : of) {
            List<String> rest = new ArrayList<>(of);
            rest.remove(first);
            for (List<String> tail : permutations(rest)) {
                List<String> one = new ArrayList<>(List.of(first));
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }

    private static String id(String text) {
        List<TokenMatch> tokens = Scans.tokens(text);
        return tokens.size() == 1 ? Scans.id(tokens.getFirst()) : tokens.size() + " tokens";
    }

    @Test
    void tellsRolesApartInEveryOrderOfClaims() {
        int seen = 0;
        for (String role : List.of("anon", "service_role", "authenticated")) {
            List<String> claims =
                    List.of(
                            "\"iss\":\"supabase\"",
                            "\"ref\":\"abcdefghijklmnopqrst\"",
                            "\"role\":\"" + role + "\"",
                            "\"iat\":1700000000",
                            "\"exp\":2015576000");
            String expected =
                    role.equals("anon") ? ANON : role.equals("service_role") ? SERVICE : OTHER;
            for (List<String> order : permutations(claims)) {
                assertEquals(expected, id(forge.jwt("{" + String.join(",", order) + "}")));
                seen++;
            }
        }
        assertEquals(3 * 120, seen);
    }

    @Test
    void saysWhatTheClaimsSayAndHowBadItIs() {
        String claims = "\"iss\":\"supabase\",\"ref\":\"abc\",\"exp\":2015576000";
        TokenMatch service =
                Scans.tokens(forge.jwt("{" + claims + ",\"role\":\"service_role\"}")).getFirst();
        TokenMatch anon = Scans.tokens(forge.jwt("{" + claims + ",\"role\":\"anon\"}")).getFirst();

        assertEquals(Severity.CRITICAL, service.assessment().severity());
        assertEquals(Verdict.LEAKED, service.assessment().verdict());
        assertEquals(
                Map.of(
                        "alg",
                        "HS256",
                        "iss",
                        "supabase",
                        "ref",
                        "abc",
                        "exp",
                        2_015_576_000L,
                        "role",
                        "service_role"),
                service.assessment().facts());
        assertEquals(Verdict.PUBLIC_BY_DESIGN, anon.assessment().verdict());
        assertEquals(Severity.INFO, anon.assessment().severity());
    }

    @Test
    void believesNoRoleThatIsNestedOrOfAnotherIssuer() {
        assertEquals(OTHER, id(forge.jwt("{\"app\":{\"role\":\"service_role\"},\"sub\":\"1\"}")));
        assertEquals(OTHER, id(forge.jwt("{\"roles\":[\"service_role\",{\"role\":\"anon\"}]}")));
        assertEquals(OTHER, id(forge.jwt("{\"role\":\"anon\",\"iss\":\"https://id.example\"}")));
        assertEquals(OTHER, id(forge.jwt("{\"role\":\"anon\"}")));
        assertEquals(
                ANON,
                id(
                        forge.jwt(
                                "{\"x\":{\"role\":\"service_role\"},\"role\":\"anon\",\"iss\":\"supabase\"}")));
        // A self-hosted instance may have its own issuer; the role opens all rows all the same.
        assertEquals(SERVICE, id(forge.jwt("{\"role\":\"service_role\",\"iss\":\"own\"}")));
    }

    @Test
    void readsClaimsOfEveryType() {
        assertEquals(
                SERVICE,
                id(
                        forge.jwt(
                                "{\"a\":123456789012345678901234567890,\"b\":1.5e300,\"c\":null,"
                                        + "\"d\":[[]],\"e\":true,\"role\":\"service_role\"}")));
        assertEquals(OTHER, id(forge.jwt("{}")));
        assertEquals(OTHER, id(forge.jwt("{\"name\":\"Zoë 🏮\"}")));
    }

    @Test
    void leavesOutWhatNobodySigned() {
        String payload = "{\"role\":\"service_role\"}";
        String unsigned =
                TokenForge.base64url("{\"alg\":\"HS256\"}") + "." + TokenForge.base64url(payload);
        assertEquals("0 tokens", id(unsigned));
        assertEquals("0 tokens", id(unsigned + "."));
        assertEquals("0 tokens", id(unsigned + ". And so on"));
        assertEquals("0 tokens", id(forge.jwt("{\"typ\":\"JWT\"}", payload)));
        assertEquals("0 tokens", id(forge.jwt("{\"alg\":7}", payload)));
    }

    @Test
    void saysWhatNobodySigned() {
        String payload = "{\"iss\":\"supabase\",\"role\":\"service_role\"}";
        for (String none : List.of("none", "None", "NONE")) {
            String header = "{\"alg\":\"" + none + "\"}";
            String bare = TokenForge.base64url(header) + "." + TokenForge.base64url(payload) + ".";
            for (String token : List.of(bare, forge.jwt(header, payload))) {
                TokenMatch match = Scans.tokens("'" + token + "'").getFirst();
                assertEquals(OTHER, Scans.id(match));
                assertEquals(Severity.LOW, match.assessment().severity());
                assertEquals(", which nobody signed (alg none)", Expiry.words(match.assessment()));
                assertEquals("service_role", match.assessment().facts().get("role"));
            }
        }
    }

    @Test
    void anExpiredOneIsLowAndSaysSo() {
        String claims = "\"iss\":\"supabase\",\"role\":\"service_role\",\"exp\":1700000000";
        TokenMatch match = Scans.tokens(forge.jwt("{" + claims + "}")).getFirst();
        assertEquals(Severity.CRITICAL, match.assessment().severity());
        Assessment before = Expiry.judged(match.assessment(), Instant.ofEpochSecond(1_699_999_999));
        assertEquals(Severity.CRITICAL, before.severity());
        assertEquals("", Expiry.words(before));
        Assessment after = Expiry.judged(match.assessment(), Instant.ofEpochSecond(1_700_000_001));
        assertEquals(Severity.LOW, after.severity());
        assertEquals(", expired on 2023-11-14", Expiry.words(after));
    }

    @Test
    void anAbsurdExpiryIsNone() {
        String far = "{\"sub\":\"1\",\"exp\":9000000000000000000}";
        Assessment told = Scans.tokens(forge.jwt(far)).getFirst().assessment();
        assertEquals(Severity.MEDIUM, Expiry.judged(told, Instant.EPOCH).severity());
        assertEquals("", Expiry.words(Expiry.judged(told, Instant.EPOCH)));
    }

    @Test
    void aServiceIsToldWhateverItIsNamed() {
        String sample = "\"sub\":\"1234567890\",\"name\":\"John Doe\",\"iss\":\"supabase\"";
        assertEquals(SERVICE, id(forge.jwt("{" + sample + ",\"role\":\"service_role\"}")));
        assertEquals("0 tokens", id(forge.jwt("{" + sample + ",\"role\":\"user\"}")));
    }

    @Test
    void readsHeadersWithBlanksInThem() {
        for (String begin : List.of("{ ", "{\n  ", "{\n\t", "{\r\n  ", "{\n")) {
            String token = forge.jwt(begin + "\"alg\": \"HS256\"}", "{\"sub\":\"7\"}");
            assertEquals(OTHER, id("a = '" + token + "'"), begin);
            String none = forge.jwt(begin + "\"typ\": \"JWT\"}", "{\"sub\":\"7\"}");
            assertEquals("0 tokens", id("a = '" + none + "'"), begin);
        }
    }

    @Test
    void leavesOutTheTokenOfTheManuals() {
        String sub = "\"sub\":\"12345" + "67890\"";
        assertEquals("0 tokens", id(forge.jwt("{" + sub + ",\"name\":\"John Doe\",\"iat\":1516}")));
        assertEquals(OTHER, id(forge.jwt("{" + sub + ",\"name\":\"Jane Doe\"}")));
    }

    @Test
    void leavesOutWhatIsNoToken() {
        String header = TokenForge.base64url("{\"alg\":\"HS256\"}");
        String payload = TokenForge.base64url("{\"sub\":\"1\"}");
        String signature = forge.text(Alphabet.BASE64URL, 43);
        assertEquals(OTHER, id(header + "." + payload + "." + signature));
        // Not base64, not JSON, no object, cut off.
        assertEquals("0 tokens", id(header + ".%%%." + signature));
        assertEquals("0 tokens", id(header + "." + payload.substring(1) + "." + signature));
        assertEquals("0 tokens", id(header + "." + TokenForge.base64url("[1]") + "." + signature));
        assertEquals(
                "0 tokens", id(header + "." + TokenForge.base64url("{\"a\"") + "." + signature));
        assertEquals("0 tokens", id("eyJ" + signature + ".eyJ" + signature + "." + signature));
        assertEquals("0 tokens", id(header));
        // A base64url text of one character more than a multiple of four is none.
        assertEquals("0 tokens", id(header + "." + payload + "aa." + signature));
    }

    @Test
    void takesNoMoreThanTheToken() {
        String token = forge.jwt("{\"sub\":\"1\"}");
        for (List<String> around :
                List.of(
                        List.of("{\"key\":\"", "\"}"),
                        List.of("\\\"key\\\":\\\"", "\\\"}"),
                        List.of("`Bearer ", "`"),
                        List.of("'…\\n", "\\n…'"),
                        List.of("?token%3D", "%26next=1"),
                        List.of("token=", "&next"),
                        List.of("signed: ", ". The"),
                        List.of("a.", ".b"))) {
            String text = around.getFirst() + token + around.getLast();
            assertEquals(List.of("jwt " + token), Scans.found(text), text);
        }
    }

    @Test
    void showsNoLongClaim() {
        String longText = forge.text(Alphabet.BASE62, 65);
        TokenMatch match = Scans.tokens(forge.jwt("{\"iss\":\"" + longText + "\"}")).getFirst();
        assertEquals(Map.of("alg", "HS256"), match.assessment().facts());
    }

    @Test
    void findsTokensOfManyKilobytes() {
        String big = forge.jwt("{\"groups\":\"" + "a7".repeat(5_000) + "\"}");
        assertEquals(OTHER, id(big));
        assertEquals("0 tokens", id(forge.jwt("{\"groups\":\"" + "a7".repeat(13_000) + "\"}")));
    }

    @Test
    void acceptsOnlyUrlSafeBase64() {
        String header = TokenForge.base64url("{\"alg\":\"HS256\"}");
        String payload =
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString("{\"a\":\"~~~???>>>\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals(true, payload.contains("/") || payload.contains("+"));
        assertEquals("0 tokens", id(header + "." + payload + "." + "a7".repeat(20)));
    }
}
