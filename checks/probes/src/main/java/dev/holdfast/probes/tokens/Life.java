package dev.holdfast.probes.tokens;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.json.JsonReader;
import dev.holdfast.probes.verdict.Finding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a token lives, as far as it or the answer around it says. */
final class Life {
    // Clocks differ, and an answer takes time.
    private static final long TOLERANCE = 5;

    private Life() {}

    static Finding judge(
            CheckInfo rule,
            String what,
            String token,
            Optional<Long> told,
            int longest,
            Instant now) {
        Optional<Long> life = ofClaims(token, now).or(() -> told);
        if (life.isEmpty() && claims(token).isPresent()) {
            return Finding.fail(rule, "the " + what + " is a JWT without exp, and so has no end");
        }
        if (life.isEmpty()) {
            return Finding.unknown(
                    rule,
                    "how long the "
                            + what
                            + " lives cannot be seen: it is opaque, and the answer does not say");
        }
        String words =
                "the " + what + " lives " + life.get() + " s; the policy allows " + longest + " s";
        return (life.get() > longest + TOLERANCE
                        ? Finding.fail(rule, words)
                        : Finding.pass(rule, words))
                .with("seconds", life.get());
    }

    /** By exp and iat of a JWT; from now when it has no iat. */
    private static Optional<Long> ofClaims(String token, Instant now) {
        return claims(token)
                .flatMap(claims -> {
                    if (!(claims.get("exp") instanceof Long end)) {
                        return Optional.empty();
                    }
                    long start =
                            claims.get("iat") instanceof Long begun ? begun : now.getEpochSecond();
                    return Optional.of(end - start);
                });
    }

    private static Optional<Map<String, @Nullable Object>> claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(parts[1]);
            return JsonReader.object(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException opaque) {
            return Optional.empty();
        }
    }
}
