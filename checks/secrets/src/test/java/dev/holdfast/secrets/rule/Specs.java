package dev.holdfast.secrets.rule;

import static dev.holdfast.secrets.rule.Alphabet.ANY_BASE64;
import static dev.holdfast.secrets.rule.Alphabet.BASE62;
import static dev.holdfast.secrets.rule.Alphabet.BASE64;
import static dev.holdfast.secrets.rule.Alphabet.BASE64URL;
import static dev.holdfast.secrets.rule.Alphabet.DIGITS;
import static dev.holdfast.secrets.rule.Alphabet.DOTTED;
import static dev.holdfast.secrets.rule.Alphabet.ENCODED;
import static dev.holdfast.secrets.rule.Alphabet.HEX;
import static dev.holdfast.secrets.rule.Alphabet.LOWER;
import static dev.holdfast.secrets.rule.Alphabet.UPPER;

import java.util.ArrayList;
import java.util.List;

/** The forms of all tokens that begin with a literal; of one rule the first that fits counts. */
public final class Specs {
    private static final String MARK = "T3Blbk" + "FJ";

    private Specs() {}

    public static List<Spec> all() {
        List<Spec> all = new ArrayList<>();
        all.addAll(payment());
        all.addAll(cloud());
        all.addAll(source());
        all.addAll(models());
        all.addAll(messages());
        all.addAll(services());
        return all;
    }

    private static List<Spec> payment() {
        return List.of(
                Spec.of("stripe-secret-key", "sk_live_", BASE62, 16, 247),
                Spec.of("stripe-restricted-key", "rk_live_", BASE62, 16, 247),
                Spec.of("stripe-test-key", "sk_test_", BASE62, 16, 247),
                Spec.of("stripe-test-key", "rk_test_", BASE62, 16, 247),
                Spec.of("stripe-publishable-key", "pk_live_", BASE62, 16, 247),
                Spec.of("stripe-publishable-key", "pk_test_", BASE62, 16, 247),
                Spec.of("stripe-webhook-secret", "whsec_", BASE64, 32, 88),
                Spec.of("shopify-token", "shpat_", HEX, 32),
                Spec.of("shopify-token", "shpca_", HEX, 32),
                Spec.of("shopify-token", "shppa_", HEX, 32),
                Spec.of("shopify-token", "shpss_", HEX, 32),
                Spec.of("square-token", "sq0atp-", BASE64URL, 22),
                Spec.of("square-token", "sq0csp-", BASE64URL, 43));
    }

    private static List<Spec> cloud() {
        List<Spec> all = new ArrayList<>();
        all.add(Spec.of("supabase-secret-key", "sb_secret_", BASE64URL, 31));
        all.add(Spec.of("supabase-publishable-key", "sb_publishable_", BASE64URL, 31));
        all.add(Spec.of("supabase-access-token", "sbp_", BASE62, 40));
        all.add(Spec.of("google-api-key", "AIza", BASE64URL, 35));
        all.add(Spec.of("google-gemini-key", "AQ.Ab8RN6", BASE64URL, 44));
        all.add(Spec.of("google-oauth-secret", "GOCSPX-", BASE64URL, 28));
        all.add(Spec.of("google-access-token", "ya29.", BASE64URL, 60, 1_000));
        all.add(Spec.of("aws-bedrock-key", "ABSK", ANY_BASE64, 109, 269));
        for (String prefix : List.of("dop_v1_", "doo_v1_", "dor_v1_")) {
            all.add(Spec.of("digitalocean-token", prefix, HEX, 64));
        }
        for (String prefix : List.of("cfk_", "cfut_", "cfat_")) {
            all.add(Spec.of("cloudflare-token", prefix, BASE62, 48).checked(Check.HEX));
        }
        all.add(Spec.of("cloudflare-origin-ca-key", "v1.0-", HEX, 24).then("-", HEX, 146));
        for (String prefix : List.of("vcp_", "vci_", "vca_", "vcr_", "vck_")) {
            all.add(Spec.of("vercel-token", prefix, BASE62, 20, 60));
        }
        all.add(Spec.of("render-api-key", "rnd_", BASE62, 28));
        for (String prefix : List.of("pscale_tkn_", "pscale_oauth_", "pscale_pw_")) {
            all.add(Spec.of("planetscale-token", prefix, DOTTED, 32, 64));
        }
        all.add(Spec.of("neon-api-key", "napi_", BASE62, 64));
        all.add(Spec.of("azure-storage-key", "AccountKey=", BASE64, 86).ending("=="));
        all.add(Spec.of("azure-shared-access-key", "SharedAccessKey=", BASE64, 43).ending("="));
        all.add(
                Spec.of("azure-app-configuration-key", "azconfig.io;Id=", BASE62, 4, 64)
                        .then(";Secret=", BASE64, 43)
                        .ending("="));
        all.add(Spec.of("vault-token", "hvs.", BASE64URL, 90, 120));
        all.add(Spec.of("vault-token", "hvb.", BASE64URL, 138, 300));
        for (String prefix : List.of("dp.pt.", "dp.st.", "dp.sa.")) {
            all.add(Spec.of("doppler-token", prefix, BASE62, 40, 44));
        }
        all.add(Spec.of("onepassword-token", "ops_eyJ", BASE64URL, 200, 2_000));
        all.add(Spec.of("age-secret-key", "AGE-SECRET-KEY-1", UPPER, 58));
        return all;
    }

