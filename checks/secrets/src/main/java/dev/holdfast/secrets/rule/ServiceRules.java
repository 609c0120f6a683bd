package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.HIGH;
import static dev.holdfast.core.result.Severity.INFO;

import dev.holdfast.secrets.engine.Bytes;
import java.util.List;
import java.util.Map;

/** Tokens of the services that teams work with. */
final class ServiceRules {

    private ServiceRules() {}

    static List<PrefixRule> all() {
        Kind grafana =
                new Kind(
                        "grafana-token",
                        "Grafana service account token",
                        "Grafana",
                        HIGH,
                        "reads dashboards and the data behind them",
                        "https://grafana.com/docs/grafana/latest/administration/service-accounts/");
        Kind atlassian =
                new Kind(
                        "atlassian-token",
                        "Atlassian API token",
                        "Atlassian",
                        CRITICAL,
                        "reads and changes issues and pages as its owner",
                        "https://id.atlassian.com/manage-profile/security/api-tokens");
        return List.of(
                PrefixRule.of(
                        new Kind(
                                "linear-api-key",
                                "Linear API key",
                                "Linear",
                                HIGH,
                                "reads and changes issues as its owner",
                                "https://linear.app/settings/account/security"),
                        Bytes.BASE62,
                        40,
                        40,
                        "lin_api_"),
                PrefixRule.of(
                        new Kind(
                                "notion-token",
                                "Notion integration token",
                                "Notion",
                                HIGH,
                                "reads the pages it was given",
                                "https://www.notion.so/profile/integrations"),
                        Bytes.BASE62,
                        46,
                        46,
                        "ntn_"),
                PrefixRule.of(
                        new Kind(
                                "figma-token",
                                "Figma token",
                                "Figma",
                                HIGH,
                                "reads files as its owner",
                                "https://www.figma.com/settings"),
                        Bytes.BASE64URL,
                        38,
                        46,
                        "figd_"),
                PrefixRule.of(
                        new Kind(
                                "postman-api-key",
                                "Postman API key",
                                "Postman",
                                HIGH,
                                "reads collections, with the credentials saved in them",
                                "https://go.postman.co/settings/me/api-keys"),
                        Bytes.BASE64URL,
                        59,
                        59,
                        "PMAK-"),
                PrefixRule.of(
                        new Kind(
                                "newrelic-user-key",
                                "New Relic user key",
                                "New Relic",
                                HIGH,
                                "reads the account's data as its owner",
                                "https://one.newrelic.com/api-keys"),
                        Bytes.BASE62,
                        27,
                        27,
                        "NRAK-"),
                PrefixRule.of(
                        new Kind(
                                "sentry-token",
                                "Sentry auth token",
                                "Sentry",
                                HIGH,
                                "reads errors and uploads releases",
                                "https://sentry.io/settings/auth-tokens/"),
                        Bytes.BASE64,
                        60,
                        400,
                        "sntryu_",
                        "sntrys_"),
                PrefixRule.of(
                        new Kind(
                                "posthog-personal-key",
                                "PostHog personal API key",
                                "PostHog",
                                HIGH,
                                "reads the analytics of the project",
                                "https://app.posthog.com/settings/user-api-keys"),
                        Bytes.BASE62,
                        41,
                        49,
                        "phx_"),
                PrefixRule.of(
                        new Kind(
                                "posthog-project-key",
                                "PostHog project API key",
                                "PostHog",
                                INFO,
                                "sends events from a browser, as it is meant to",
                                "https://app.posthog.com/settings/project"),
                        Bytes.BASE62,
                        41,
                        49,
                        "phc_"),
                PrefixRule.judged(
                        grafana,
                        (bytes, length, start, end) ->
                                grafana.leaked(
                                        Checksums.littleEndianHex(
                                                bytes, start, end - 9, end - 8, end),
                                        Map.of()),
                        Bytes.BASE64URL,
                        41,
                        41,
                        "glsa_"),
                PrefixRule.judged(
                        atlassian,
                        (bytes, length, start, end) ->
                                atlassian.leaked(
                                        Checksums.upperHex(bytes, start, end - 8, end), Map.of()),
                        Bytes.DOTTED,
                        109,
                        259,
                        "ATATT3",
                        "ATCTT3"),
                PrefixRule.of(
                        new Kind(
                                "age-secret-key",
                                "age secret key",
                                "age",
                                CRITICAL,
                                "decrypts every file that was encrypted to it",
                                "https://github.com/FiloSottile/age"),
                        Bytes.UPPER,
                        58,
                        58,
                        "AGE-SECRET-KEY-1"),
                PrefixRule.of(
                        new Kind(
                                "onepassword-token",
                                "1Password service account token",
                                "1Password",
                                CRITICAL,
                                "reads the vaults it was given",
                                "https://my.1password.com/developer-tools"),
                        Bytes.BASE64URL,
                        200,
                        2000,
                        "ops_eyJ"));
    }
}
