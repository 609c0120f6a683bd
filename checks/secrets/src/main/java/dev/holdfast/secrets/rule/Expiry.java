package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Assessment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What time makes of a token that says when it expires (RFC 7519, section 4.1.4). The clock of
 * whoever reads the report is not that of the service, so an expired token is low and never
 * nothing.
 */
public final class Expiry {
    private Expiry() {}

    /** The assessment at that time: low when the token has expired. */
    public static Assessment judged(Assessment assessment, Instant now) {
        Optional<Instant> expires = of(assessment);
        if (expires.isEmpty()) {
            return assessment;
        }
        boolean expired = expires.get().isBefore(now);
        Map<String, Object> facts = new TreeMap<>(assessment.facts());
        facts.put("expired", expired);
        boolean lower =
                expired
                        && assessment.verdict() == Assessment.Verdict.LEAKED
                        && assessment.severity().compareTo(Severity.LOW) < 0;
        return new Assessment(
                assessment.verdict(),
                lower ? Severity.LOW : assessment.severity(),
                assessment.checksum(),
                facts);
    }

    /** What a message says of a token that was judged; empty or the end of a sentence. */
    public static String words(Assessment assessment) {
        String expired =
                Boolean.TRUE.equals(assessment.facts().get("expired"))
                        ? of(assessment)
                                .map(each ->
                                        ", expired on "
                                                + each.atOffset(ZoneOffset.UTC).toLocalDate())
                                .orElse("")
                        : "";
        boolean none = "none".equals(assessment.facts().get("alg"));
        return (none ? ", which nobody signed (alg none)" : "") + expired;
    }

    private static Optional<Instant> of(Assessment assessment) {
        if (!(assessment.facts().get("exp") instanceof Long seconds)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.ofEpochSecond(seconds))
                    .filter(each -> each.atOffset(ZoneOffset.UTC).getYear() < 10_000);
        } catch (DateTimeException far) {
            return Optional.empty();
        }
    }
}
