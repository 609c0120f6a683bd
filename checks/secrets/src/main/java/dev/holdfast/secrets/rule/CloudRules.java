package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.HIGH;

import dev.holdfast.secrets.engine.Bytes;
import java.util.List;

/** Tokens of clouds and hosting. */
final class CloudRules {

    private CloudRules() {}

    static List<PrefixRule> all() {
        return List.of(
                PrefixRule.of(
                        new Kind(
                                "aws-bedrock-key",
                                "Amazon Bedrock API key",
                                "AWS",
                                CRITICAL,
                                "spends the account's money on models",
                                "https://console.aws.amazon.com/bedrock/home#/api-keys"),
                        Shape.of(Bytes.BASE64, 109, 269),
                        "ABSK"),
                PrefixRule.of(
                        new Kind(
                                "digitalocean-token",
                                "DigitalOcean token",
                                "DigitalOcean",
                                CRITICAL,
                                "manages servers, volumes and domains",
                                "https://cloud.digitalocean.com/account/api/tokens"),
                        Shape.of(Bytes.HEX, 64),
                        "dop_v1_",
                        "doo_v1_",
                        "dor_v1_"),
                PrefixRule.of(
                        new Kind(
                                "cloudflare-token",
                                "Cloudflare API token",
                                "Cloudflare",
                                CRITICAL,
                                "changes zones, workers and rules it was scoped to",
                                "https://dash.cloudflare.com/profile/api-tokens"),
                        Shape.of(Bytes.BASE62, 48),
                        CheckDigits.HEX,
                        "cfk_",
                        "cfut_",
                        "cfat_"),
                PrefixRule.of(
                        new Kind(
                                "cloudflare-origin-ca-key",
                                "Cloudflare Origin CA key",
                                "Cloudflare",
                                HIGH,
                                "issues and revokes certificates between Cloudflare and the server",
                                "https://dash.cloudflare.com/profile/api-tokens"),
                        Shape.of(Bytes.HEX, 24).then("-", Bytes.HEX, 146),
                        "v1.0-"),
                PrefixRule.of(
                        new Kind(
                                "vercel-token",
                                "Vercel token",
                                "Vercel",
                                CRITICAL,
                                "deploys and reads the environment of projects",
                                "https://vercel.com/account/settings/tokens"),
                        Shape.of(Bytes.BASE62, 20, 60),
                        "vcp_",
                        "vci_",
                        "vca_",
                        "vcr_",
                        "vck_"),
                PrefixRule.of(
                        new Kind(
                                "render-api-key",
                                "Render API key",
                                "Render",
                                CRITICAL,
                                "manages services and reads their environment",
                                "https://dashboard.render.com/u/settings#api-keys"),
                        Shape.of(Bytes.BASE62, 28),
                        "rnd_"),
                PrefixRule.of(
                        new Kind(
                                "planetscale-token",
                                "PlanetScale token",
                                "PlanetScale",
                                CRITICAL,
                                "opens databases of the organisation",
                                "https://app.planetscale.com/settings/service-tokens"),
                        Shape.of(Bytes.DOTTED, 32, 64),
                        "pscale_tkn_",
                        "pscale_oauth_",
                        "pscale_pw_"),
                PrefixRule.of(
                        new Kind(
                                "neon-api-key",
                                "Neon API key",
                                "Neon",
                                CRITICAL,
                                "manages the organisation's databases",
                                "https://console.neon.tech/app/settings/api-keys"),
                        Shape.of(Bytes.BASE62, 64),
                        "napi_"));
    }
}
