package dev.holdfast.secrets.verify;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A provider's API as its documentation tells it, written apart from the product's data.
 *
 * @param secret a key of the provider's form, put together at run time
 * @param request the one request that it knows, and else answers 404
 * @param header the header that the key comes in, if it comes in one
 */
record FakeApi(
        String provider,
        String rule,
        String secret,
        Map<String, String> with,
        String request,
        String header,
        String live,
        Said dead,
        Said restricted) {

    record Said(int status, String body) {}

    static final Said NOTHING = new Said(0, "");

    Credential credential() {
        Map<String, Secret> companions = new HashMap<>();
        with.forEach((name, value) -> companions.put(name, bytes(value)));
        return new Credential("secrets." + rule, bytes(secret), companions);
    }

    static Secret bytes(String text) {
        return Secret.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What it says to a request: something to the right one alone. */
    Loopback.Reply answer(Loopback.Seen seen, Said said) {
        String asked = seen.method() + " " + seen.host() + seen.path();
        String name = header.substring(0, header.indexOf(':'));
        String value = fill(header.substring(header.indexOf(':') + 2));
        boolean right =
                asked.equals(fill(request)) && value.equals(seen.headers().getOrDefault(name, ""));
        return right
                ? Loopback.Reply.json(said.status(), said.body())
                : Loopback.Reply.json(404, "{}");
    }

    private String fill(String template) {
        String tail = secret.substring(secret.indexOf("webhooks/") + "webhooks/".length());
        return template.replace("{secret}", secret)
                .replace("{base64:api:secret}", base64("api:" + secret))
                .replace("{base64:key:secret}", base64("key:" + secret))
                .replace("{tail}", secret.contains("webhooks/") ? tail : "");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return provider;
    }

    static List<FakeApi> all() {
        return Stream.of(FIRST, SECOND, THIRD).flatMap(List::stream).toList();
    }

    private static final List<FakeApi> FIRST =
            List.of(
                    new FakeApi(
                            "GitHub",
                            "github-token",
                            "gh" + "p_" + "a".repeat(36),
                            Map.of(),
                            "GET api.github.com/user",
                            "Authorization: Bearer {secret}",
                            "{\"login\":\"mona\",\"id\":7}",
                            NOTHING,
                            new Said(403, "{\"message\":\"Resource not accessible\"}")),
                    new FakeApi(
                            "GitHub fine-grained",
                            "github-fine-grained-token",
                            "githu" + "b_pat_" + "a".repeat(82),
                            Map.of(),
                            "GET api.github.com/user",
                            "Authorization: Bearer {secret}",
                            "{\"login\":\"mona\",\"id\":7}",
                            NOTHING,
                            new Said(403, "{\"message\":\"Resource not accessible\"}")),
                    new FakeApi(
                            "GitHub App",
                            "github-app-token",
                            "gh" + "s_" + "a".repeat(36),
                            Map.of(),
                            "GET api.github.com/installation/repositories?per_page=1",
                            "Authorization: Bearer {secret}",
                            "{\"total_count\":3,\"repositories\":[]}",
                            NOTHING,
                            new Said(403, "{\"message\":\"Resource not accessible\"}")),
                    new FakeApi(
                            "GitLab.com",
                            "gitlab-token",
                            "glp" + "at-" + "a".repeat(20),
                            Map.of(),
                            "GET gitlab.com/api/v4/personal_access_tokens/self",
                            "PRIVATE-TOKEN: {secret}",
                            "{\"active\":true,\"scopes\":[\"api\"],\"user_id\":3}",
                            new Said(200, "{\"active\":false,\"revoked\":true}"),
                            NOTHING),
                    new FakeApi(
                            "Stripe",
                            "stripe-restricted-key",
                            "rk_l" + "ive_" + "a".repeat(24),
                            Map.of(),
                            "GET api.stripe.com/v1/balance",
                            "Authorization: Bearer {secret}",
                            "{\"object\":\"balance\",\"livemode\":true}",
                            NOTHING,
                            new Said(403, "{\"error\":{\"type\":\"invalid_request_error\"}}")),
                    new FakeApi(
                            "Slack",
                            "slack-token",
                            "xo" + "xb-" + "1".repeat(40),
                            Map.of(),
                            "POST slack.com/api/auth.test",
                            "Authorization: Bearer {secret}",
                            "{\"ok\":true,\"team\":\"Acme\",\"user\":\"bot\"}",
                            new Said(200, "{\"ok\":false,\"error\":\"token_revoked\"}"),
                            NOTHING),
                    new FakeApi(
                            "Supabase account",
                            "supabase-access-token",
                            "sb" + "p_" + "a".repeat(40),
                            Map.of(),
                            "GET api.supabase.com/v1/projects",
                            "Authorization: Bearer {secret}",
                            "[{\"name\":\"shop\"}]",
                            NOTHING,
                            new Said(403, "{\"message\":\"no\"}")),
                    new FakeApi(
                            "Supabase project",
                            "supabase-secret-key",
                            "sb_se" + "cret_" + "a".repeat(31),
                            Map.of("project", "aaaaaaaaaaaaaaaaaaaa.supabase.co"),
                            "GET aaaaaaaaaaaaaaaaaaaa.supabase.co/auth/v1/settings",
                            "apikey: {secret}",
                            "{\"external\":{}}",
                            NOTHING,
                            NOTHING),
                    new FakeApi(
                            "Cloudflare",
                            "cloudflare-token",
                            "cf" + "ut_" + "a".repeat(48),
                            Map.of(),
                            "GET api.cloudflare.com/client/v4/user/tokens/verify",
                            "Authorization: Bearer {secret}",
                            "{\"success\":true,\"result\":{\"id\":\"9\",\"status\":\"active\"}}",
                            new Said(
                                    200,
                                    "{\"success\":true,\"result\":{\"id\":\"9\",\"status\":\"disabled\"}}"),
                            NOTHING),
                    new FakeApi(
                            "DigitalOcean",
                            "digitalocean-token",
                            "dop" + "_v1_" + "a".repeat(64),
                            Map.of(),
                            "GET api.digitalocean.com/v2/account",
                            "Authorization: Bearer {secret}",
                            "{\"account\":{\"status\":\"active\"}}",
                            new Said(401, "{\"id\":\"unauthorized\"}"),
                            new Said(403, "{\"id\":\"forbidden\"}")),
                    new FakeApi(
                            "Hugging Face",
                            "huggingface-token",
                            "h" + "f_" + "a".repeat(34),
                            Map.of(),
                            "GET huggingface.co/api/whoami-v2",
                            "Authorization: Bearer {secret}",
                            "{\"type\":\"user\",\"name\":\"ada\"}",
                            NOTHING,
                            NOTHING),
                    new FakeApi(
                            "OpenAI",
                            "openai-api-key",
                            "sk-p" + "roj-" + "a".repeat(74) + "T3Blb" + "kFJ" + "b".repeat(74),
                            Map.of(),
                            "GET api.openai.com/v1/models",
                            "Authorization: Bearer {secret}",
                            "{\"object\":\"list\",\"data\":[]}",
                            new Said(401, "{\"error\":{\"code\":\"invalid_api_key\"}}"),
                            new Said(403, "{\"error\":{\"code\":\"missing_scope\"}}")),
                    new FakeApi(
                            "Anthropic",
                            "anthropic-api-key",
                            "sk-ant" + "-api03-" + "a".repeat(95),
                            Map.of(),
                            "GET api.anthropic.com/v1/models?limit=1",
                            "x-api-key: {secret}",
                            "{\"data\":[]}",
                            new Said(
                                    401,
                                    "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\"}}"),
                            new Said(
                                    403,
                                    "{\"type\":\"error\",\"error\":{\"type\":\"permission_error\"}}")));

    private static final List<FakeApi> SECOND =
            List.of(
                    new FakeApi(
                            "Groq",
                            "groq-api-key",
                            "gs" + "k_" + "a".repeat(52),
                            Map.of(),
                            "GET api.groq.com/openai/v1/models",
                            "Authorization: Bearer {secret}",
                            "{\"object\":\"list\"}",
                            NOTHING,
                            NOTHING),
                    new FakeApi(
                            "xAI",
                            "xai-api-key",
                            "xa" + "i-" + "a".repeat(80),
                            Map.of(),
                            "GET api.x.ai/v1/api-key",
                            "Authorization: Bearer {secret}",
                            "{\"api_key_blocked\":false,\"api_key_disabled\":false,\"name\":\"k\"}",
                            new Said(200, "{\"api_key_blocked\":false,\"api_key_disabled\":true}"),
                            NOTHING),
                    new FakeApi(
                            "Replicate",
                            "replicate-token",
                            "r" + "8_" + "a".repeat(37),
                            Map.of(),
                            "GET api.replicate.com/v1/account",
                            "Authorization: Bearer {secret}",
                            "{\"type\":\"user\",\"username\":\"ada\"}",
                            new Said(401, "{\"title\":\"Unauthenticated\",\"status\":401}"),
                            NOTHING),
                    new FakeApi(
                            "Resend",
                            "resend-api-key",
                            "r" + "e_" + "a".repeat(8) + "_" + "c".repeat(24),
                            Map.of(),
                            "GET api.resend.com/domains",
                            "Authorization: Bearer {secret}",
                            "{\"data\":[{\"name\":\"a.test\"}]}",
                            new Said(403, "{\"name\":\"invalid_api_key\"}"),
                            new Said(401, "{\"name\":\"restricted_api_key\"}")),
                    new FakeApi(
                            "SendGrid",
                            "sendgrid-api-key",
                            "S" + "G." + "a".repeat(22) + "." + "c".repeat(43),
                            Map.of(),
                            "GET api.sendgrid.com/v3/scopes",
                            "Authorization: Bearer {secret}",
                            "{\"scopes\":[\"mail.send\"]}",
                            NOTHING,
                            NOTHING),
                    new FakeApi(
                            "Mailgun",
                            "mailgun-api-key",
                            "ke" + "y-" + "a".repeat(32),
                            Map.of(),
                            "GET api.mailgun.net/v4/domains?limit=1",
                            "Authorization: Basic {base64:api:secret}",
                            "{\"items\":[{\"name\":\"a.test\"}]}",
                            NOTHING,
                            NOTHING),
                    new FakeApi(
                            "Mailchimp",
                            "mailchimp-api-key",
                            "a".repeat(32) + "-us" + "12",
                            Map.of(),
                            "GET us12.api.mailchimp.com/3.0/ping",
                            "Authorization: Basic {base64:key:secret}",
                            "{\"health_status\":\"fine\"}",
                            new Said(401, "{\"title\":\"API Key Invalid\",\"status\":401}"),
                            NOTHING),
                    new FakeApi(
                            "Telegram",
                            "telegram-bot-token",
                            "123456" + "789:A" + "a".repeat(34),
                            Map.of(),
                            "GET api.telegram.org/bot{secret}/getMe",
                            "Accept: application/json",
                            "{\"ok\":true,\"result\":{\"id\":5,\"username\":\"b\"}}",
                            new Said(401, "{\"ok\":false,\"error_code\":401}"),
                            NOTHING),
                    new FakeApi(
                            "Discord webhook",
                            "discord-webhook",
                            "discord.com/api/"
                                    + "webhooks/"
                                    + "1".repeat(18)
                                    + "/"
                                    + "a".repeat(68),
                            Map.of(),
                            "GET discord.com/api/v10/webhooks/{tail}",
                            "Accept: application/json",
                            "{\"name\":\"w\",\"guild_id\":\"2\"}",
                            new Said(404, "{\"code\":10015}"),
                            NOTHING),
                    new FakeApi(
                            "Notion",
                            "notion-token",
                            "nt" + "n_" + "a".repeat(46),
                            Map.of(),
                            "GET api.notion.com/v1/users/me",
                            "Authorization: Bearer {secret}",
                            "{\"object\":\"user\",\"name\":\"i\"}",
                            new Said(401, "{\"code\":\"unauthorized\"}"),
                            new Said(403, "{\"code\":\"restricted_resource\"}")),
                    new FakeApi(
                            "Linear",
                            "linear-api-key",
                            "lin_" + "api_" + "a".repeat(40),
                            Map.of(),
                            "POST api.linear.app/graphql",
                            "Authorization: {secret}",
                            "{\"data\":{\"viewer\":{\"id\":\"1\",\"name\":\"ada\"}}}",
                            NOTHING,
                            NOTHING),
                    new FakeApi(
                            "Figma",
                            "figma-token",
                            "fi" + "gd_" + "a".repeat(40),
                            Map.of(),
                            "GET api.figma.com/v1/me",
                            "X-Figma-Token: {secret}",
                            "{\"id\":\"1\",\"handle\":\"ada\"}",
                            new Said(403, "{\"status\":403,\"err\":\"Invalid token\"}"),
                            NOTHING),
                    new FakeApi(
                            "CircleCI",
                            "circleci-token",
                            "CCI" + "PAT_" + "a".repeat(22) + "_" + "c".repeat(40),
                            Map.of(),
                            "GET circleci.com/api/v2/me",
                            "Circle-Token: {secret}",
                            "{\"login\":\"ada\"}",
                            NOTHING,
                            NOTHING));

    private static final List<FakeApi> THIRD =
            List.of(
                    new FakeApi(
                            "Buildkite",
                            "buildkite-token",
                            "bk" + "ua_" + "a".repeat(40),
                            Map.of(),
                            "GET api.buildkite.com/v2/access-token",
                            "Authorization: Bearer {secret}",
                            "{\"uuid\":\"u\",\"scopes\":[\"read_build\"]}",
                            NOTHING,
                            NOTHING),
                    new FakeApi(
                            "HCP Terraform",
                            "terraform-token",
                            "a".repeat(14) + ".atl" + "asv1." + "b".repeat(67),
                            Map.of(),
                            "GET app.terraform.io/api/v2/account/details",
                            "Authorization: Bearer {secret}",
                            "{\"data\":{\"attributes\":{\"username\":\"ada\"}}}",
                            NOTHING,
                            NOTHING),
                    new FakeApi(
                            "Doppler",
                            "doppler-token",
                            "dp." + "pt." + "a".repeat(43),
                            Map.of(),
                            "GET api.doppler.com/v3/me",
                            "Authorization: Bearer {secret}",
                            "{\"type\":\"personal\",\"workplace\":{\"name\":\"w\"}}",
                            NOTHING,
                            NOTHING),
                    new FakeApi(
                            "Postman",
                            "postman-api-key",
                            "PM" + "AK-" + "a".repeat(24) + "-" + "c".repeat(34),
                            Map.of(),
                            "GET api.getpostman.com/me",
                            "X-API-Key: {secret}",
                            "{\"user\":{\"username\":\"ada\"}}",
                            NOTHING,
                            NOTHING),
                    new FakeApi(
                            "Neon",
                            "neon-api-key",
                            "na" + "pi_" + "a".repeat(64),
                            Map.of(),
                            "GET console.neon.tech/api/v2/users/me",
                            "Authorization: Bearer {secret}",
                            "{\"login\":\"ada\"}",
                            NOTHING,
                            NOTHING),
                    new FakeApi(
                            "Render",
                            "render-api-key",
                            "rn" + "d_" + "a".repeat(28),
                            Map.of(),
                            "GET api.render.com/v1/owners?limit=1",
                            "Authorization: Bearer {secret}",
                            "[{\"owner\":{\"name\":\"Acme\"}}]",
                            new Said(401, "{\"id\":\"unauthorized\"}"),
                            NOTHING),
                    new FakeApi(
                            "Vercel",
                            "vercel-token",
                            "vc" + "p_" + "a".repeat(24),
                            Map.of(),
                            "GET api.vercel.com/v2/user",
                            "Authorization: Bearer {secret}",
                            "{\"user\":{\"username\":\"ada\"}}",
                            NOTHING,
                            NOTHING),
                    new FakeApi(
                            "Mapbox",
                            "mapbox-secret-token",
                            "sk.eyJ" + "1Ijoi" + "a".repeat(40) + "." + "b".repeat(22),
                            Map.of(),
                            "GET api.mapbox.com/tokens/v2?access_token={secret}",
                            "Accept: application/json",
                            "{\"code\":\"TokenValid\",\"token\":{\"user\":\"ada\"}}",
                            new Said(200, "{\"code\":\"TokenRevoked\"}"),
                            NOTHING),
                    new FakeApi(
                            "Square",
                            "square-token",
                            "sq0" + "atp-" + "a".repeat(22),
                            Map.of(),
                            "GET connect.squareup.com/v2/merchants/me",
                            "Authorization: Bearer {secret}",
                            "{\"merchant\":{\"business_name\":\"Shop\"}}",
                            NOTHING,
                            NOTHING),
                    new FakeApi(
                            "Google access token",
                            "google-access-token",
                            "ya" + "29." + "a".repeat(100),
                            Map.of(),
                            "GET oauth2.googleapis.com/tokeninfo?access_token={secret}",
                            "Accept: application/json",
                            "{\"scope\":\"s\",\"expires_in\":\"30\"}",
                            NOTHING,
                            NOTHING),
                    new FakeApi(
                            "Shopify",
                            "shopify-token",
                            "shp" + "at_" + "a".repeat(32),
                            Map.of("shop", "acme.myshopify.com"),
                            "GET acme.myshopify.com/admin/api/2025-07/shop.json",
                            "X-Shopify-Access-Token: {secret}",
                            "{\"shop\":{\"name\":\"Acme\"}}",
                            NOTHING,
                            NOTHING));
}
