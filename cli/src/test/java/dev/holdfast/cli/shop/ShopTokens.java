package dev.holdfast.cli.shop;

import com.sun.net.httpserver.HttpExchange;
import dev.holdfast.core.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens of the API (RS256), and sessions with refresh tokens that work once. */
final class ShopTokens {
    private static final Base64.Decoder URL = Base64.getUrlDecoder();

    private final Set<Fault> faults;
    private final KeyPair keys;
    private final Map<String, String> familyOfRefresh = new HashMap<>();
    private final Map<String, String> familyOfAccess = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> revoked = new HashSet<>();

    ShopTokens(Set<Fault> faults) {
        this.faults = faults;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    String privateKey() {
        String kind = "PRIVATE" + " KEY";
        return "-----BEGIN "
                + kind
                + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END "
                + kind
                + "-----\n";
    }

    synchronized String newRefreshToken() {
        String token = "r-" + UUID.randomUUID();
        familyOfRefresh.put(token, "family-" + UUID.randomUUID());
        return token;
    }

    Answer me(HttpExchange exchange) {
        return good(bearer(exchange))
                ? Answer.json(200, "{\"me\":\"account of probe\"}")
                        .with("Cache-Control", "no-store")
                : refused();
    }

    private static Answer refused() {
        return Answer.json(401, "{\"error\":\"token\"}")
                .with("Cache-Control", "no-store")
                .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    private static String bearer(HttpExchange exchange) {
        String value = exchange.getRequestHeaders().getFirst("Authorization");
        return value != null && value.startsWith("Bearer ") ? value.substring(7) : "";
    }

    private boolean good(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try {
            Map<String, @Nullable Object> header = object(parts[0]);
            Map<String, @Nullable Object> claims = object(parts[1]);
            boolean unsigned =
                    faults.contains(Fault.NONE_ACCEPTED)
                            && String.valueOf(header.get("alg")).equalsIgnoreCase("none");
            return (unsigned
                            || (header.keySet().equals(Set.of("alg", "typ"))
                                    && signed(header, parts)))
                    && timely(claims)
                    && "https://idp.example.com".equals(claims.get("iss"))
                    && "shop-api".equals(claims.get("aud"))
                    && "probe".equals(claims.get("sub"));
        } catch (IllegalArgumentException | GeneralSecurityException broken) {
            return false;
        }
    }

    private boolean signed(Map<String, @Nullable Object> header, String[] parts)
            throws GeneralSecurityException {
        if (faults.contains(Fault.SIGNATURE_NOT_CHECKED)) {
            return true;
        }
        if (!"RS256".equals(header.get("alg")) || !"JWT".equals(header.get("typ"))) {
            return false;
        }
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(keys.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        byte[] bytes = URL.decode(parts[2]);
        return bytes.length == 256 && signature.verify(bytes);
    }

    private boolean timely(Map<String, @Nullable Object> claims) {
        long now = Instant.now().getEpochSecond();
        boolean ends =
                claims.get("exp") instanceof Long exp
                        && (exp > now || faults.contains(Fault.EXPIRED_ACCEPTED));
        boolean begun = !(claims.get("nbf") instanceof Long nbf) || nbf <= now;
        boolean issued = !(claims.get("iat") instanceof Long iat) || iat <= now + 60;
        return ends && begun && issued;
    }

    private static Map<String, @Nullable Object> object(String part) {
        return JsonReader.object(new String(URL.decode(part), StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("no object"));
    }

    synchronized Answer refresh(String body) {
        Object given = JsonReader.object(body).map(each -> each.get("refresh_token")).orElse("");
        String token = String.valueOf(given);
        String family = familyOfRefresh.get(token);
        if (family == null || revoked.contains(family)) {
            return refused();
        }
        if (!used.add(token) && !faults.contains(Fault.REFRESH_NOT_ROTATED)) {
            revoked.add(family);
            return refused();
        }
        String access = "a-" + UUID.randomUUID();
        String next = "r-" + UUID.randomUUID();
        familyOfAccess.put(access, family);
        familyOfRefresh.put(next, family);
        return Answer.json(
                        200,
                        "{\"access_token\":\""
                                + access
                                + "\",\"expires_in\":3600,"
                                + "\"refresh_token\":\""
                                + next
                                + "\",\"refresh_expires_in\":604800}")
                .with("Cache-Control", "no-store");
    }

    synchronized Answer logout(HttpExchange exchange) {
        String family = familyOfAccess.get(bearer(exchange));
        if (family == null) {
            return refused();
        }
        if (!faults.contains(Fault.LOGOUT_IGNORED)) {
            revoked.add(family);
        }
        return Answer.json(200, "{\"bye\":true}")
                .with("Cache-Control", "no-store")
                .with("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
    }

    synchronized Answer session(HttpExchange exchange) {
        String family = familyOfAccess.get(bearer(exchange));
        return family != null && !revoked.contains(family)
                ? Answer.json(200, "{\"session\":\"session of probe\"}")
                        .with("Cache-Control", "no-store")
                : refused();
    }
}
