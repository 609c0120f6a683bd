package dev.holdfast.probes.jwt;

import static dev.holdfast.probes.verdict.Rules.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import java.util.List;

/** What can be said of a route that takes tokens: who may sign them, and how. */
final class JwtRuleSet {
    private static final String ANYBODY =
            "Anybody can write a token with any user and any role in it.";
    private static final String FIXED =
            "Tell the library the one algorithm and the one key to verify with, and take neither"
                    + " from the token.";
    private static final String VERIFY = "ASVS v5.0.0-9.1.1";
    private static final String ALGORITHMS = "ASVS v5.0.0-9.1.2";
    private static final String SOURCES = "ASVS v5.0.0-9.1.3";
    private static final String PRACTICE = "RFC 8725";

    static final CheckInfo VALID =
            rule(
                    "jwt.valid-token",
                    "A right token is not accepted",
                    Severity.MEDIUM,
                    "A token that the policy's key signed was not answered with the canary.",
                    "Without it a refusal says nothing: a route that refuses everything refuses"
                            + " forged tokens too.",
                    "Check key, issuer, audience, claims and canary of the route in the policy, then"
                            + " ask again.");

    static final CheckInfo MISSING =
            rule(
                    "jwt.no-token-accepted",
                    "The route answers without a token",
                    Severity.CRITICAL,
                    "A request without any token was answered with the canary.",
                    "Whoever knows the address reads what only a signed-in user may.",
                    "Put the route behind the filter that verifies tokens, and deny by default.",
                    "CWE-306",
                    "ASVS v5.0.0-8.2.1");

    static final CheckInfo UNVERIFIED =
            rule(
                    "jwt.signature-not-verified",
                    "The signature is not verified",
                    Severity.CRITICAL,
                    "A token with a random, cut or foreign signature was answered like a right one.",
                    ANYBODY,
                    "Verify before reading: many libraries have a decode that verifies nothing. "
                            + FIXED,
                    "CWE-347",
                    VERIFY,
                    PRACTICE);

    static final CheckInfo NONE =
            rule(
                    "jwt.algorithm-none",
                    "Tokens with the algorithm none are accepted",
                    Severity.CRITICAL,
                    "A token that says it is not signed, or not how, was answered like a right one.",
                    ANYBODY,
                    FIXED,
                    "CWE-347",
                    "CWE-327",
                    ALGORITHMS,
                    PRACTICE);

    static final CheckInfo EMPTY =
            rule(
                    "jwt.empty-signature",
                    "Tokens without a signature are accepted",
                    Severity.CRITICAL,
                    "A token whose signature was taken away was answered like a right one.",
                    ANYBODY,
                    FIXED,
                    "CWE-347",
                    VERIFY,
                    PRACTICE);

    static final CheckInfo BLANK =
            rule(
                    "jwt.blank-key",
                    "Tokens under an empty secret are accepted",
                    Severity.CRITICAL,
                    "A token signed by HMAC with an empty secret was answered like a right one.",
                    ANYBODY + " An empty secret is what is left when a variable is not set.",
                    "Refuse to start without a key. " + FIXED,
                    "CWE-1188",
                    "CWE-347",
                    VERIFY);

    static final CheckInfo CONFUSION =
            rule(
                    "jwt.key-confusion",
                    "The public key is taken for an HMAC secret",
                    Severity.CRITICAL,
                    "A token signed by HMAC with the public key's text as secret was answered like a"
                            + " right one.",
                    "The public key is public. " + ANYBODY,
                    FIXED,
                    "CWE-347",
                    "CWE-327",
                    ALGORITHMS,
                    PRACTICE);

    static final CheckInfo EMBEDDED =
            rule(
                    "jwt.embedded-key",
                    "A key inside the token is believed",
                    Severity.CRITICAL,
                    "A token that brings the key to verify it with (jwk, or a certificate of its own"
                            + " in x5c) was answered like a right one.",
                    ANYBODY,
                    "Do not read jwk and x5c. " + FIXED,
                    "CWE-347",
                    SOURCES,
                    PRACTICE);

    static final CheckInfo REMOTE =
            rule(
                    "jwt.remote-key",
                    "A key's address inside the token is followed",
                    Severity.HIGH,
                    "A token that names an address for its key (jku, x5u) was accepted under a"
                            + " foreign key, or a good token is refused as soon as it names one. The"
                            + " name asked for ends in .invalid, so that no host is ever called.",
                    "Whoever can write a token makes the service fetch any address, and brings the"
                            + " key.",
                    "Do not read jku and x5u, or compare them with a fixed list.",
                    "CWE-918",
                    "CWE-347",
                    SOURCES,
                    PRACTICE);

    static final CheckInfo KEY_ID =
            rule(
                    "jwt.key-id",
                    "The key's id leads to a key that anybody has",
                    Severity.CRITICAL,
                    "A token whose kid is empty or the path of an empty or missing file, signed by"
                            + " HMAC with nothing, was answered like a right one.",
                    ANYBODY,
                    "Look the kid up in a map of known keys and refuse every other.",
                    "CWE-22",
                    "CWE-347",
                    SOURCES,
                    PRACTICE);

    static final CheckInfo PSYCHIC =
            rule(
                    "jwt.blank-curve-signature",
                    "An ECDSA signature of zeros is accepted",
                    Severity.CRITICAL,
                    "A token whose signature has r and s of zero, or of the curve's order, was"
                            + " answered like a right one.",
                    ANYBODY,
                    "Update the runtime: Java 15 to 18 before April 2022 have this fault"
                            + " (CVE-2022-21449).",
                    "CWE-347",
                    VERIFY);

    static final CheckInfo CURVE =
            rule(
                    "jwt.other-curve",
                    "A signature on another curve is accepted",
                    Severity.CRITICAL,
                    "A token signed with a foreign key on another curve than the algorithm's was"
                            + " answered like a right one.",
                    ANYBODY,
                    FIXED,
                    "CWE-347",
                    VERIFY,
                    PRACTICE);

    static final CheckInfo WEAK =
            rule(
                    "jwt.weak-secret",
                    "The HMAC secret can be guessed",
                    Severity.HIGH,
                    "The secret of the policy is shorter than the hash (RFC 7518, section 3.2), or"
                            + " holds too little chance. Found without asking anybody.",
                    "Whoever has one token tries secrets on his own machine until the signature"
                            + " fits, and then signs his own.",
                    "Make a new secret of 32 or more random bytes, for example by openssl rand"
                            + " -base64 48.",
                    "CWE-521",
                    "CWE-326",
                    "RFC 7518",
                    PRACTICE);

    private JwtRuleSet() {}

    static List<CheckInfo> all() {
        return List.of(
                VALID,
                MISSING,
                UNVERIFIED,
                NONE,
                EMPTY,
                BLANK,
                CONFUSION,
                EMBEDDED,
                REMOTE,
                KEY_ID,
                PSYCHIC,
                CURVE,
                WEAK);
    }
}
