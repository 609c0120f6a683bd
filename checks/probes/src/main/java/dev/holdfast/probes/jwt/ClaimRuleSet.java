package dev.holdfast.probes.jwt;

import static dev.holdfast.probes.verdict.Rules.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import java.util.List;

/** What can be said of a route that takes rightly signed tokens which say the wrong thing. */
final class ClaimRuleSet {
    private static final String TIME = "ASVS v5.0.0-9.2.1";
    private static final String KIND = "ASVS v5.0.0-9.2.2";
    private static final String AUDIENCES = "ASVS v5.0.0-9.2.3";
    private static final String CLAIMS = "RFC 7519";
    private static final String PRACTICE = "RFC 8725";

    static final CheckInfo EXPIRED =
            rule(
                    "jwt.expired-accepted",
                    "Expired tokens are accepted",
                    Severity.HIGH,
                    "A token that expired an hour or ten minutes ago was answered like a right one.",
                    "A token from an old log or a lost laptop works for ever.",
                    "Let the library check exp, with at most a minute of tolerance.",
                    "CWE-613",
                    TIME,
                    CLAIMS);

    static final CheckInfo NOT_YET =
            rule(
                    "jwt.not-before-ignored",
                    "Tokens are accepted before their time",
                    Severity.LOW,
                    "A token that says it is not valid for another hour was answered like a right"
                            + " one.",
                    "A token that was handed out for later works now.",
                    "Let the library check nbf.",
                    "CWE-613",
                    TIME,
                    CLAIMS);

    static final CheckInfo ISSUED_LATER =
            rule(
                    "jwt.issued-in-future",
                    "Tokens issued in the future are accepted",
                    Severity.INFO,
                    "Told only: RFC 7519 does not ask to refuse them.",
                    "Only who holds the key can make one; its clock may be wrong.",
                    "Nothing needs to be done.",
                    CLAIMS);

    static final CheckInfo ISSUER =
            rule(
                    "jwt.issuer-not-checked",
                    "The issuer is not checked",
                    Severity.HIGH,
                    "A token of another issuer, or of none, was answered like a right one.",
                    "A token of another system that shares the key, a test system for example,"
                            + " works here.",
                    "Require the exact iss.",
                    "CWE-346",
                    "CWE-287",
                    PRACTICE);

    static final CheckInfo AUDIENCE =
            rule(
                    "jwt.audience-not-checked",
                    "The audience is not checked",
                    Severity.HIGH,
                    "A token for another audience, or for none, was answered like a right one.",
                    "A token that was handed to another service can be used here, by that service or"
                            + " by whoever breaks into it.",
                    "Require this service's name in aud.",
                    "CWE-346",
                    "CWE-287",
                    AUDIENCES,
                    PRACTICE);

    static final CheckInfo NO_EXPIRY =
            rule(
                    "jwt.no-expiry-accepted",
                    "Tokens without an end are accepted",
                    Severity.MEDIUM,
                    "A token without exp was answered like a right one.",
                    "One token that is signed without an end by mistake works for ever.",
                    "Require exp (RFC 9068, section 2.2).",
                    "CWE-613",
                    "RFC 9068");

    static final CheckInfo TYPE =
            rule(
                    "jwt.type-not-checked",
                    "Tokens of another kind are accepted",
                    Severity.LOW,
                    "A token whose typ says that it is for a logout was answered like an access"
                            + " token.",
                    "What the issuer signs for another purpose works as a key to the service.",
                    "Require the typ of access tokens, at+jwt for example (RFC 9068).",
                    "CWE-843",
                    KIND,
                    PRACTICE);

    static final CheckInfo OTHER_USER =
            rule(
                    "jwt.other-user",
                    "Another user's token shows this user's data",
                    Severity.CRITICAL,
                    "An identity of the policy with another sub was answered with the canary.",
                    "Every user reads every other's data.",
                    "Take the user from the verified token and from nowhere else.",
                    "CWE-639",
                    "ASVS v5.0.0-8.2.2");

    static final CheckInfo TWICE =
            rule(
                    "jwt.duplicate-claims",
                    "Of two equal claims the first is believed",
                    Severity.LOW,
                    "A token with two exp, the last of them expired, was answered like a right one.",
                    "Two programs that read the same token see two different tokens.",
                    "Use a JSON parser that refuses a name that stands twice, or takes the last"
                            + " (RFC 7519, section 4).",
                    "CWE-436",
                    CLAIMS);

    static final CheckInfo CRITICAL =
            rule(
                    "jwt.critical-header-ignored",
                    "What the token calls critical is ignored",
                    Severity.LOW,
                    "A token with an unknown parameter in crit was answered like a right one.",
                    "A limit that the issuer signs into the token does not hold.",
                    "Refuse every name in crit that is not understood (RFC 7515, section 4.1.11).",
                    "CWE-358",
                    "RFC 7515");

    static final CheckInfo QUERY =
            rule(
                    "jwt.token-in-query",
                    "Tokens in the address are accepted",
                    Severity.MEDIUM,
                    "A token in the query string was answered like one in the header.",
                    "Addresses are written to logs, histories and the Referer of other sites.",
                    "Read the token from the header only (RFC 9700, section 4.3.2).",
                    "CWE-598",
                    "ASVS v5.0.0-14.2.1",
                    "RFC 9700");

    private ClaimRuleSet() {}

    static List<CheckInfo> all() {
        return List.of(
                EXPIRED,
                NOT_YET,
                ISSUED_LATER,
                ISSUER,
                AUDIENCE,
                NO_EXPIRY,
                TYPE,
                OTHER_USER,
                TWICE,
                CRITICAL,
                QUERY);
    }
}