    private static List<Spec> source() {
        List<Spec> all = new ArrayList<>();
        for (String prefix : List.of("ghp_", "gho_", "ghu_", "ghr_")) {
            all.add(Spec.of("github-token", prefix, BASE62, 36).checked(Check.BASE62));
        }
        all.add(Spec.of("github-app-token", "ghs_", BASE62, 36).checked(Check.BASE62));
        all.add(Spec.of("github-app-token", "ghs_", DOTTED, 36, 1_000));
        all.add(Spec.of("github-fine-grained-token", "github_pat_", BASE64URL, 82));
        for (String prefix :
                List.of(
                        "glpat-",
                        "gldt-",
                        "glptt-",
                        "glrt-",
                        "glcbt-",
                        "glft-",
                        "glimt-",
                        "glagent-",
                        "gloas-",
                        "glsoat-",
                        "glffct-",
                        "GR1348941")) {
            all.add(Spec.of("gitlab-token", prefix, DOTTED, 20, 300));
        }
        all.add(Spec.of("npm-token", "npm_", BASE62, 36).checked(Check.BASE62));
        all.add(Spec.of("pypi-token", "pypi-AgEIcHlwaS5vcmc", BASE64URL, 50, 1_000));
        all.add(Spec.of("rubygems-token", "rubygems_", HEX, 48));
        all.add(Spec.of("docker-token", "dckr_pat_", BASE64URL, 27));
        all.add(Spec.of("docker-token", "dckr_oat_", BASE64URL, 32));
        all.add(Spec.of("circleci-token", "CCIPAT_", BASE62, 22).then("_", BASE62, 40));
        all.add(Spec.of("buildkite-token", "bkua_", BASE62, 40));
        all.add(Spec.of("buildkite-token", "bkua_", BASE62, 53));
        all.add(Spec.of("databricks-token", "dapi", HEX, 32).then("-", DIGITS, 1, 2));
        all.add(Spec.of("databricks-token", "dapi", HEX, 32));
        return all;
    }

