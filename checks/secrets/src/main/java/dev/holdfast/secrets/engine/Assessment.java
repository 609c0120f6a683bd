package dev.holdfast.secrets.engine;

import dev.holdfast.core.result.Severity;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a rule makes of one token, from the token and the bytes around it alone.
 *
 * @param facts what the token says of itself, by name ({@code role}, {@code mode}, {@code expires},
 *     {@code accountId}); never a part of the secret
 */
public record Assessment(
        Verdict verdict, Severity severity, Checksum checksum, Map<String, Object> facts) {

    /** Whether the token is a secret or is meant to be seen. */
    public enum Verdict {
        LEAKED,
        PUBLIC_BY_DESIGN
    }

    /** What the format's own check digits say; an invalid one never drops a finding. */
    public enum Checksum {
        VALID,
        INVALID,
        NONE
    }

    public Assessment {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
}
