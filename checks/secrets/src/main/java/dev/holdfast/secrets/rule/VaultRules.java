package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;

import dev.holdfast.secrets.engine.Bytes;
import java.util.List;

/** Keys to where other secrets are kept. */
final class VaultRules {

    private VaultRules() {}

    static List<PrefixRule> all() {
        return List.of(
                PrefixRule.of(
                        new Kind(
                                "vault-token",
                                "HashiCorp Vault token",
                                "HashiCorp",
                                CRITICAL,
                                "reads the secrets its policy allows",
                                "https://developer.hashicorp.com/vault/docs/commands/token/revoke"),
                        Form.of("hvs.", Shape.of(Bytes.BASE64URL, 90, 120)),
                        Form.of("hvb.", Shape.of(Bytes.BASE64URL, 138, 300))),
                PrefixRule.of(
                        new Kind(
                                "doppler-token",
                                "Doppler token",
                                "Doppler",
                                CRITICAL,
                                "reads stored secrets",
                                "https://dashboard.doppler.com"),
                        Shape.of(Bytes.BASE62, 40, 44),
                        "dp.pt.",
                        "dp.st.",
                        "dp.sa."),
                PrefixRule.of(
                        new Kind(
                                "onepassword-token",
                                "1Password service account token",
                                "1Password",
                                CRITICAL,
                                "reads the vaults it was given",
                                "https://my.1password.com/developer-tools"),
                        Shape.of(Bytes.BASE64URL, 200, 2_000),
                        "ops_eyJ"),
                PrefixRule.of(
                        new Kind(
                                "age-secret-key",
                                "age secret key",
                                "age",
                                CRITICAL,
                                "decrypts every file that was encrypted to it",
                                "https://github.com/FiloSottile/age"),
                        Shape.of(Bytes.UPPER, 58),
                        "AGE-SECRET-KEY-1"));
    }

    static InfixRule terraform() {
        return new InfixRule(
                new Kind(
                        "terraform-token",
                        "HCP Terraform token",
                        "HashiCorp",
                        CRITICAL,
                        "reads state, with the secrets in it, and changes infrastructure",
                        "https://app.terraform.io/app/settings/tokens"),
                Bytes.BASE62,
                14,
                14,
                List.of(".atlasv1."),
                Shape.of(Bytes.BASE64URL, 60, 70));
    }
}
