package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.HIGH;
import static dev.holdfast.core.result.Severity.INFO;
import static dev.holdfast.core.result.Severity.MEDIUM;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Bytes;
import java.util.List;
import java.util.Map;

/** Tokens of clouds and hosting. */
final class CloudRules {
    private static final String SUPABASE =
            "https://supabase.com/dashboard/project/_/settings/api-keys";
    private static final String GOOGLE = "https://console.cloud.google.com/apis/credentials";
    private static final String CLOUDFLARE = "https://dash.cloudflare.com/profile/api-tokens";

    private CloudRules() {}

    static List<PrefixRule> all() {
        return List.of(
                PrefixRule.of(
                        new Kind(
                                "supabase-secret-key",
                                "Supabase secret key",
                                "Supabase",
                                CRITICAL,
                                "reads and writes every row, past row level security",
                                SUPABASE),
                        Bytes.BASE64URL,
                        31,
                        31,
                        "sb_secret_"),
                PrefixRule.of(
                        new Kind(
                                "supabase-publishable-key",
                                "Supabase publishable key",
                                "Supabase",
                                INFO,
                                "speaks for a visitor who has not signed in, as it is meant to",
                                SUPABASE),
                        Bytes.BASE64URL,
                        31,
                        31,
                        "sb_publishable_"),
                PrefixRule.of(
                        new Kind(
                                "supabase-access-token",
                                "Supabase personal access token",
                                "Supabase",
                                CRITICAL,
                                "manages every project of its owner",
                                "https://supabase.com/dashboard/account/tokens"),
                        Bytes.HEX,
                        40,
                        40,
                        "sbp_"),
                google(),
                PrefixRule.of(
                        new Kind(
                                "google-oauth-secret",
                                "Google OAuth client secret",
                                "Google",
                                HIGH,
                                "lets somebody pose as the application",
                                GOOGLE),
                        Bytes.BASE64URL,
                        28,
                        28,
                        "GOCSPX-"),
                PrefixRule.of(
                        new Kind(
                                "digitalocean-token",
                                "DigitalOcean token",
                                "DigitalOcean",
                                CRITICAL,
                                "manages servers, volumes and domains",
                                "https://cloud.digitalocean.com/account/api/tokens"),
                        Bytes.HEX,
                        64,
                        64,
                        "dop_v1_",
                        "doo_v1_",
                        "dor_v1_"),
                cloudflare(),
                PrefixRule.of(
                        new Kind(
                                "vercel-token",
                                "Vercel token",
                                "Vercel",
                                CRITICAL,
                                "deploys and reads the environment of projects",
                                "https://vercel.com/account/settings/tokens"),
                        Bytes.BASE62,
                        20,
                        60,
                        "vcp_",
                        "vci_",
                        "vca_",
                        "vcr_",
                        "vck_"),
                PrefixRule.of(
                        new Kind(
                                "planetscale-token",
                                "PlanetScale token",
                                "PlanetScale",
                                CRITICAL,
                                "opens databases of the organisation",
                                "https://app.planetscale.com/settings/service-tokens"),
                        Bytes.DOTTED,
                        32,
                        64,
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
                        Bytes.LOWER,
                        64,
                        64,
                        "napi_"),
                PrefixRule.of(
                        new Kind(
                                "vault-token",
                                "HashiCorp Vault token",
                                "HashiCorp",
                                CRITICAL,
                                "reads the secrets its policy allows",
                                "https://developer.hashicorp.com/vault/docs/commands/token/revoke"),
                        Bytes.BASE64URL,
                        90,
                        300,
                        "hvs.",
                        "hvb."),
                PrefixRule.of(
                        new Kind(
                                "doppler-token",
                                "Doppler token",
                                "Doppler",
                                CRITICAL,
                                "reads stored secrets",
                                "https://dashboard.doppler.com"),
                        Bytes.BASE62,
                        40,
                        44,
                        "dp.pt.",
                        "dp.st.",
                        "dp.sa."));
    }

    /**
     * Google's keys are the same for a web application's public configuration (Firebase says that
     * they identify and do not authorise) and for services that bill; what stands around tells.
     */
    private static PrefixRule google() {
        Kind kind =
                new Kind(
                        "google-api-key",
                        "Google API key",
                        "Google",
                        MEDIUM,
                        "spends the quota of the project unless it is restricted",
                        GOOGLE);
        return PrefixRule.judged(
                kind,
                (bytes, length, start, end) ->
                        Around.has(
                                        bytes,
                                        length,
                                        start,
                                        end,
                                        "authDomain",
                                        "messagingSenderId",
                                        "firebaseapp.com")
                                ? kind.open(Map.of("firebase", true))
                                : kind.leaked(Severity.MEDIUM, Map.of("firebase", false)),
                Bytes.BASE64URL,
                35,
                35,
                "AIza");
    }

    private static PrefixRule cloudflare() {
        Kind kind =
                new Kind(
                        "cloudflare-token",
                        "Cloudflare API token",
                        "Cloudflare",
                        CRITICAL,
                        "changes zones, workers and rules it was scoped to",
                        CLOUDFLARE);
        return PrefixRule.judged(
                kind,
                (bytes, length, start, end) -> {
                    int body = start + (bytes[start + 2] == 'k' ? 4 : 5);
                    return kind.leaked(Checksums.hex(bytes, body, end - 8, end - 8, end), Map.of());
                },
                Bytes.BASE62,
                48,
                48,
                "cfk_",
                "cfut_",
                "cfat_");
    }
}
