package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.Boundary;
import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON Web Tokens (RFC 7519), decoded: a Supabase {@code anon} key is public by design, a {@code
 * service_role} key opens every row, and any other signed token is somebody's session. A token that
 * nobody signed opens nothing but what is broken, and is told as that.
 */
final class JwtRule implements Recognizer {
    private static final int LONGEST = 32_768;
    // A header may carry a certificate.
    private static final int LONGEST_HEADER = 4_096;
    private static final int SHORT_HEADER = 160;
    // {"alg":"x"}
    private static final int FEWEST = 15;
    private static final List<String> CLAIMS = List.of("iss", "ref", "role", "exp");

    private final TokenRule service;
    private final TokenRule anon;
    private final TokenRule other;
    private final Kind serviceKind;
    private final Kind anonKind;
    private final Kind otherKind;

    JwtRule(Kind serviceKind, Kind anonKind, Kind otherKind) {
        this.serviceKind = serviceKind;
        this.anonKind = anonKind;
        this.otherKind = otherKind;
        this.service = serviceKind.rule();
        this.anon = anonKind.rule();
        this.other = otherKind.rule();
    }

    @Override
    public List<String> anchors() {
        // How base64url begins of '{"', and of that with a blank, a tab or an end of line in it.
        return List.of("eyJ", "eyAi", "ewog", "ewoJ", "ewoi", "ew0K");
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        if (!Boundary.before(bytes, anchor)) {
            return null;
        }
        // Behind a hyphen or an underscore the run may be a longer one, full of such places: what
        // is read again at each of them must be short.
        boolean inside = anchor > 0 && Bytes.BASE64URL.has(bytes[anchor - 1]);
        int headerEnd = part(bytes, length, anchor, inside ? SHORT_HEADER : LONGEST_HEADER);
        int payloadEnd = nextPart(bytes, length, headerEnd);
        int end = nextPart(bytes, length, payloadEnd);
        if (headerEnd - anchor < FEWEST
                || payloadEnd < 0
                || payloadEnd - anchor > LONGEST
                || end - anchor > LONGEST) {
            return null;
        }
        Optional<Map<String, Object>> header = JsonClaims.of(bytes, anchor, headerEnd);
        if (header.isEmpty() || !(header.get().get("alg") instanceof String alg)) {
            return null;
        }
        boolean none = alg.equalsIgnoreCase("none");
        // Behind one that nobody signed stands a dot and nothing (RFC 7519, section 6.1).
        if (end < 0 && none && payloadEnd < length && bytes[payloadEnd] == '.') {
            end = payloadEnd + 1;
        }
        if (end < 0) {
            return null;
        }
        Optional<Map<String, Object>> payload = JsonClaims.of(bytes, headerEnd + 1, payloadEnd);
        if (payload.isEmpty() || isTheOneOfTheManuals(payload.get())) {
            return null;
        }
        return none
                ? unsigned(payload.get(), anchor, end)
                : match(header.get(), payload.get(), anchor, end);
    }

    /** It opens what accepts such tokens, and then anybody can make one. */
    private Match unsigned(Map<String, Object> payload, int start, int end) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("alg", "none");
        for (String claim : CLAIMS) {
            copy(payload, facts, claim);
        }
        return new TokenMatch(other, otherKind.leaked(Severity.LOW, facts), start, end, List.of());
    }

    // Tutorials show one token, of a certain John Doe; who signs him in as a service has a key.
    private static boolean isTheOneOfTheManuals(Map<String, Object> payload) {
        return "1234567890".equals(payload.get("sub"))
                && "John Doe".equals(payload.get("name"))
                && !"service_role".equals(payload.get("role"));
    }

    private Match match(
            Map<String, Object> header, Map<String, Object> payload, int start, int end) {
        Map<String, Object> facts = new LinkedHashMap<>();
        copy(header, facts, "alg");
        for (String claim : CLAIMS) {
            copy(payload, facts, claim);
        }
        Object role = payload.get("role");
        boolean supabase = String.valueOf(payload.get("iss")).startsWith("supabase");
        if ("service_role".equals(role)) {
            return new TokenMatch(
                    service,
                    serviceKind.leaked(Assessment.Checksum.NONE, facts),
                    start,
                    end,
                    List.of());
        }
        if ("anon".equals(role) && supabase) {
            return new TokenMatch(anon, anonKind.open(facts), start, end, List.of());
        }
        return new TokenMatch(
                other, otherKind.leaked(Assessment.Checksum.NONE, facts), start, end, List.of());
    }

    private static void copy(Map<String, Object> from, Map<String, Object> to, String claim) {
        Object value = from.get(claim);
        // A claim is shown, so it may not be long enough to carry a secret.
        if (value instanceof Long || (value instanceof String text && text.length() <= 64)) {
            to.put(claim, value);
        }
    }

    private static int part(byte[] bytes, int length, int start, int longest) {
        int end = start;
        while (end < length && end - start <= longest && Bytes.BASE64URL.has(bytes[end])) {
            end++;
        }
        return end;
    }

    /** The end of the part behind a dot at that offset, or -1. */
    private static int nextPart(byte[] bytes, int length, int dot) {
        if (dot < 0 || dot >= length || bytes[dot] != '.') {
            return -1;
        }
        int end = part(bytes, length, dot + 1, LONGEST);
        return end == dot + 1 ? -1 : end;
    }

    @Override
    public boolean startsAtAnchor() {
        return true;
    }

    @Override
    public int reach() {
        return LONGEST + 16;
    }
}
