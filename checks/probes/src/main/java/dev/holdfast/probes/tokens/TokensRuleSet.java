package dev.holdfast.probes.tokens;

import static dev.holdfast.probes.verdict.Rules.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import java.util.List;

/** What can be said of the tokens of a session. */
final class TokensRuleSet {
    private static final String REPLAY = "ASVS v5.0.0-10.4.5";
    private static final String PRACTICE = "RFC 9700";

    static final CheckInfo REFRESH =
            rule(
                    "tokens.refresh",
                    "The refresh token is not taken",
                    Severity.MEDIUM,
                    "The refresh token of the policy was not answered with new tokens.",
                    "Without new tokens nothing can be said of them.",
                    "Sign in as the test user and put a fresh refresh token into the variable: each"
                            + " run uses one up.");

    static final CheckInfo ROTATED =
            rule(
                    "tokens.refresh-not-rotated",
                    "Refresh tokens are not rotated",
                    Severity.MEDIUM,
                    "A refresh was answered without a new refresh token, or with the same one.",
                    "A stolen refresh token works beside the user's own, and nobody notices.",
                    "Answer each refresh with a new refresh token.",
                    "CWE-613",
                    REPLAY,
                    PRACTICE);

    static final CheckInfo REUSED =
            rule(
                    "tokens.refresh-reuse-accepted",
                    "A used refresh token works again",
                    Severity.HIGH,
                    "A refresh token that had been used was answered with new tokens.",
                    "Whoever finds an old one, in a log or a backup, is signed in for good.",
                    "Mark a refresh token as used in the same transaction that makes the next one.",
                    "CWE-294",
                    "CWE-613",
                    REPLAY,
                    PRACTICE);

    static final CheckInfo FAMILY =
            rule(
                    "tokens.family-not-revoked",
                    "Reuse does not end the session",
                    Severity.MEDIUM,
                    "After a used refresh token was sent again, the newest one of the same session"
                            + " still worked.",
                    "When a thief refreshes first, the user's attempt is refused and the thief's"
                            + " session goes on.",
                    "Revoke all refresh tokens of the session when a used one arrives.",
                    "CWE-613",
                    REPLAY,
                    PRACTICE);

    static final CheckInfo ACCESS_LIFE =
            rule(
                    "tokens.access-life",
                    "Access tokens live too long",
                    Severity.MEDIUM,
                    "An access token lives longer than the policy allows.",
                    "A stolen one works all that time, and mostly nothing can stop it.",
                    "Set the life of access tokens to the policy's, an hour at most.",
                    "CWE-613",
                    "ASVS v5.0.0-7.3.2");

    static final CheckInfo REFRESH_LIFE =
            rule(
                    "tokens.refresh-life",
                    "Refresh tokens live too long",
                    Severity.LOW,
                    "A refresh token lives longer than the policy allows.",
                    "A lost device stays signed in for all that time.",
                    "Set the life of refresh tokens to the policy's.",
                    "CWE-613",
                    "ASVS v5.0.0-10.4.8");

    static final CheckInfo LOGOUT_ACCESS =
            rule(
                    "tokens.logout-access-token",
                    "The access token works after the logout",
                    Severity.MEDIUM,
                    "After a logout the access token of that session was still answered with the"
                            + " canary.",
                    "Who signs out on a shared machine is not signed out.",
                    "Keep a list of ended sessions until their access tokens expire, and look it"
                            + " up.",
                    "CWE-613",
                    "ASVS v5.0.0-7.4.1");

    static final CheckInfo LOGOUT_REFRESH =
            rule(
                    "tokens.logout-refresh-token",
                    "The refresh token works after the logout",
                    Severity.HIGH,
                    "After a logout the refresh token of that session was answered with new tokens.",
                    "Whoever has it is signed in for as long as it lives, whatever the user does.",
                    "Revoke the session's refresh tokens at the logout.",
                    "CWE-613",
                    "ASVS v5.0.0-7.4.1");

    private TokensRuleSet() {}

    static List<CheckInfo> all() {
        return List.of(
                REFRESH,
                ROTATED,
                REUSED,
                FAMILY,
                ACCESS_LIFE,
                REFRESH_LIFE,
                LOGOUT_ACCESS,
                LOGOUT_REFRESH);
    }
}
