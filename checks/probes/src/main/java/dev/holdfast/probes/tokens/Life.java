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

/**
 * How long a token lives, as far as it or the answer around it says. The claims of a JWT decide by
 * themselves: a service looks at them, and not at what was said beside them.
 */
final class Life {
    // Clocks differ, and an answer takes time.
    private static final long TOLERANCE = 5;

    private Life() {}

    /**
     * What is to be said of its life.
     *
     * @param told by the answer around it, in seconds
     * @param longest that the policy allows, in seconds
     */
    static Finding judge(
            CheckInfo rule,
            String what,
            String token,
            Optional<Double> told,
            int longest,
            Instant now) {
        String[] parts = token.split("\\.", -1);
        boolean signed = parts.length == 3 && object(parts[0]).isPresent();
        if (!signed) {
            return told.map(seconds -> of(rule, what, seconds, longest))
                    .orElse(
                            Finding.unknown(
                                    rule,
                                    "how long the "
                                            + what
                                            + " lives cannot be seen: it is opaque, and the answer"
                                            + " does not say"));
        }
        Optional<Map<String, @Nullable Object>> claims = object(parts[1]);
        if (claims.isEmpty()) {
            return Finding.unknown(
                    rule, "the " + what + " is a JWT whose claims are no JSON object");
        }
        if (!(claims.get().get("exp") instanceof Number end)) {
            return Finding.fail(
                    rule,
                    "the "
                            + what
                            + " is a JWT without a number in exp, and so has no end, whatever the"
                            + " answer says beside it");
        }
        double left = end.doubleValue() - now.getEpochSecond();
        double whole =
                claims.get().get("iat") instanceof Number begun
                        ? end.doubleValue() - begun.doubleValue()
                        : left;
        return of(rule, what, Math.max(left, whole), longest);
    }

    private static Finding of(CheckInfo rule, String what, double life, int longest) {
        // What is beyond a long is taken for the longest.
        long seconds = (long) Math.ceil(life);
        String words = "the " + what + " lives " + seconds + " s";
        if (seconds <= 0) {
            return Finding.unknown(
                            rule, words + ", which may mean that it is over or that it never ends")
                    .with("seconds", seconds);
        }
        String compared = words + "; the policy allows " + longest + " s";
        return (seconds > longest + TOLERANCE
                        ? Finding.fail(rule, compared)
                        : Finding.pass(rule, compared))
                .with("seconds", seconds);
    }

    private static Optional<Map<String, @Nullable Object>> object(String part) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(part);
            return JsonReader.object(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException opaque) {
            return Optional.empty();
        }
    }
}
