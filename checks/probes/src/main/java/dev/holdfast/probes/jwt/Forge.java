package dev.holdfast.probes.jwt;

import dev.holdfast.probes.target.JwtRules;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** What good and forged tokens of one route are made of. */
final class Forge {
    private static final Duration LIFE = Duration.ofMinutes(5);
    // Clocks differ by a little; nobody takes a token from a few seconds ago for one of tomorrow.
    private static final Duration AGO = Duration.ofSeconds(5);

    private final JwtRules rules;
    private final Algorithm algorithm;
    private final SigningKey key;
    private final Instant now;
    private final RandomGenerator random;

    Forge(
            JwtRules rules,
            Algorithm algorithm,
            SigningKey key,
            Instant now,
            RandomGenerator random) {
        this.rules = rules;
        this.algorithm = algorithm;
        this.key = key;
        this.now = now;
        this.random = random;
    }

    JwtRules rules() {
        return rules;
    }

    Algorithm algorithm() {
        return algorithm;
    }

    SigningKey key() {
        return key;
    }

    /** HMAC for forged tokens: the route's own when it uses one, or the usual. */
    Algorithm mac() {
        return algorithm.symmetric() ? algorithm : new Algorithm("HS256", "HS", 256);
    }

    /** What a right token says. */
    Token good() {
        List<Map.Entry<String, Object>> header = new ArrayList<>();
        header.add(Map.entry("alg", algorithm.name()));
        header.add(Map.entry("typ", "JWT"));
        if (!rules.keyId().isEmpty()) {
            header.add(Map.entry("kid", rules.keyId()));
        }
        Token token = new Token(header, List.of());
        if (!rules.issuer().isEmpty()) {
            token = token.claim("iss", rules.issuer());
        }
        if (!rules.audience().isEmpty()) {
            token = token.claim("aud", rules.audience());
        }
        token =
                token.claim("sub", "holdfast-probe")
                        .claim("iat", in(AGO.negated()))
                        .claim("exp", in(LIFE))
                        .claim("jti", "holdfast-probe-" + Long.toHexString(random.nextLong()));
        for (Map.Entry<String, Object> claim : new TreeMap<>(rules.claims()).entrySet()) {
            token = token.claim(claim.getKey(), claim.getValue());
        }
        return token;
    }

    /** Seconds since 1970 at a time from now. */
    long in(Duration time) {
        return now.plus(time).getEpochSecond();
    }

    /** The token with a right signature. */
    String signed(Token token) throws GeneralSecurityException {
        return token.with(signature(token));
    }

    byte[] signature(Token token) throws GeneralSecurityException {
        return key.sign(token.bytes());
    }

    /** Bytes that nobody could guess. */
    byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
