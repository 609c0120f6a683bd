package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.HIGH;
import static dev.holdfast.core.result.Severity.INFO;

import dev.holdfast.secrets.engine.Bytes;
import java.util.List;

/** Tokens of services that watch: errors, metrics, visits. */
final class ObservabilityRules {

    private ObservabilityRules() {}

    static List<PrefixRule> all() {
        return List.of(
                PrefixRule.of(
                        new Kind(
                                "newrelic-user-key",
                                "New Relic user key",
                                "New Relic",
                                HIGH,
                                "reads the account's data as its owner",
                                "https://one.newrelic.com/api-keys"),
                        Shape.of(Bytes.BASE62, 27),
                        "NRAK-"),
                PrefixRule.of(
                        new Kind(
                                "sentry-token",
                                "Sentry auth token",
                                "Sentry",
                                HIGH,
                                "reads errors and uploads releases",
                                "https://sentry.io/settings/auth-tokens/"),
                        Form.of("sntryu_", Shape.of(Bytes.HEX, 64)),
                        // A JSON object in base64.
                        Form.of("sntrys_eyJ", Shape.of(Bytes.BASE64, 57, 400))),
                PrefixRule.of(
                        new Kind(
                                "posthog-personal-key",
                                "PostHog personal API key",
                                "PostHog",
                                HIGH,
                                "reads the analytics of the project",
                                "https://app.posthog.com/settings/user-api-keys"),
                        Shape.of(Bytes.BASE62, 41, 49),
                        "phx_"),
                PrefixRule.of(
                        new Kind(
                                "posthog-project-key",
                                "PostHog project API key",
                                "PostHog",
                                INFO,
                                "sends events from a browser, as it is meant to",
                                "https://app.posthog.com/settings/project"),
                        Shape.of(Bytes.BASE62, 41, 49),
                        "phc_"),
                PrefixRule.of(
                        new Kind(
                                "grafana-token",
                                "Grafana service account token",
                                "Grafana",
                                HIGH,
                                "reads dashboards and the data behind them",
                                "https://grafana.com/docs/grafana/latest/administration/service-accounts/"),
                        Shape.of(Bytes.BASE62, 32).then("_", Bytes.BASE62, 8),
                        CheckDigits.LITTLE_ENDIAN_HEX,
                        "glsa_"),
                PrefixRule.of(
                        new Kind(
                                "grafana-cloud-token",
                                "Grafana Cloud access policy token",
                                "Grafana",
                                HIGH,
                                "reads or writes metrics and logs of the stack",
                                "https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/"),
                        Shape.of(Bytes.BASE64, 57, 400),
                        "glc_eyJ"));
    }
}
