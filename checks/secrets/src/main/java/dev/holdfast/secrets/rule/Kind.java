package dev.holdfast.secrets.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.Confidence;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.List;
import java.util.Map;

/**
 * What is told of one kind of secret.
 *
 * @param id the part of the check id behind {@code secrets.}
 * @param name what its users call it, with its provider
 * @param provider who issued it
 * @param severity how bad it is when it leaks
 * @param power what whoever holds it can do, as the rest of a sentence after "it"
 * @param rotation the page where it is revoked and replaced
 * @param confidence how sure a finding is
 */
record Kind(
        String id,
        String name,
        String provider,
        Severity severity,
        String power,
        String rotation,
        Confidence confidence) {

    private static final List<Reference> REFERENCES =
            List.of(
                    new Reference("CWE-798", "https://cwe.mitre.org/data/definitions/798.html"),
                    new Reference("CWE-540", "https://cwe.mitre.org/data/definitions/540.html"),
                    new Reference("ASVS v5.0.0-13.3.1", ""));

    Kind(
            String id,
            String name,
            String provider,
            Severity severity,
            String power,
            String rotation) {
        this(id, name, provider, severity, power, rotation, Confidence.HIGH);
    }

    TokenRule rule() {
        boolean open = severity == Severity.INFO;
        CheckInfo info =
                new CheckInfo(
                        new CheckId("secrets." + id),
                        name,
                        severity,
                        name + ": it " + power + ". One stands in what was looked at.",
                        open
                                ? "It is made to be public, so it is reported and does not fail; it "
                                        + "tells an attacker which account to look at, no more."
                                : "Whoever reads the file has it, and what was served once is in "
                                        + "caches and archives: the value stays known when the file "
                                        + "is gone.",
                        open
                                ? "Nothing, as long as the limits that make it public are set: "
                                        + rotation
                                : "Make a new one at "
                                        + rotation
                                        + ", give it to what uses the old one, from the "
                                        + "environment or a secret store, and revoke the old one; "
                                        + "when it was public, revoke it first, and let what uses "
                                        + "it stand still meanwhile. Then look in the issuer's "
                                        + "log for uses that nobody knows of.",
                        REFERENCES);
        return new TokenRule(info, provider, rotation, confidence);
    }

    /** Leaked, without a check digit. */
    Assessment leaked() {
        return leaked(Assessment.Checksum.NONE, Map.of());
    }

    Assessment leaked(Assessment.Checksum checksum, Map<String, Object> facts) {
        return severity == Severity.INFO
                ? open(facts)
                : new Assessment(Assessment.Verdict.LEAKED, severity, checksum, facts);
    }

    Assessment leaked(Severity other, Map<String, Object> facts) {
        return new Assessment(Assessment.Verdict.LEAKED, other, Assessment.Checksum.NONE, facts);
    }

    /** Public by design. */
    Assessment open(Map<String, Object> facts) {
        return new Assessment(
                Assessment.Verdict.PUBLIC_BY_DESIGN,
                Severity.INFO,
                Assessment.Checksum.NONE,
                facts);
    }
}