    private static List<Spec> models() {
        List<Spec> all = new ArrayList<>();
        for (String prefix : List.of("sk-proj-", "sk-svcacct-", "sk-admin-")) {
            for (int half : new int[] {74, 58, 20}) {
                all.add(
                        Spec.of("openai-api-key", prefix, BASE64URL, half)
                                .then(MARK, BASE64URL, half));
            }
            all.add(Spec.of("openai-api-key", prefix, BASE64URL, 40, 200));
        }
        all.add(Spec.of("openai-legacy-key", "sk-", BASE62, 20).then(MARK, BASE62, 20));
        for (String prefix : List.of("sk-ant-api03-", "sk-ant-admin01-")) {
            all.add(Spec.of("anthropic-api-key", prefix, BASE64URL, 80, 120));
        }
        all.add(Spec.of("huggingface-token", "hf_", BASE62, 34));
        all.add(Spec.of("groq-api-key", "gsk_", BASE62, 52));
        all.add(Spec.of("xai-api-key", "xai-", BASE62, 70, 120));
        all.add(Spec.of("perplexity-api-key", "pplx-", BASE62, 48));
        all.add(Spec.of("replicate-token", "r8_", BASE62, 37));
        for (String prefix : List.of("lsv2_pt_", "lsv2_sk_")) {
            all.add(Spec.of("langsmith-api-key", prefix, BASE62, 32).then("_", BASE62, 10));
        }
        all.add(Spec.of("pinecone-api-key", "pcsk_", BASE62, 5, 6).then("_", BASE62, 63));
        return all;
    }

    private static List<Spec> messages() {
        List<Spec> all = new ArrayList<>();
        for (char kind : "bpearsc".toCharArray()) {
            all.add(Spec.of("slack-token", "xox" + kind + "-", BASE64URL, 24, 300));
        }
        all.add(Spec.of("slack-token", "xoxd-", ENCODED, 40, 400));
        all.add(Spec.of("slack-app-token", "xapp-", BASE64URL, 40, 300));
        all.add(Spec.of("sendgrid-api-key", "SG.", BASE64URL, 22).then(".", BASE64URL, 43));
        all.add(Spec.of("mailgun-api-key", "key-", HEX, 32));
        all.add(Spec.of("resend-api-key", "re_", BASE62, 8).then("_", BASE62, 24));
        return all;
    }

    private static List<Spec> services() {
        List<Spec> all = new ArrayList<>();
        all.add(Spec.of("linear-api-key", "lin_api_", BASE62, 40));
        all.add(Spec.of("notion-token", "ntn_", BASE62, 46));
        all.add(Spec.of("figma-token", "figd_", BASE64URL, 38, 50));
        all.add(Spec.of("postman-api-key", "PMAK-", BASE62, 24).then("-", BASE62, 34));
        for (String prefix : List.of("ATATT3", "ATCTT3")) {
            all.add(
                    Spec.of("atlassian-token", prefix, BASE64URL, 100, 250)
                            .then("=", BASE62, 8)
                            .checked(Check.UPPER_HEX));
        }
        all.add(
                Spec.of("zuplo-api-key", "zpka_", LOWER, 32)
                        .then("_", BASE62, 8)
                        .checked(Check.HEX_BEHIND));
        all.add(Spec.of("confluent-api-secret", "cflt", BASE64, 60).checked(Check.BASE64));
        all.add(
                Spec.of("mapbox-secret-token", "sk.eyJ1Ijoi", BASE64URL, 20, 200)
                        .then(".", BASE64URL, 20, 43));
        all.add(
                Spec.of("mapbox-public-token", "pk.eyJ1Ijoi", BASE64URL, 20, 200)
                        .then(".", BASE64URL, 20, 43));
        all.add(Spec.of("newrelic-user-key", "NRAK-", BASE62, 27));
        all.add(Spec.of("sentry-token", "sntryu_", HEX, 64));
        all.add(Spec.of("sentry-token", "sntrys_eyJ", ANY_BASE64, 57, 400));
        all.add(Spec.of("posthog-personal-key", "phx_", BASE62, 41, 49));
        all.add(Spec.of("posthog-project-key", "phc_", BASE62, 41, 49));
        all.add(
                Spec.of("grafana-token", "glsa_", BASE62, 32)
                        .then("_", BASE62, 8)
                        .checked(Check.LITTLE_ENDIAN));
        all.add(Spec.of("grafana-cloud-token", "glc_eyJ", ANY_BASE64, 57, 400));
        return all;
    }
}
