package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.HIGH;
import static dev.holdfast.core.result.Severity.MEDIUM;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Bytes;
import java.util.List;
import java.util.Map;

/** Keys of Google. */
final class GoogleRules {
    private static final String CREDENTIALS = "https://console.cloud.google.com/apis/credentials";

    private GoogleRules() {}

    static List<PrefixRule> all() {
        return List.of(
                apiKey(),
                PrefixRule.of(
                        new Kind(
                                "google-gemini-key",
                                "Google Gemini API key",
                                "Google",
                                HIGH,
                                "spends the project's money on models",
                                "https://aistudio.google.com/apikey"),
                        Shape.of(Bytes.BASE64URL, 44),
                        "AQ.Ab8RN6"),
                PrefixRule.of(
                        new Kind(
                                "google-oauth-secret",
                                "Google OAuth client secret",
                                "Google",
                                HIGH,
                                "lets somebody pose as the application",
                                CREDENTIALS),
                        Shape.of(Bytes.BASE64URL, 28),
                        "GOCSPX-"),
                PrefixRule.of(
                        new Kind(
                                "google-access-token",
                                "Google OAuth access token",
                                "Google",
                                MEDIUM,
                                "acts as its user until it expires, mostly within the hour",
                                "https://myaccount.google.com/permissions"),
                        Shape.of(Bytes.BASE64URL, 60, 1_000),
                        "ya29."));
    }

    /**
     * Google's keys are the same for a web application's public configuration (Firebase says that
     * they identify and do not authorise) and for services that bill; what stands around tells.
     */
    private static PrefixRule apiKey() {
        Kind kind =
                new Kind(
                        "google-api-key",
                        "Google API key",
                        "Google",
                        MEDIUM,
                        "spends the quota of the project unless it is restricted",
                        CREDENTIALS);
        return PrefixRule.of(kind, Shape.of(Bytes.BASE64URL, 35), "AIza")
                .judgedBy(
                        (bytes, length, start, end) ->
                                FirebaseConfiguration.holds(bytes, length, start, end)
                                        ? kind.open(Map.of("firebase", true))
                                        : kind.leaked(Severity.MEDIUM, Map.of("firebase", false)),
                        "public by design in a Firebase web configuration");
    }
}
