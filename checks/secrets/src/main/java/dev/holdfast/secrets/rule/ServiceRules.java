package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.HIGH;
import static dev.holdfast.core.result.Severity.INFO;

import dev.holdfast.secrets.engine.Bytes;
import java.util.List;

/** Tokens of the services that teams work with. */
final class ServiceRules {
    private static final String MAPBOX = "https://console.mapbox.com/account/access-tokens";

    private ServiceRules() {}

    static List<PrefixRule> all() {
        // A JSON object whose first key is "u", and what signs it.
        Shape mapbox = Shape.of(Bytes.BASE64URL, 20, 200).then(".", Bytes.BASE64URL, 20, 43);
        Shape atlassian = Shape.of(Bytes.BASE64URL, 100, 250).then("=", Bytes.BASE62, 8);
        return List.of(
                PrefixRule.of(
                        new Kind(
                                "linear-api-key",
                                "Linear API key",
                                "Linear",
                                HIGH,
                                "reads and changes issues as its owner",
                                "https://linear.app/settings/account/security"),
                        Shape.of(Bytes.BASE62, 40),
                        "lin_api_"),
                PrefixRule.of(
                        new Kind(
                                "notion-token",
                                "Notion integration token",
                                "Notion",
                                HIGH,
                                "reads the pages it was given",
                                "https://www.notion.so/profile/integrations"),
                        Shape.of(Bytes.BASE62, 46),
                        "ntn_"),
                PrefixRule.of(
                        new Kind(
                                "figma-token",
                                "Figma token",
                                "Figma",
                                HIGH,
                                "reads files as its owner",
                                "https://www.figma.com/settings"),
                        Shape.of(Bytes.BASE64URL, 38, 50),
                        "figd_"),
                PrefixRule.of(
                        new Kind(
                                "postman-api-key",
                                "Postman API key",
                                "Postman",
                                HIGH,
                                "reads collections, with the credentials saved in them",
                                "https://go.postman.co/settings/me/api-keys"),
                        Shape.of(Bytes.BASE62, 24).then("-", Bytes.BASE62, 34),
                        "PMAK-"),
                PrefixRule.of(
                        new Kind(
                                "atlassian-token",
                                "Atlassian API token",
                                "Atlassian",
                                CRITICAL,
                                "reads and changes issues and pages as its owner",
                                "https://id.atlassian.com/manage-profile/security/api-tokens"),
                        atlassian,
                        CheckDigits.UPPER_HEX,
                        "ATATT3",
                        "ATCTT3"),
                PrefixRule.of(
                        new Kind(
                                "zuplo-api-key",
                                "Zuplo API key",
                                "Zuplo",
                                HIGH,
                                "calls the gateway as its consumer",
                                "https://portal.zuplo.com"),
                        Shape.of(Bytes.LOWER, 32).then("_", Bytes.BASE62, 8),
                        CheckDigits.HEX_BEHIND_UNDERSCORE,
                        "zpka_"),
                PrefixRule.of(
                        new Kind(
                                "confluent-api-secret",
                                "Confluent Cloud API secret",
                                "Confluent",
                                CRITICAL,
                                "reads and writes topics",
                                "https://confluent.cloud/settings/api-keys"),
                        Shape.of(Bytes.STANDARD_BASE64, 60),
                        CheckDigits.BASE64,
                        "cflt"),
                PrefixRule.of(
                        new Kind(
                                "mapbox-secret-token",
                                "Mapbox secret token",
                                "Mapbox",
                                HIGH,
                                "changes styles, data and tokens of the account",
                                MAPBOX),
                        mapbox,
                        "sk.eyJ1Ijoi"),
                PrefixRule.of(
                        new Kind(
                                "mapbox-public-token",
                                "Mapbox public token",
                                "Mapbox",
                                INFO,
                                "draws maps in a browser, as it is meant to",
                                MAPBOX),
                        mapbox,
                        "pk.eyJ1Ijoi"));
    }
}
